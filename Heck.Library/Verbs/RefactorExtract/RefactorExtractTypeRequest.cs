using System.ComponentModel;
using Heck.Code.Refactoring.Operations.Asks;

namespace Heck.Verbs.RefactorExtract;

/// <summary>Give a type that is written in place a name.</summary>
[Description("Give a type that is written in place a name")]
public sealed record RefactorExtractTypeRequest : RefactorExtractRequest
{
    internal override ExtractKind Kind => ExtractKind.Type;
}
