using Heck.Code.Languages.TypeScript.Binding.Names;
using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>Names that are found by scopes, imports and exports.</summary>
internal sealed class LexicalUses(TsProgram program)
{
    public FoundUse At(TsNode node, string form = "{0}")
    {
        if (Ignored(node) is { } why) return FoundUse.Outside(node, why);
        var parent = node.Parent;
        if (program.Scopes(node.File).DeclaredBy(node) is { } declared) return Declaration(node, declared, form);
        return parent.Kind switch
        {
            K.ImportSpecifier => OfTarget(node, Imported(parent, node.Text)),
            K.ExportSpecifier => WithRepeated(OfExport(node, parent)),
            K.NestedTypeIdentifier when node.Field == F.Name => OfTarget(node, program.Modules.Entity(parent)),
            _ => Read(node, MeaningAt(node, parent), form),
        };
    }

    public FoundUse Read(TsNode node, Meaning meaning, string form = "{0}") =>
        program.Names.Lookup(node, node.Text, meaning) is { } symbol ? FoundUse.Of(node, program.Modules.Carrier(symbol), form) : FoundUse.Outside(node, "global", form);

    public FoundUse OfTarget(TsNode node, Target target)
    {
        if (target.External is { } from) return FoundUse.Outside(node, from);
        return target.Symbol is { } symbol ? FoundUse.Of(node, program.Modules.Carrier(symbol)) : FoundUse.Undecided(node, "what it names was not found");
    }

    private FoundUse Declaration(TsNode node, TsSymbol declared, string form)
    {
        var carrier = program.Modules.Carrier(declared);
        // What is not ours keeps its name there and gets another in this file.
        if (IsImportFromOutside(node, carrier)) return FoundUse.Of(node, carrier, $"{carrier.Name} as {NameUse.Hole}");
        var property = program.Members.DeclaredByParameter(node);
        return property is null ? FoundUse.Of(node, carrier, form) : new FoundUse(node, [carrier, property], form);
    }

    private bool IsImportFromOutside(TsNode node, TsSymbol carrier) =>
        node.Parent.Kind == K.ImportSpecifier && node.Field == F.Name && carrier.Declarations.Exists(d => d.Name == node) && program.Modules.Next(carrier).External is not null;

    private Target Imported(TsNode specifier, string name)
    {
        var statement = specifier.Ancestor(a => a.Kind == K.ImportStatement);
        var from = statement.Get(F.Source).StringValue() ?? "";
        return program.Import(specifier.File, from) is { } module ? program.Modules.FindExport(module, name)
            : program.IsInside(from) ? default
            : new Target(External: $"module {from}");
    }

    private FoundUse OfExport(TsNode node, TsNode specifier)
    {
        var source = specifier.Parent.Parent.Get(F.Source);
        if (source.IsNone) return Read(node, Meaning.All);
        var from = source.StringValue() ?? "";
        return program.Import(node.File, from) is { } module ? OfTarget(node, program.Modules.FindExport(module, node.Text))
            : program.IsInside(from) ? FoundUse.Undecided(node, "the module was not found")
            : FoundUse.Outside(node, $"module {from}");
    }

    /// <summary>Two exports of one name in one module are taken for one thing, so that a rename that makes them so is seen.</summary>
    private FoundUse WithRepeated(FoundUse use)
    {
        var name = use.Name.Parent.Get(F.Alias) is { Exists: true } alias ? alias.Text : use.Name.Text;
        return name != use.Name.Text ? use : use with { Symbols = [.. use.Symbols.Concat(program.Modules.Repeated(program.Scopes(use.Name.File).Module, name)).Distinct()] };
    }

    private static Meaning MeaningAt(TsNode node, TsNode parent) => parent.Kind switch
    {
        K.ExportStatement or K.ImportAlias => Meaning.All,
        K.NestedIdentifier or K.NestedTypeIdentifier => Meaning.Namespace,
        K.MemberExpression when node.Field == F.Object => Meaning.Value | Meaning.Namespace,
        _ => node.Kind == K.TypeIdentifier ? Meaning.Type : Meaning.Value,
    };

    /// <summary>Identifiers that name nothing: labels of tuples, intrinsic tags, namespaced attributes.</summary>
    private static string? Ignored(TsNode node)
    {
        var parent = node.Parent;
        return parent.Kind switch
        {
            K.RequiredParameter or K.OptionalParameter when parent.Parent.Kind == K.TupleType && node.Field == F.Name => "tuple label",
            K.JsxOpeningElement or K.JsxClosingElement or K.JsxSelfClosingElement when node.Field == F.Name && char.IsLower(node.Text[0]) => "JSX",
            K.JsxNamespaceName => "JSX",
            K.ImportSpecifier or K.ExportSpecifier when node.Text == AliasTarget.Default => "default export",
            _ => null,
        };
    }
}
