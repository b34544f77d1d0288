using Heck.Code.Languages.CSharp.Binding.Uses;
using Heck.Code.Languages.CSharp.Refactoring.Effects;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Deleting;

/// <summary>Refuses to delete what is used, or what may be used without its name.</summary>
internal sealed class DeletionGuard(CSharpScene scene, ISymbol symbol, bool acceptUnknown, CancellationToken ct)
{
    /// <summary>Attributes that only the compiler, an editor or a debugger reads.</summary>
    private static readonly HashSet<string> Harmless =
    [
        "ObsoleteAttribute", "EditorBrowsableAttribute", "SuppressMessageAttribute", "GeneratedCodeAttribute", "ConditionalAttribute", "MethodImplAttribute", "PureAttribute", "FlagsAttribute", "CLSCompliantAttribute",
        "DebuggerDisplayAttribute", "DebuggerStepThroughAttribute", "DebuggerHiddenAttribute", "DebuggerBrowsableAttribute", "ExcludeFromCodeCoverageAttribute", "NotNullWhenAttribute", "MaybeNullWhenAttribute", "NotNullAttribute",
        "MaybeNullAttribute", "AllowNullAttribute", "DisallowNullAttribute", "MemberNotNullAttribute", "MemberNotNullWhenAttribute", "NotNullIfNotNullAttribute", "DoesNotReturnAttribute", "DoesNotReturnIfAttribute",
        "CallerMemberNameAttribute", "CallerFilePathAttribute", "CallerLineNumberAttribute", "CallerArgumentExpressionAttribute", "UsedImplicitlyAttribute", "AttributeUsageAttribute", "StackTraceHiddenAttribute",
        "NullableContextAttribute", "NullableAttribute", "IsReadOnlyAttribute", "ExtensionAttribute", "AsyncStateMachineAttribute", "IteratorStateMachineAttribute", "CompilerGeneratedAttribute", "RequiredMemberAttribute",
    ];

    /// <summary>Files whose text is code to a framework.</summary>
    private static readonly HashSet<string> Markup = [".xaml", ".axaml", ".razor", ".cshtml", ".aspx", ".ascx", ".xml"];

