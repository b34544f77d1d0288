using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>
/// Finds strings that name something when the program runs: <c>getattr</c>, <c>patch</c>, <c>eval</c>, <c>"{x.name}".format</c>, keys given by
/// <c>**</c>. They are never changed; what they may mean is told.
/// </summary>
internal sealed class ReflectionStrings(PythonProgram program, Evaluator evaluator, SymbolFactory symbols, MemberIndex index, MemberLookup members, KeywordLookup keywords)
{
    private static readonly HashSet<string> AttributeFunctions = ["getattr", "setattr", "hasattr", "delattr"];
    private static readonly string[] NameSources = ["locals()", "globals()", "vars(", "__dict__"];
    private static readonly string[] RecordDumps = ["asdict", "_asdict", "astuple", "__dict__", "vars"];

    /// <summary>A string that is a name and nothing else.</summary>
    public MemberTarget? Find(StringLiteral text, string name)
    {
        var parent = text.Node.Parent!.Value;
        if (parent.Is(Kinds.Subscript) && text.Node.Field == Fields.Subscript) return OfNamespace(parent.Child(Fields.Value)!.Value, name) ?? OfRecordKey(text, name);
        if (parent.Is(Kinds.Pair) && text.Node.Field == Fields.Key) return OfArgumentKey(parent.Parent!.Value, name) ?? OfSplatKey(text, name);
        return parent.Is(Kinds.ArgumentList) ? OfArgument(text, parent, name) ?? FindInside(text, name) ?? OfRecordKey(text, name) : null;
    }

    /// <summary>A string that holds a name among other text.</summary>
    public MemberTarget? FindInside(StringLiteral text, string name) => OfPath(text, name) ?? OfFormat(text, name) ?? OfEvaluated(text, name);

    /// <summary>A name beside the value whose member it is: <c>getattr(x, "name")</c>, <c>patch.object(X, "name")</c>.</summary>
    private MemberTarget? OfArgument(StringLiteral text, PythonNode list, string name)
    {
        var arguments = list.Children.ToList();
        var callee = list.Parent?.Child(Fields.Function)?.Text ?? "";
        if (callee[(callee.LastIndexOf('.') + 1)..] is "attrgetter" or "methodcaller") return Undecided(index.AllMembers(name, name), callee);
        if (arguments.IndexOf(text.Node) != 1) return null;
        var target = members.Find(evaluator.Of(arguments[0]), name, name);
        return Undecided(target.Symbol is { External: null } symbol ? [symbol] : AttributeFunctions.Contains(callee) ? target.MayBe ?? [] : [], callee);
    }

    /// <summary><c>globals()["name"]</c>, <c>x.__dict__["name"]</c>, <c>vars(x)["name"]</c>.</summary>
    private MemberTarget? OfNamespace(PythonNode owner, string name)
    {
        if (owner.Is(Kinds.Call) && owner.Child(Fields.Function)?.Text is "globals" or "locals" && owner.File.Module.Variables.TryGetValue(name, out var variable)) return Undecided([symbols.Of(variable)], owner.Text);
        var of = owner.Is(Kinds.Attribute) && owner.Child(Fields.Attribute)?.Text == "__dict__" ? owner.Child(Fields.Object)
            : owner.Is(Kinds.Call) && owner.Child(Fields.Function)?.Text == "vars" ? owner.Child(Fields.Arguments)?.FirstChild : null;
        if (of is null) return null;
        var target = members.Find(evaluator.Of(of), name, name);
        return Undecided(target.Symbol is { External: null } symbol ? [symbol] : target.MayBe ?? [], owner.Text);
    }

    /// <summary>A key where the file turns records into dictionaries.</summary>
    private MemberTarget? OfRecordKey(StringLiteral text, string name) => RecordDumps.Any(d => text.Node.File.SitesOf(d).Count > 0)
        ? Undecided(index.Declaring(name).Where(m => m.Name == name && (m.Class.IsDataClass || m.Class.IsNamedTuple)).Select(symbols.Of), "a record as dictionary")
        : null;

