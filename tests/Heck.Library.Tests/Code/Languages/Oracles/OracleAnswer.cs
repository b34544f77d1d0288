namespace Heck.Library.Tests.Code.Languages.Oracles;

/// <summary>What a compiler says of some files, and which of them it could not parse.</summary>
internal sealed record OracleAnswer(IReadOnlyList<Declared> Declared, IReadOnlySet<string> Failed);
