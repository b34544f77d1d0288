using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Heck.Contracts.Requests;

namespace Heck.Verbs.Explain;

/// <summary>Asks what something is, who uses it, what it uses, its tests and its recent history.</summary>
[Description("Explain a symbol, a file, a folder or the whole repository: what it is, who uses it, its tests, its history")]
public sealed record ExplainRequest : VerbRequest<ExplainPayload>
{
    [Description("A path of a file or folder, path:line, path:line:column, path#Outer.name, Outer.Name or Name; the repository when not given")]
    [Positional(0)]
    public string? Target { get; init; }

    [Description("The most commits to give; default 10")]
    [Range(0, 1000)]
    public int? Commits { get; init; }
}
