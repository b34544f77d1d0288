using Heck.Code.Index.Querying;
using Heck.Contracts;

namespace Heck.Code.Explaining;

/// <summary>Through which files the symbols of a module can be reached: itself, and what passes its exports on.</summary>
internal sealed class ModuleReach
{
    private readonly HashSet<RepoPath> _doors;
    private readonly HashSet<RepoPath> _users;

    private ModuleReach(HashSet<RepoPath> doors, HashSet<RepoPath> users) => (_doors, _users) = (doors, users);

    public static ModuleReach Of(IndexReader reader, RepoPath module)
    {
        var doors = new HashSet<RepoPath> { module };
        var users = new HashSet<RepoPath> { module };
        var open = new Queue<RepoPath>(doors);
        while (open.TryDequeue(out var door))
        {
            var importers = reader.ImportersOf(door);
            users.UnionWith(importers);
            // Python has no re-export of its own: what a package's __init__ imports, it passes on.
            foreach (var passing in reader.ReExportersOf(door).Concat(importers.Where(i => i.Name == "__init__.py")))
            {
                if (doors.Add(passing)) open.Enqueue(passing);
            }
        }

        return new ModuleReach(doors, users);
    }

    /// <summary>True for the module and for every file that imports it or a file that passes it on.</summary>
    public bool IsUser(RepoPath path) => _users.Contains(path);

    public bool IsDoor(RepoPath path) => _doors.Contains(path);
}
