using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>Says what an identifier means where it stands.</summary>
internal sealed class UseFinder(Evaluator evaluator, SymbolFactory symbols, MemberLookup members, KeywordLookup keywords, ModuleNames modules)
{
    /// <summary>One use; two where an import takes one symbol and declares another.</summary>
    public IEnumerable<NameUse> At(NameSite site) => site.Role switch
    {
        NameRole.Attribute => [Use(site, OfAttribute(site), AssignedAttributes.IsTarget(site.Node.Parent!.Value)) with { IsOfValue = true }],
        NameRole.Keyword => [Use(site, keywords.Find(site)) with { IsOfValue = true }],
        NameRole.PatternKeyword => [Use(site, OfPatternKeyword(site)) with { IsOfValue = true }],
        NameRole.Imported => OfImported(site),
        NameRole.ModulePart => [OfModulePart(site)],
        _ => [OfName(site)],
    };

    private NameUse OfName(NameSite site) => evaluator.Names.Of(site) switch
    {
        Meaning.Of(var variable) => Use(site, symbols.Of(variable), site.Binds),
        Meaning.Module(var module) => Use(site, SymbolFactory.Of(module)),
        Meaning.External(var from) => Use(site, SymbolFactory.External(site.Node.Text, from.Split('.')[0])),
        _ => Use(site, MemberTarget.Open("no declaration of it is in sight", site.Scope.Module.StarImports.Count > 0 ? modules.Named(site.Node.Text) : [])),
    };

    private MemberTarget OfAttribute(NameSite site)
    {
        var (holder, spelled) = (site.Node.Parent!.Value, site.Node.Text);
        var owner = holder.Is(Kinds.DottedName) ? OwnerInPattern(holder, site.Node)
            : evaluator.Of(holder.Is(Kinds.MemberType) ? holder.FirstChild : holder.Child(Fields.Object));
        return members.Find(owner is PythonType.UnknownType && IsImported(holder.Child(Fields.Object)) ? new PythonType.AnyModule() : owner, site.Scope.Mangle(spelled), spelled);
    }

    private bool IsImported(PythonNode? owner) => owner is { } name && name.Is(Kinds.Identifier) && name.File.SiteOf(name) is { } site
        && evaluator.Names.Of(site) is Meaning.UnknownMeaning or Meaning.Of { Variable.First.Kind: DeclarationKind.Import or DeclarationKind.FromImport };

    private PythonType OwnerInPattern(PythonNode dotted, PythonNode name)
    {
        var parts = dotted.Children.TakeWhile(p => p != name).ToList();
        return parts.Skip(1).Aggregate(evaluator.Of(parts[0]), (owner, part) => evaluator.MemberOf(owner, part.Text));
    }

    private MemberTarget OfPatternKeyword(NameSite site)
    {
        var pattern = site.Node.Ancestor(Kinds.ClassPattern);
        var owner = evaluator.Of(pattern?.FirstChild) is PythonType.Class(var of) ? new PythonType.Instance(of) : evaluator.Of(pattern?.FirstChild);
        return members.Find(owner, site.Scope.Mangle(site.Node.Text), site.Node.Text);
    }

    private IEnumerable<NameUse> OfImported(NameSite site)
    {
        var statement = site.Node.Ancestor(Kinds.ImportFrom, Kinds.FutureImport)!.Value;
        var name = site.Node.Text;
        var taken = evaluator.Names.Imported(statement, name) switch
        {
            Meaning.Of(var variable) => new MemberTarget(symbols.Of(variable)),
            Meaning.Module(var module) => new MemberTarget(SymbolFactory.Of(module)),
            Meaning.External(var from) => MemberTarget.External(name, from),
            _ => MemberTarget.Open("the module does not show this name"),
        };
        if (!site.Binds) return [Use(site, taken)];
        var bound = site.Scope.Resolve(name).Variable!;
        var own = symbols.Of(bound);
        if (taken.Symbol == own) return [Use(site, own)];
        if (taken.Symbol is not { External: null, Offset: >= 0 } target) return [Use(site, own, isDeclaration: true, form: $"{name} as {NameUse.Hole}")];
        var isOne = bound.Scope.Kind != ScopeKind.Class && symbols.CarriedBy(bound) is not null;
        return isOne
            ? [Use(site, target), Use(site, own, isDeclaration: true)]
            : [Use(site, target, form: $"{NameUse.Hole} as {name}"), Use(site, own, isDeclaration: true, form: $"{name} as {NameUse.Hole}")];
    }

    private NameUse OfModulePart(NameSite site)
    {
        var name = site.Node.Text;
        if (site.Binds) return Use(site, symbols.Of(site.Scope.Resolve(name).Variable!), isDeclaration: true, form: $"{name} as {NameUse.Hole}");
        var dotted = site.Node.Parent!.Value;
        var count = dotted.Children.TakeWhile(p => p != site.Node).Count() + 1;
        return evaluator.Names.ImportedModule(dotted, count) switch
        {
            Meaning.Module(var module) => Use(site, SymbolFactory.Of(module)),
            Meaning.External(var from) => Use(site, SymbolFactory.External(name, from)),
            _ => Use(site, MemberTarget.Open("no module of this name is in sight")),
        };
    }

    private static NameUse Use(NameSite site, BoundSymbol symbol, bool isDeclaration = false, string form = NameUse.Plain) =>
        new(site.Node.File.Path, site.Node.Start, site.Node.End - site.Node.Start, symbol, isDeclaration, form);

    private static NameUse Use(NameSite site, MemberTarget target, bool isDeclaration = false) =>
        new(site.Node.File.Path, site.Node.Start, site.Node.End - site.Node.Start, target.Symbol, isDeclaration && target.Symbol is not null, Why: target.Why, MayBe: target.MayBe);
}
