using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Heck.Code.Languages.CSharp.Refactoring.Sources;

/// <summary>Calls that are told the name of the member that they stand in.</summary>
internal static class CallerNames
{
    public static SyntaxNode? FirstIn(IEnumerable<SyntaxNode> nodes, SemanticModel model, CancellationToken ct) => nodes.Where(n => n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax).FirstOrDefault(n => IsTold(model.GetOperation(n, ct)));

    private static bool IsTold(IOperation? call)
    {
        var arguments = call switch { IInvocationOperation invocation => invocation.Arguments, IObjectCreationOperation creation => creation.Arguments, _ => [] };
        return arguments.Any(a => a.ArgumentKind == ArgumentKind.DefaultValue && a.Parameter?.GetAttributes().Any(x => x.AttributeClass?.Name == "CallerMemberNameAttribute") == true);
    }
}
