using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>Finds which parameter or field the name of an argument means.</summary>
internal sealed class KeywordLookup(PythonProgram program, Evaluator evaluator, SymbolFactory symbols)
{
    public MemberTarget Find(NameSite site)
    {
        var name = site.Scope.Mangle(site.Node.Text);
        if (site.Node.Ancestor(Kinds.Call, Kinds.ClassDefinition) is not { } holder) return MemberTarget.Open("broken code");
        if (holder.Is(Kinds.ClassDefinition)) return InClassHead(holder, name);
        var target = InCall(holder, name);
        // `dict(x=1)` makes what a call may take apart again by `**`.
        return target.Symbol is { External: "builtins.dict" } && Given(holder, name) is { Count: > 0 } given ? MemberTarget.Open("a key of a dictionary that may become arguments", given) : target;
    }

    /// <summary>What a name means as that of an argument of a call.</summary>
    public MemberTarget InCall(PythonNode call, string name)
    {
        var callee = call.Child(Fields.Function)!.Value;
        return OfKnownFunction(callee, call, name) ?? Of(evaluator.Of(callee), call, name);
    }

    /// <summary>What the name means in the calls of a file that are given a dictionary's items.</summary>
    public IReadOnlyList<BoundSymbol> Given(PythonNode within, string name) => [.. within.File.Unit.Root.Descendants(Kinds.DictionarySplat)
        .Select(s => s.Ancestor(Kinds.Call, Kinds.Dictionary)).OfType<PythonNode>().Where(c => c.Is(Kinds.Call) && c != within).Distinct()
        .Select(c => InCall(c, name)).SelectMany(t => t.Symbol is { External: null } s ? [s] : t.MayBe ?? [])];

    /// <summary>The parameter of a function that takes an argument by this name; null when there is none.</summary>
    public BoundSymbol? Parameter(FunctionModel function, string name) =>
        function.Parameters.Any(p => p.TakesKeyword && p.Name.Text == name || p.TakesKeyword && function.Scope.Mangle(p.Name.Text) == name)
            ? symbols.Of(function.Scope.Variables[name])
            : null;

    private MemberTarget Of(PythonType callee, PythonNode call, string name) => callee switch
    {
        PythonType.Function(var function, _) => InFunction(function, name),
        PythonType.Class(var of) => InConstructor(of, call, name),
        PythonType.Partial(var of) => Of(of, call, name),
        PythonType.Instance(var of, _) => evaluator.MemberOf(callee, "__call__") is PythonType.Function(var called, _) ? InFunction(called, name) : Unknown(call, name, $"a call of a {of.Name}"),
        PythonType.External external => OfExternal(external, call, name),
        PythonType.Gives or PythonType.Container => MemberTarget.External(name, "builtins"),
        PythonType.OneOf(var parts) => MemberTarget.Combine([.. parts.Select(p => Of(p, call, name))]),
        _ => Unknown(call, name, "the function called is not known"),
    };

    private MemberTarget InFunction(FunctionModel function, string name)
    {
        var definitions = function.Scope.Kind == ScopeKind.Lambda ? [function] : symbols.Definitions(function).ToList();
        if (definitions.Append(function).Select(d => Parameter(d, name)).FirstOrDefault(p => p is not null) is { } parameter) return new MemberTarget(parameter);
        return function.Parameters.FirstOrDefault(p => p.Kind == ParameterKind.Keywords) is { } rest
            ? Forwarded(function, rest.Name.Text, name)
            : MemberTarget.Open($"{function.Name} has no such parameter", Named(function.Name, name));
    }

    /// <summary>A key of <c>**kwargs</c> is no parameter; where they are passed on, it may be one of the function that gets them.</summary>
    private MemberTarget Forwarded(FunctionModel function, string rest, string name)
    {
        var mayBe = function.Node.Descendants(Kinds.DictionarySplat)
            .Where(s => s.FirstChild is { } given && given.Text == rest)
            .Select(s => s.Ancestor(Kinds.Call)).OfType<PythonNode>()
            .Select(c => OfKnownFunction(c.Child(Fields.Function)!.Value, c, name) ?? OfPassedOn(c, name, function))
            .SelectMany(t => t.Symbol is { } s ? [s] : t.MayBe ?? []).Where(s => s.External is null).ToList();
        return mayBe.Count == 0
            ? MemberTarget.External(name, $"the **{rest} of {function.Name}")
            : MemberTarget.Open($"{function.Name} passes it on by **{rest}", mayBe);
    }

    private MemberTarget OfPassedOn(PythonNode call, string name, FunctionModel from) => evaluator.Of(call.Child(Fields.Function)) switch
    {
        PythonType.Function(var inner, _) when inner.Scope == from.Scope => MemberTarget.External(name, from.Name),
        PythonType.Function or PythonType.Class or PythonType.Partial => Of(evaluator.Of(call.Child(Fields.Function)), call, name),
        PythonType.External external => MemberTarget.External(name, external.From),
        _ => Unknown(call, name, "the function called is not known"),
    };

    private MemberTarget InConstructor(ClassModel of, PythonNode call, string name)
    {
        if (of.HasFieldConstructor) return Field(of, name) ?? MemberTarget.External(name, of.Name);
        var member = evaluator.MemberOf(new PythonType.Instance(of), of.Owner("__init__") is not null ? "__init__" : "__new__");
        if (member is PythonType.Function(var function, _)) return InFunction(function, name);
        if (of.Order.Any(c => c.HasUnknownBase)) return Unknown(call, name, $"{of.Name} has a base that is not known");
        // Libraries make constructors of annotated fields, as dataclasses are made.
        return Field(of, name) ?? MemberTarget.External(name, of.Name);
    }