    public void RefuseKind(int offset)
    {
        var declared = scene.Source.TokenAt(offset).Parent;
        if (declared is BaseMethodDeclarationSyntax and not MethodDeclarationSyntax) throw scene.Refuse(ErrorTable.RefactorUnsupported, "Which calls reach a constructor or operator is not spelled; it is not deleted.");
        if (symbol is INamespaceSymbol or IAliasSymbol or ITypeParameterSymbol or IRangeVariableSymbol or ILabelSymbol) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"A {SymbolFacts.KindOf(symbol)} is not deleted.");
        if (symbol is ILocalSymbol && (symbol.DeclaringSyntaxReferences is not [var reference, ..] || reference.GetSyntax(ct) is not VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax }))
            throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is declared by a larger statement.");
    }

    public void RefuseUses(Verdicts verdicts, List<(CSharpSource Source, SyntaxNode Node)> declarations)
    {
        var outside = verdicts.Changed.Where(u => !declarations.Exists(d => d.Source.Path == u.Path && d.Node.Span.Contains(d.Source.PositionOf(u.Start)))).ToList();
        if (outside.Count == 0) return;
        throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{symbol.Name}' is used {outside.Count} time(s), first at {scene.Shared.PlaceOf(outside[0].Path, outside[0].Start)}.", outside, "use");
    }

    /// <summary>Uses that do not spell the name: by an attribute's reader, by the order of members, by markup, by an effect.</summary>
    public void RefuseHiddenUses(List<(CSharpSource Source, SyntaxNode Node)> declarations)
    {
        foreach (var (source, node) in declarations)
        {
            RefuseEffects(source, node);
            if (node is EnumMemberDeclarationSyntax { Parent: EnumDeclarationSyntax list } member) RefuseShift(source, list, member);
        }

        if (symbol is INamedTypeSymbol type) RefuseExtensionUses(type);
        if (symbol is IPropertySymbol or IFieldSymbol { IsStatic: false } && symbol.ContainingType is { IsRecord: true } record)
            throw scene.Refuse(ErrorTable.RefactorSideEffects, $"'{symbol.Name}' belongs to what the record '{record.Name}' compares and shows.");
        if (acceptUnknown) return;
        if (symbol is IFieldSymbol { IsStatic: false, IsConst: false, ContainingType.TypeKind: TypeKind.Struct })
            throw scene.Refuse(ErrorTable.RefactorUnknownOccurrences, $"'{symbol.Name}' is a part of how its struct lies in memory.");
        RefuseAttributes(declarations);
        RefuseMarkup();
    }

    private void RefuseEffects(CSharpSource source, SyntaxNode node)
    {
        var value = node switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var given } => given,
            PropertyDeclarationSyntax { Initializer.Value: var given } => given,
            _ => null,
        };
        if (value is not null && new EffectReader(source.Model, ct).Of(value) == Effect.Acts)
            throw scene.Refuse(ErrorTable.RefactorSideEffects, $"The value of '{symbol.Name}' is computed by code that may do something.", [(source, value.SpanStart, "effect")]);
        if (node.Parent?.Parent is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })
            throw scene.Refuse(ErrorTable.RefactorSideEffects, $"'{symbol.Name}' is disposed of at the end of its block.", [(source, node.SpanStart, "effect")]);
    }

    private void RefuseShift(CSharpSource source, EnumDeclarationSyntax list, EnumMemberDeclarationSyntax member)
    {
        var next = list.Members.IndexOf(member) + 1;
        if (next < list.Members.Count && list.Members[next].EqualsValue is null)
            throw scene.Refuse(ErrorTable.RefactorSideEffects, $"Without '{symbol.Name}' the members after it would have other values.", [(source, list.Members[next].SpanStart, "hurt")]);
    }

    private void RefuseExtensionUses(INamedTypeSymbol type)
    {
        if (scene.Source.Unit.Compilation.GetEntryPoint(ct) is { } main && SymbolEqualityComparer.Default.Equals(main.ContainingType, type)) throw scene.Refuse(ErrorTable.RefactorExternal, $"The program starts in '{type.Name}'.");
        var places = type.Locations.Where(l => l.IsInSource).Select(l => l.SourceTree!.FilePath).ToHashSet();
        foreach (var name in type.GetMembers().Where(m => m is IMethodSymbol { IsExtensionMethod: true } or INamedTypeSymbol { IsExtension: true }).SelectMany(m => m is INamedTypeSymbol block ? block.GetMembers().Select(b => b.Name) : [m.Name]).Distinct())
        {
            var uses = scene.Shared.Binder.UsesOf(name, ct).Where(u => !u.IsDeclaration && u.Symbol is { } s && places.Contains(s.Path.Value) && !places.Contains(u.Path.Value)).ToList();
            if (uses.Count > 0) throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{name}' of '{type.Name}' is used.", uses, "use");
        }
    }

    private void RefuseAttributes(List<(CSharpSource Source, SyntaxNode Node)> declarations)
    {
        foreach (var (source, node) in declarations)
        {
            var holder = node is VariableDeclaratorSyntax ? node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node : node;
            foreach (var attribute in holder.DescendantNodes().OfType<AttributeSyntax>())
            {
                var name = source.Model.GetTypeInfo(attribute, ct).Type?.Name ?? attribute.Name.ToString();
                if (!Harmless.Contains(name)) throw scene.Refuse(ErrorTable.RefactorUnknownOccurrences, $"[{attribute.Name}] may let a framework use '{symbol.Name}' without its name.", [(source, attribute.SpanStart, "attribute")]);
            }
        }
    }

    private void RefuseMarkup()
    {
        if (symbol is ILocalSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }) return;
        var found = new List<NameUse>();
        foreach (var path in scene.Shared.Workspace.FilesWithWord(symbol.Name).Where(p => Markup.Contains(p.Extension.ToLowerInvariant())))
        {
            if (scene.Shared.Workspace.Read(path) is { } text) found.AddRange(WholeWords.Find(text.Utf8, symbol.Name).Select(at => new NameUse(path, at, symbol.Name.Length, null)));
        }

        if (found.Count > 0) throw scene.Refuse(ErrorTable.RefactorUnknownOccurrences, $"'{symbol.Name}' stands in {found[0].Path}, which may use it by name.", found, "text");
    }
}
