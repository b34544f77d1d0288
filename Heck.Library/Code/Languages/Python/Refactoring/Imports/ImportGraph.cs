using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Contracts;

namespace Heck.Code.Languages.Python.Refactoring.Imports;

/// <summary>Which files a file imports when it is loaded.</summary>
internal sealed class ImportGraph(PythonScene python)
{
    private readonly Dictionary<RepoPath, IReadOnlyList<RepoPath>> _edges = [];

    /// <summary>Whether loading a file loads another, directly or not, with some imports more.</summary>
    public bool Reaches(RepoPath from, RepoPath to, IReadOnlyCollection<(RepoPath From, RepoPath To)> more)
    {
        var (seen, open) = (new HashSet<RepoPath>(), new Stack<RepoPath>([from]));
        while (open.TryPop(out var at))
        {
            if (at == to) return true;
            if (!seen.Add(at)) continue;
            foreach (var next in ImportsOf(at).Concat(more.Where(m => m.From == at).Select(m => m.To))) open.Push(next);
        }

        return false;
    }

    /// <summary>Whether an import statement runs when its file is loaded.</summary>
    public static bool RunsAtLoad(PythonNode statement) => statement.Definition is null && !IsForTypes(statement);

    public static bool IsForTypes(PythonNode statement) => statement.Ancestors.Any(a => a.Is(Kinds.IfStatement) && a.Child(Fields.Condition)?.Text is "TYPE_CHECKING" or "typing.TYPE_CHECKING");

    private IReadOnlyList<RepoPath> ImportsOf(RepoPath path)
    {
        if (_edges.TryGetValue(path, out var known)) return known;
        return _edges[path] = python.Program.File(path) is { } file ? [.. Read(file).Distinct().Where(p => p != path)] : [];
    }

    private IEnumerable<RepoPath> Read(PythonFile file)
    {
        foreach (var statement in file.Unit.Root.OwnNodes.Where(n => n.Is(Kinds.ImportFrom) && RunsAtLoad(n)))
        {
            if (python.Evaluator.Names.FromModule(statement) is not { } module) continue;
            var parts = statement.ChildrenIn(Fields.Name).Select(n => python.Program.Modules.Submodule(module, (n.Child(Fields.Name) ?? n).Text)).ToList();
            foreach (var part in parts.OfType<Modules.PythonModule>().SelectMany(p => p.Files)) yield return part;
            if (parts.Exists(p => p is null) || parts.Count == 0) foreach (var own in module.Files) yield return own;
        }

        foreach (var dotted in file.Unit.Root.OwnNodes.Where(n => n.Is(Kinds.ImportStatement) && RunsAtLoad(n)).SelectMany(s => s.ChildrenIn(Fields.Name)).Select(n => n.Child(Fields.Name) ?? n))
        {
            if (python.Evaluator.Names.ImportedModule(dotted, dotted.Children.Count()) is Meaning.Module(var module)) foreach (var own in module.Files) yield return own;
        }
    }
}
