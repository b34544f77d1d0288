using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Modules;

namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>What a name means where it stands.</summary>
internal abstract record Meaning
{
    public static readonly Meaning Unknown = new UnknownMeaning();

    /// <summary>A variable of the workspace.</summary>
    public sealed record Of(Variable Variable) : Meaning;

    /// <summary>A module of the workspace.</summary>
    public sealed record Module(PythonModule Value) : Meaning;

    /// <summary>Something outside, by its dotted name.</summary>
    public sealed record External(string From) : Meaning;

    /// <summary>It cannot be decided.</summary>
    public sealed record UnknownMeaning : Meaning;
}
