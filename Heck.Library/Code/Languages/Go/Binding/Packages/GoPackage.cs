using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Contracts;

namespace Heck.Code.Languages.Go.Binding.Packages;

/// <summary>
/// The files of a folder that share a package clause, whatever system or build tag each is for, in-package tests included. Declarations of one name
/// are one object.
/// </summary>
internal sealed class GoPackage
{
    private readonly Dictionary<string, GoObject> _names = [];
    private readonly Dictionary<string, Dictionary<string, GoObject>> _methods = [];

    public GoPackage(RepoPath folder, string name, IReadOnlyList<GoFile> files)
    {
        (Folder, Name, Files) = (folder, name, files);
        foreach (var file in files)
        {
            file.Package = this;
            foreach (var declared in file.Scopes.TopLevel) Add(_names, declared);
        }

        foreach (var (type, method) in files.SelectMany(f => f.Scopes.Methods)) AddMethod(type, method);
        foreach (var type in _names.Values.Where(o => o is { Kind: ObjectKind.Type, Parts.Count: > 0 })) MergeMembers(type);
    }

    public RepoPath Folder { get; }

    public string Name { get; }

    public IReadOnlyList<GoFile> Files { get; }

    /// <summary>A <c>foo_test</c> package that tests its folder's <c>foo</c> from outside.</summary>
    public bool IsExternalTest => Name.EndsWith("_test", StringComparison.Ordinal) && Files.All(f => f.IsTest);

    /// <summary>Copies of other people's modules.</summary>
    public bool IsVendored => Folder.Value.Split('/').Contains("vendor");

    public IEnumerable<GoObject> Objects => _names.Values;

    public GoObject? Find(string name) => _names.GetValueOrDefault(name);

    public GoObject? Method(GoObject type, string name) => MethodsByName(type).GetValueOrDefault(name);

    public IEnumerable<GoObject> Methods(GoObject type) => MethodsByName(type).Values;

    private IReadOnlyDictionary<string, GoObject> MethodsByName(GoObject type) =>
        _names.GetValueOrDefault(type.Name) == type && _methods.TryGetValue(type.Name, out var methods) ? methods : System.Collections.Immutable.ImmutableDictionary<string, GoObject>.Empty;

    private void AddMethod(string type, GoObject method)
    {
        if (_names.GetValueOrDefault(type) is not { Kind: ObjectKind.Type } owner) return;
        method.Owner = owner;
        if (method.Name == "_") return;
        if (!_methods.TryGetValue(type, out var methods)) _methods[type] = methods = [];
        Add(methods, method);
    }

    private static void Add(Dictionary<string, GoObject> names, GoObject declared)
    {
        if (!names.TryAdd(declared.Name, declared)) declared.MergeInto(names[declared.Name]);
    }

    /// <summary>The fields of a type that is declared once for each system are one, too.</summary>
    private static void MergeMembers(GoObject type)
    {
        var first = new Dictionary<string, GoObject>();
        foreach (var part in type.Declarations)
        {
            var own = new HashSet<string>();
            foreach (var member in part.File.Scopes.MembersOf(part.Declaration.Get(F.Type)))
            {
                if (own.Add(member.Name) && !first.TryAdd(member.Name, member)) member.MergeInto(first[member.Name]);
            }
        }
    }
}
