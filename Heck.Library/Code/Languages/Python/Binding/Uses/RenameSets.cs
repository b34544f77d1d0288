using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>What must be renamed with a symbol, and what forbids it.</summary>
internal sealed class RenameSets(PythonProgram program, Evaluator evaluator, SymbolFactory symbols, MemberIndex index, KeywordLookup keywords)
{
    public RenameSet Of(BoundSymbol symbol, IReadOnlyList<NameUse> uses)
    {
        if (symbol.Kind == "module")
            return Refused(symbol, ErrorTable.RefactorUnsupported.With($"'{symbol.Name}' is a module, and its name is that of {symbol.Path}.", "Move the file instead."));
        if (PythonNameRule.IsSpecial(symbol.Name))
            return Refused(symbol, ErrorTable.RefactorExternal.With($"'{symbol.Name}' is a name that Python itself looks up.", "Leave it."));
        return symbols.EntityOf(symbol) switch
        {
            Entity.Of(var variable) => OfVariable(symbol, variable, uses),
            Entity.Member(var holder, var name) => OfMember(symbol, holder, name),
            _ => new RenameSet([symbol]),
        };
    }

    private RenameSet OfVariable(BoundSymbol symbol, Variable variable, IReadOnlyList<NameUse> uses)
    {
        if (variable.Declarations.FirstOrDefault(IsDottedImport) is { Name.Unit: not null } import)
            return Refused(symbol, ErrorTable.RefactorUnsupported.With($"'import {import.Name.Parent!.Value.Text}' binds only its first part, so '{symbol.Name}' cannot have another name here.",
                "Import the module by 'as' or 'from' first."));
        if (variable.IsParameter) return OfParameter(symbol, variable, uses);
        if (variable.First.Kind == DeclarationKind.Function && FixtureRule.IsPassedByName(variable, program))
            return Refused(symbol, ErrorTable.RefactorExternal.With($"'{symbol.Name}' is a fixture that pytest passes to tests by its name.", "Rename the fixture and its parameters by hand."));
        var linked = Linked(variable);
        return new RenameSet([symbol, .. linked.Select(symbols.Of).Where(s => s != symbol)]);
    }

    private static bool IsDottedImport(Declaration declaration) =>
        declaration.Kind == DeclarationKind.Import && declaration.Name.Parent is { } dotted && dotted.Is(Kinds.DottedName) && dotted.Children.Count() > 1;

    /// <summary>Variables that are one because some module may take its name from any of them: <c>try: from a import f</c>, <c>except: from b import f</c>.</summary>
    private HashSet<Variable> Linked(Variable variable)
    {
        var links = program.FilesWith(variable.First.Name.Text).SelectMany(f => f.SitesOf(variable.First.Name.Text))
            .Where(s => s is { Role: NameRole.Imported, Binds: true } && s.Scope.Kind != ScopeKind.Class)
            .Select(s => s.Scope.Resolve(s.Node.Text).Variable!).Distinct()
            .Select(v => (IReadOnlyList<Variable>)[symbols.Canonical(v), .. symbols.CarriedBy(v) ?? []]).ToList();
        var found = new HashSet<Variable> { variable };
        for (var more = links; more.Count > 0;)
        {
            more = [.. links.Where(l => l.Any(found.Contains) && !l.All(found.Contains))];
            found.UnionWith(more.SelectMany(l => l));
        }

        return found;
    }

    private RenameSet OfParameter(BoundSymbol symbol, Variable variable, IReadOnlyList<NameUse> uses)
    {
        var function = new FunctionModel(variable.Scope);
        if (FixtureRule.PassesByName(function, program)) return Refused(symbol, ErrorTable.RefactorExternal.With($"pytest passes '{symbol.Name}' to {function.Name} by its name.", "Rename the fixture and this parameter by hand."));
        if (function.Decorators.FirstOrDefault(d => IsForeign(d, function)) is { } decorator)
            return Refused(symbol, ErrorTable.RefactorExternal.With($"The decorator {decorator.Split('(')[0]} of {function.Name} comes from outside the workspace and may pass '{symbol.Name}' by its name.", "Rename it by hand."));
        if (function.Class is null || variable.Name == function.Receiver?.Name.Text) return new RenameSet([symbol]);
        var family = Overrides(function).Select(f => keywords.Parameter(f, variable.Name)).OfType<BoundSymbol>().Where(s => s != symbol).Distinct().ToList();
        var isPassedByName = uses.Any(u => u.Symbol is { } s && (s == symbol || family.Contains(s)) && IsKeyword(u));
        return new RenameSet(isPassedByName ? [symbol, .. family] : [symbol]);
    }

