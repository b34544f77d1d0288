using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>Which classes of the workspace declare members of a name.</summary>
internal sealed class MemberIndex(PythonProgram program, Evaluator evaluator, SymbolFactory symbols)
{
    private static readonly string[] Makers = ["namedtuple", "NamedTuple", "TypedDict"];

    private readonly Dictionary<string, IReadOnlyList<Entity.Member>> _members = [];
    private readonly Dictionary<string, IReadOnlyList<ClassModel>> _hooks = [];

    /// <summary>Every class that declares a member so spelled.</summary>
    public IReadOnlyList<Entity.Member> Declaring(string spelled)
    {
        if (_members.TryGetValue(spelled, out var known)) return known;
        return _members[spelled] = [.. program.FilesWith(spelled).SelectMany(f => evaluator.Classes.In(f).Concat(Made(f)))
            .Distinct().SelectMany(c => KeysOf(c, spelled), (c, key) => new Entity.Member(c, key))];
    }

    /// <summary>The members of a mangled name in classes that some object may share with a class.</summary>
    public IEnumerable<Entity.Member> RelatedMembers(ClassModel of, string name, string spelled) =>
        Declaring(spelled).Where(m => m.Name == name && evaluator.Hierarchy.AreRelated(of, m.Class));

    /// <summary>Whether all of some members of one name, at least one, are renamed together.</summary>
    public bool AreOneFamily(IReadOnlyList<Entity.Member> members, string spelled) =>
        members.Count > 0 && members.Select(m => m.Class).ToHashSet().SetEquals(Family(members[0], [.. members.Select(m => m.Class)], spelled));

    /// <summary>The classes among some whose members of a name are one with a class's: some object may be of both, or a common base calls what they define.</summary>
    public HashSet<ClassModel> Family(Entity.Member first, IReadOnlyList<ClassModel> among, string spelled)
    {
        var hooks = HooksOf(spelled);
        var family = new HashSet<ClassModel> { first.Class };
        for (var more = among; more.Count > 0;)
        {
            more = [.. among.Where(c => !family.Contains(c) && family.Any(f => evaluator.Hierarchy.AreRelated(f, c) || hooks.Any(h => f.Derives(h) && c.Derives(h))))];
            family.UnionWith(more);
        }

        return family;
    }

    /// <summary>Classes that use a member of their own objects which only derived classes declare.</summary>
    private IReadOnlyList<ClassModel> HooksOf(string spelled)
    {
        if (_hooks.TryGetValue(spelled, out var known)) return known;
        return _hooks[spelled] = [.. program.FilesWith(spelled).SelectMany(f => f.SitesOf(spelled)).Where(s => s.Role == NameRole.Attribute)
            .Select(s => evaluator.Of(s.Node.Parent!.Value.Child(Fields.Object)) switch
            {
                PythonType.Instance(var of, _) when of.Owner(s.Scope.Mangle(spelled)) is null => of,
                PythonType.Class(var of) when of.Owner(s.Scope.Mangle(spelled)) is null => of,
                _ => null,
            }).OfType<ClassModel>().Distinct()];
    }

    /// <summary>All members of a name; no file is searched before the first is taken.</summary>
    public IEnumerable<BoundSymbol> AllMembers(string name, string spelled)
    {
        foreach (var member in Declaring(spelled))
        {
            if (member.Name == name) yield return symbols.Of(member.Class, member.Name);
        }
    }

    private static IEnumerable<string> KeysOf(ClassModel of, string spelled)
    {
        var mangled = of.Scopes.Count > 0 ? of.Scopes[0].Mangle(spelled) : spelled;
        return of.Members.ContainsKey(mangled) ? [mangled] : [];
    }

    /// <summary>Classes that calls make.</summary>
    private IEnumerable<ClassModel> Made(PythonFile file) => Makers
        .SelectMany(file.SitesOf).Select(s => s.Node.Ancestor(Kinds.Call)).OfType<PythonNode>()
        .Select(evaluator.Classes.MadeBy).OfType<ClassModel>();
}
