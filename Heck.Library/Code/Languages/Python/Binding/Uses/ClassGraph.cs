using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>Who derives from whom over the whole workspace, found through the files that hold a class's name.</summary>
internal sealed class ClassGraph(PythonProgram program, Evaluator evaluator, SymbolFactory symbols)
{
    private readonly Dictionary<ClassModel, IReadOnlyList<ClassModel>> _derived = [];
    private static readonly string[] Makers = ["namedtuple", "NamedTuple", "TypedDict"];

    private readonly Dictionary<string, IReadOnlyList<Entity.Member>> _members = [];

    /// <summary>All classes that derive from a class, near or far.</summary>
    public IReadOnlyList<ClassModel> DerivedFrom(ClassModel of)
    {
        if (_derived.TryGetValue(of, out var known)) return known;
        var (found, open) = (new HashSet<ClassModel>(), new Queue<ClassModel>([of]));
        while (open.TryDequeue(out var next))
        {
            foreach (var direct in Direct(next).Where(found.Add)) open.Enqueue(direct);
        }

        return _derived[of] = [.. found];
    }

    /// <summary>Every class that declares a member so spelled.</summary>
    public IReadOnlyList<Entity.Member> Declaring(string spelled)
    {
        if (_members.TryGetValue(spelled, out var known)) return known;
        return _members[spelled] = [.. program.FilesWith(spelled).SelectMany(f => evaluator.Classes.In(f).Concat(Made(f)))
            .Distinct().SelectMany(c => KeysOf(c, spelled), (c, key) => new Entity.Member(c, key))];
    }

    /// <summary>The members of a mangled name in classes that some object may share with a class.</summary>
    public IEnumerable<Entity.Member> RelatedMembers(ClassModel of, string name, string spelled) =>
        Declaring(spelled).Where(m => m.Name == name && AreRelated(of, m.Class));

    /// <summary>Whether all of some members of one name, at least one, are renamed together.</summary>
    public bool AreOneFamily(IReadOnlyList<Entity.Member> members) =>
        members.Count > 0 && Family(members[0].Class, [.. members.Select(m => m.Class)]).Count == members.Select(m => m.Class).Distinct().Count();

    /// <summary>The classes among some that hang together with one of them through shared objects.</summary>
    public HashSet<ClassModel> Family(ClassModel first, IReadOnlyList<ClassModel> among)
    {
        var family = new HashSet<ClassModel> { first };
        for (var more = among; more.Count > 0;)
        {
            more = [.. among.Where(c => !family.Contains(c) && family.Any(f => AreRelated(f, c)))];
            family.UnionWith(more);
        }

        return family;
    }

    public IEnumerable<BoundSymbol> AllMembers(string name, string spelled) =>
        Declaring(spelled).Where(m => m.Name == name).Select(m => symbols.Of(m.Class, m.Name));

    /// <summary>Whether one object may be of both classes.</summary>
    public bool AreRelated(ClassModel one, ClassModel other) =>
        one.Derives(other) || other.Derives(one) || DerivedFrom(one).Any(d => d.Derives(other));

    private static IEnumerable<string> KeysOf(ClassModel of, string spelled)
    {
        var mangled = of.Scopes.Count > 0 ? of.Scopes[0].Mangle(spelled) : spelled;
        return of.Members.ContainsKey(mangled) ? [mangled] : [];
    }

    /// <summary>Classes that calls make.</summary>
    private IEnumerable<ClassModel> Made(PythonFile file) => Makers
        .SelectMany(file.SitesOf).Select(s => s.Node.Ancestor(Kinds.Call)).OfType<PythonNode>()
        .Select(evaluator.Classes.MadeBy).OfType<ClassModel>();

    private IEnumerable<ClassModel> Direct(ClassModel of)
    {
        var words = new HashSet<string> { of.Name };
        var open = new Queue<string>(words);
        while (open.TryDequeue(out var word))
        {
            foreach (var file in program.FilesWith(word))
            {
                foreach (var found in evaluator.Classes.In(file).Where(c => c.Bases.Contains(of))) yield return found;
                foreach (var alias in Aliases(file, word).Where(words.Add)) open.Enqueue(alias);
            }
        }
    }

    /// <summary>Names under which a file knows what it imports by <c>as</c>.</summary>
    private static IEnumerable<string> Aliases(PythonFile file, string word) => file.SitesOf(word)
        .Where(s => s is { Role: NameRole.Imported, Binds: false })
        .Select(s => s.Node.Ancestor(Kinds.AliasedImport)?.Child(Fields.Alias)?.Text).OfType<string>();
}
