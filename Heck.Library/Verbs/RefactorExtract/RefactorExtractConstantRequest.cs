using System.ComponentModel;
using Heck.Code.Refactoring.Operations.Asks;

namespace Heck.Verbs.RefactorExtract;

/// <summary>Give an expression a name, as a constant of its file or type.</summary>
[Description("Give an expression a name, as a constant of its file or type")]
public sealed record RefactorExtractConstantRequest : RefactorExtractRequest
{
    internal override ExtractKind Kind => ExtractKind.Constant;
}
