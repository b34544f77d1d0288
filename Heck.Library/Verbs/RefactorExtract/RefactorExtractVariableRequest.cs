using System.ComponentModel;
using Heck.Code.Refactoring.Operations.Asks;

namespace Heck.Verbs.RefactorExtract;

/// <summary>Give an expression a name, as a variable before its statement.</summary>
[Description("Give an expression a name, as a variable before its statement")]
public sealed record RefactorExtractVariableRequest : RefactorExtractRequest
{
    internal override ExtractKind Kind => ExtractKind.Variable;
}
