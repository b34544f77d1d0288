using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Moves;

/// <summary>Where packages lie and who may import them.</summary>
internal sealed class PackagePaths(GoScene scene)
{
    private readonly List<GoModule> _modules = [.. scene.Frame.Workspace.Files.Paths.Where(p => p.Name == "go.mod").Select(p => GoModule.Read(p, scene.Frame.Workspace.Files)).OfType<GoModule>()];

    /// <summary>The path by which a folder's package is imported; null outside of modules.</summary>
    public string? Of(RepoPath folder)
    {
        if (ModuleOf(folder) is not { } module) return null;
        var rest = folder.Value[module.Folder.Value.Length..].Trim('/');
        return rest.Length == 0 ? module.Path : $"{module.Path}/{rest}";
    }

    public GoModule? ModuleOf(RepoPath folder) => _modules.Where(m => folder == m.Folder || folder.IsWithin(m.Folder)).MaxBy(m => m.Folder.Value.Length);

    /// <summary>Whether code of one package may import another by the rule of folders called internal.</summary>
    public static bool IsVisible(string from, string to)
    {
        var parts = to.Split('/');
        var at = Array.LastIndexOf(parts, "internal");
        if (at < 0) return true;
        var home = string.Join('/', parts[..at]);
        return from == home || from.StartsWith(home + "/", StringComparison.Ordinal);
    }

    /// <summary>Whether a package needs another, through others too; some needs are new and some go.</summary>
    public bool Needs(GoPackage from, GoPackage to, IReadOnlyCollection<(GoPackage From, GoPackage To)> added)
    {
        var seen = new HashSet<GoPackage>();
        var queue = new Queue<GoPackage>([from]);
        while (queue.TryDequeue(out var package))
        {
            if (package == to) return true;
            if (!seen.Add(package)) continue;
            foreach (var next in package.Files.Where(f => !f.IsTest).SelectMany(f => f.Scopes.Imports).Select(scene.Program.Imported).OfType<GoPackage>().Concat(added.Where(a => a.From == package).Select(a => a.To))) queue.Enqueue(next);
        }

        return false;
    }
}