    /// <summary><c>Thread(target=f, kwargs={"name": 1})</c>.</summary>
    private MemberTarget? OfArgumentKey(PythonNode dictionary, string name)
    {
        if (dictionary.Parent is not { } argument || !argument.Is(Kinds.KeywordArgument) || argument.Child(Fields.Name)?.Text is not ("kwargs" or "kwds" or "keywords")) return null;
        if (argument.Ancestor(Kinds.Call, Kinds.ClassDefinition) is not { } call || !call.Is(Kinds.Call)) return null;
        return Undecided(keywords.InCall(call, name).MayBe ?? [], "arguments given as a dictionary");
    }

    /// <summary>A key of a dictionary, where the file calls something with the items of one as arguments.</summary>
    private MemberTarget? OfSplatKey(StringLiteral text, string name) => Undecided(keywords.Given(text.Node, name), "arguments given by **");

    /// <summary>A dotted path to something of the workspace: <c>patch("pkg.mod.name")</c>.</summary>
    private MemberTarget? OfPath(StringLiteral text, string name)
    {
        var parts = text.Content.Split('.', ':');
        var last = Array.IndexOf(parts, name);
        if (last <= 0 || parts.Any(p => p.Length == 0 || !p.All(c => c == '_' || char.IsLetterOrDigit(c)))) return null;
        PythonType? owner = null;
        for (var count = last; count > 0 && owner is null; count--)
        {
            if (program.Modules.Find(text.Node.File.Path, string.Join('.', parts[..count])) is { } module)
                owner = parts[count..last].Aggregate((PythonType)new PythonType.Module(module), evaluator.MemberOf);
        }

        return owner is null or PythonType.UnknownType || members.Find(owner, name, name).Symbol is not { External: null } found ? null : Undecided([found], "a path in a string");
    }

    /// <summary><c>"{x.name}".format(…)</c>; <c>"{name}".format(**locals())</c>.</summary>
    private MemberTarget? OfFormat(StringLiteral text, string name)
    {
        if (text.Node.Parent is not { } parent) return null;
        var isFormat = parent.Is(Kinds.Attribute) && parent.Child(Fields.Attribute)?.Text is "format" or "format_map";
        if (isFormat && text.Content.Contains('.' + name, StringComparison.Ordinal)) return Undecided(index.AllMembers(name, name), "str.format");
        var statement = text.Node;
        while (statement.Parent is { } around && !around.Is(Kinds.Block) && around.Parent is not null) statement = around;
        var isFilled = text.Content.Contains('{' + name, StringComparison.Ordinal) || text.Content.Contains($"({name})", StringComparison.Ordinal);
        var source = isFilled ? NameSources.FirstOrDefault(s => statement.Text.Contains(s, StringComparison.Ordinal)) : null;
        return source is null ? null : Undecided(InScope(text, name).Concat(index.AllMembers(name, name)), source);
    }

    private MemberTarget? OfEvaluated(StringLiteral text, string name) => text.Node.Parent is { } list && list.Is(Kinds.ArgumentList) && list.Parent?.Child(Fields.Function)?.Text is "eval" or "exec"
        ? Undecided(InScope(text, name).Concat(index.AllMembers(name, name)), "eval")
        : null;

    private IEnumerable<BoundSymbol> InScope(StringLiteral text, string name)
    {
        var scope = text.Node.Ancestor(Kinds.FunctionDefinition, Kinds.Lambda, Kinds.ClassDefinition) is { } holder ? holder.File.ScopeOf(holder) : null;
        return evaluator.Names.Of(new NameSite(text.Node, NameRole.Store, scope ?? text.Node.File.Module, Binds: false), name) is Meaning.Of(var variable) ? [symbols.Of(variable)] : [];
    }

    private static MemberTarget? Undecided(IEnumerable<BoundSymbol> mayBe, string by) => mayBe.ToList() is { Count: > 0 } found ? MemberTarget.Open($"a name in a string, for {by}", found) : null;
}