    private bool IsKeyword(NameUse use) => program.File(use.Path)?.SitesOf(use.Symbol!.Name).Any(s => s.Node.Start == use.Start && s.Role == NameRole.Keyword) == true;

    private IEnumerable<FunctionModel> Overrides(FunctionModel function) => function.Name == "__init__" ? [] : index.Declaring(function.Name)
        .Where(m => evaluator.Hierarchy.AreRelated(m.Class, evaluator.Classes.Of(function.Class!)))
        .SelectMany(m => m.Class.Scopes).Select(s => s.Variables.GetValueOrDefault(s.Mangle(function.Name))).OfType<Variable>()
        .SelectMany(v => v.Declarations).Where(d => d.Kind == DeclarationKind.Function)
        .Select(d => d.Name.File.ScopeOf(d.Origin)).OfType<Scope>().Select(s => new FunctionModel(s));

    /// <summary>A decorator from outside that is given arguments may know the parameters by name, as command lines and routes do.</summary>
    private bool IsForeign(string decorator, FunctionModel function)
    {
        if (DecoratorNames.KeepsResult(decorator)) return false;
        var node = FunctionModel.DecoratorsOf(function.Node).First(d => d.Text == decorator);
        return evaluator.Of(node.Is(Kinds.Call) ? node.Child(Fields.Function) : node) is PythonType.External or PythonType.UnknownType;
    }

    private RenameSet OfMember(BoundSymbol symbol, ClassModel holder, string name)
    {
        var isPrivate = name != symbol.Name;
        var declaring = isPrivate ? [] : index.Declaring(symbol.Name).Where(m => m.Name == name).Select(m => m.Class).ToList();
        var family = index.Family(new Entity.Member(holder, name), declaring, symbol.Name);
        var all = family.Select(c => symbols.Of(c, name)).Where(s => s != symbol).Distinct();
        return isPrivate ? new RenameSet([symbol, .. all]) : new RenameSet([symbol, .. all], OutsideRefusal(symbol, family));
    }

    /// <summary>A base outside the workspace may have the member, and then it is that base's.</summary>
    private HeckException? OutsideRefusal(BoundSymbol symbol, HashSet<ClassModel> family)
    {
        foreach (var of in family.SelectMany(c => evaluator.Hierarchy.DerivedFrom(c).Prepend(c)).SelectMany(c => c.Order).Distinct())
        {
            if (of.ExternalBases.Find(b => StandardClasses.Has(b, symbol.Name) != false) is { } external)
                return Outside(symbol, of, $"{of.Name} derives from {external}, which is outside the workspace and {(StandardClasses.Has(external, symbol.Name) is null ? "may have" : "has")} a member '{symbol.Name}'.");
            if (of.ExternalBases.Find(b => StandardDispatch.Calls(b, symbol.Name)) is { } dispatcher)
                return Outside(symbol, of, $"{of.Name} derives from {dispatcher}, which finds methods such as '{symbol.Name}' by their names.");
            if (of.HasUnknownBase) return Outside(symbol, of, $"{of.Name} has a base that is known only when the program runs and may have a member '{symbol.Name}'.");
        }

        return null;
    }

    private HeckException Outside(BoundSymbol symbol, ClassModel of, string message)
    {
        var places = new List<Contracts.Place> { of.Node.File.Text.PlaceAt(of.Node.File.Path, of.Node.Start, "base outside") };
        if (program.File(symbol.Path) is { } file) places.Insert(0, file.Text.PlaceAt(symbol.Path, symbol.Offset, "asked"));
        return ErrorTable.RefactorExternal.With(message, details: PlaceDetails.Of(places));
    }

    private static RenameSet Refused(BoundSymbol symbol, HeckException refusal) => new([symbol], refusal);
}
