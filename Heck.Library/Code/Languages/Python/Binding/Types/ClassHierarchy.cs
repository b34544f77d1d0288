using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>Who derives from whom over the whole workspace, found through the files that hold a class's name.</summary>
internal sealed class ClassHierarchy(PythonProgram program, ClassTable classes)
{
    private readonly Dictionary<ClassModel, IReadOnlyList<ClassModel>> _derived = [];

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

    /// <summary>Whether one object may be of both classes.</summary>
    public bool AreRelated(ClassModel one, ClassModel other) =>
        one.Derives(other) || other.Derives(one) || Fits(one, other) || Fits(other, one) || DerivedFrom(one).Any(d => d.Derives(other));

    /// <summary>Whether a class has what a protocol asks for.</summary>
    private static bool Fits(ClassModel of, ClassModel protocol) =>
        protocol.ExternalBases.Exists(b => b.EndsWith(".Protocol", StringComparison.Ordinal)) && protocol.Members.Keys.All(m => of.Owner(m) is not null);

    private IEnumerable<ClassModel> Direct(ClassModel of)
    {
        var words = new HashSet<string> { of.Name };
        var open = new Queue<string>(words);
        while (open.TryDequeue(out var word))
        {
            foreach (var file in program.FilesWith(word))
            {
                foreach (var found in classes.In(file).Where(c => c.Bases.Contains(of))) yield return found;
                foreach (var alias in Aliases(file, word).Where(words.Add)) open.Enqueue(alias);
            }
        }
    }

    /// <summary>Names under which a file knows what it imports by <c>as</c>.</summary>
    private static IEnumerable<string> Aliases(PythonFile file, string word) => file.SitesOf(word)
        .Where(s => s is { Role: NameRole.Imported, Binds: false })
        .Select(s => s.Node.Ancestor(Kinds.AliasedImport)?.Child(Fields.Alias)?.Text).OfType<string>();
}