    private MemberTarget? Field(ClassModel of, string name) =>
        of.Order.FirstOrDefault(c => c.Fields.Contains(name)) is { } holder ? new MemberTarget(symbols.Of(holder, name)) : null;

    private MemberTarget InClassHead(PythonNode definition, string name)
    {
        if (name == "metaclass" || definition.File.ScopeOf(definition) is not { } scope) return MemberTarget.External(name, "builtins");
        var bases = evaluator.Classes.Of(scope).Order.Skip(1);
        var initializer = bases.FirstOrDefault(b => b.Members.ContainsKey("__init_subclass__"));
        return initializer is not null && evaluator.MemberOf(new PythonType.Class(initializer), "__init_subclass__") is PythonType.Function(var function, _)
            ? InFunction(function, name)
            : MemberTarget.External(name, "builtins");
    }

    /// <summary>Functions that take the arguments of another: <c>partial(f, x=1)</c>, <c>replace(record, field=1)</c>, <c>record._replace(field=1)</c>.</summary>
    private MemberTarget? OfKnownFunction(PythonNode callee, PythonNode call, string name)
    {
        if (callee.Is(Kinds.Attribute) && callee.Child(Fields.Attribute)?.Text == "_replace" && evaluator.Of(callee.Child(Fields.Object)) is PythonType.Instance(var tuple, _) && tuple.IsNamedTuple)
            return Field(tuple, name);
        if (evaluator.Of(callee) is not PythonType.External external) return null;
        var first = call.Child(Fields.Arguments)?.Children.Where(a => !a.Is(Kinds.KeywordArgument)).Select(a => (PythonNode?)a).FirstOrDefault();
        return external.From switch
        {
            "functools.partial" or "functools.partialmethod" => Of(evaluator.Of(first), call, name),
            "dataclasses.replace" or "copy.replace" or "attr.evolve" or "attrs.evolve" => evaluator.Of(first) is PythonType.Instance(var of, _) ? Field(of, name) : null,
            _ => null,
        };
    }

    /// <summary>An outside function may call what it is given with what it is given.</summary>
    private MemberTarget OfExternal(PythonType.External external, PythonNode call, string name)
    {
        var mayBe = (call.Child(Fields.Arguments)?.Children ?? [])
            .Select(a => a.Is(Kinds.KeywordArgument) ? a.Child(Fields.Value) : a)
            .Select(a => evaluator.Of(a)).OfType<PythonType.Function>()
            .Select(f => Parameter(f.Of, name)).OfType<BoundSymbol>().ToList();
        return mayBe.Count == 0 ? MemberTarget.External(name, external.From) : MemberTarget.Open($"{external.From} may pass it on", mayBe);
    }

    private MemberTarget Unknown(PythonNode call, string name, string why)
    {
        var callee = call.Child(Fields.Function)!.Value;
        var word = callee.Is(Kinds.Attribute) ? callee.Child(Fields.Attribute)?.Text : callee.Is(Kinds.Identifier) ? callee.Text : null;
        return MemberTarget.Open(why, (word is null ? [] : Named(word, name)).Concat(Escaping(name)));
    }

    /// <summary>The parameters of a name that functions so named, or constructors of classes so named, have.</summary>
    private IEnumerable<BoundSymbol> Named(string function, string name) => Having(name)
        .Where(f => f.Name == function || (f.Name is "__init__" or "__new__" && f.Class?.Name == function))
        .Select(f => Parameter(f, name)).OfType<BoundSymbol>();

    /// <summary>The parameters of functions that are handed around as values.</summary>
    private IEnumerable<BoundSymbol> Escaping(string name) => Having(name).Where(IsValue).Select(f => Parameter(f, name)).OfType<BoundSymbol>();

    /// <summary>No file is searched before the first is taken.</summary>
    private IEnumerable<FunctionModel> Having(string name)
    {
        var scopes = program.FilesWith(name).SelectMany(f => f.SitesOf(name))
            .Where(s => s.Binds && s.Scope.Kind == ScopeKind.Function && s.Scope.Variables.GetValueOrDefault(s.Scope.Mangle(name)) is { IsParameter: true })
            .Select(s => s.Scope).Distinct();
        foreach (var scope in scopes) yield return new FunctionModel(scope);
    }

    private bool IsValue(FunctionModel function)
    {
        if (function.Name is "__init__" or "__new__" && function.Class is { } holder) return IsUsedAsValue(holder.Name);
        return IsUsedAsValue(function.Name);
    }

    private bool IsUsedAsValue(string word) => program.FilesWith(word).SelectMany(f => f.SitesOf(word)).Any(IsHandedOn);

    private static bool IsHandedOn(NameSite site)
    {
        if (site.Role is not (NameRole.Load or NameRole.Attribute)) return false;
        var expression = site.Role == NameRole.Attribute ? site.Node.Parent!.Value : site.Node;
        if (expression.Parent is not { } parent || expression.Ancestor(Kinds.Type) is not null) return false;
        var isNamed = expression.Field == Fields.Function || expression.Field == Fields.Object || parent.Is(Kinds.Decorator) || parent.Is(Kinds.Assignment) && expression.Field == Fields.Left
            || parent.Is(Kinds.ArgumentList) && parent.Parent is { } holder && (holder.Is(Kinds.ClassDefinition) || IsClassTest(holder));
        return !isNamed && !parent.Is(Kinds.ExceptClause) && !parent.Is(Kinds.AsPattern) && !parent.Is(Kinds.Tuple) && !AssignedAttributes.IsTarget(expression);
    }

    private static bool IsClassTest(PythonNode call) => call.Child(Fields.Function)?.Text is "isinstance" or "issubclass";
}
