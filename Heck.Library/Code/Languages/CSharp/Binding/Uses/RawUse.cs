using Heck.Code.Languages.CSharp.Binding.Programs;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>An identifier and what it means in one compilation.</summary>
internal sealed record RawUse(CSharpDocument Document, int Start, int Length, CSharpUnit Unit, Meaning Meaning);
