using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Heck.Contracts.Requests;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorApplyRules;

/// <summary>Asks for the rules of files to be applied.</summary>
[Description("Apply rules of structural search and replace from YAML files")]
public sealed record RefactorApplyRulesRequest : VerbRequest<StructuralPayload>
{
    [Description("Files of rules, see schemas/rules.json; where two rules match the same code the earlier wins")]
    [Positional(0)]
    [MinLength(1)]
    public required IReadOnlyList<string> Files { get; init; }

    [Description("Look only in this file or folder")]
    public string? In { get; init; }

    [Description("Apply the patch as well; asks unless --yes is given")]
    public bool Apply { get; init; }
}
