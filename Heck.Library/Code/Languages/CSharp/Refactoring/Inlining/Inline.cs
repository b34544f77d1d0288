using Heck.Code.Languages.CSharp.Binding.Uses;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp.Refactoring.Inlining;

/// <summary>Puts a variable's value or a method's body where its name is used.</summary>
internal sealed class Inline : IRefactoring<InlineAsk>
{
    public Proposal Propose(InlineAsk ask, RefactorScene shared, CancellationToken ct)
    {
        var scene = new CSharpScene(shared, ask.Path, ask.Offset);
        return scene.Symbol(ct) switch
        {
            ILocalSymbol local => new InlineVariable(scene, local, ct).Propose(ask),
            IFieldSymbol { IsConst: true } field => new InlineConstant(scene, field, ct).Propose(ask),
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension } method => new InlineMethod(scene, (method.ReducedFrom ?? method).OriginalDefinition, ct).Propose(ask),
            var other => throw scene.Refuse(ErrorTable.RefactorUnsupported, $"A {SymbolFacts.KindOf(other)} is not inlined."),
        };
    }
}
