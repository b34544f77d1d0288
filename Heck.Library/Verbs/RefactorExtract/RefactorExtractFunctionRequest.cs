using System.ComponentModel;
using Heck.Code.Refactoring.Operations.Asks;

namespace Heck.Verbs.RefactorExtract;

/// <summary>Make a function, or a method, of a range of code.</summary>
[Description("Make a function, or a method, of a range of code")]
public sealed record RefactorExtractFunctionRequest : RefactorExtractRequest
{
    internal override ExtractKind Kind => ExtractKind.Function;
}
