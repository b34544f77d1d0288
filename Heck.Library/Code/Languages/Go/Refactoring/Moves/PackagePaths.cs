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

    /// <summary>An import that leads back to where it stands; null when there is none among new imports and those that are there.</summary>
    public (string From, string To)? Circle(IReadOnlyList<(string From, string To)> added, IEnumerable<(string From, string To)> addedInTests)
    {
        var packages = scene.Program.AllPackages.Where(p => !p.IsExternalTest && Of(p.Folder) is not null).ToList();
        var imports = packages.SelectMany(p => p.Files.SelectMany(f => f.Scopes.Imports.Select(i => (From: Of(p.Folder)!, To: GoProgram.PathOf(i), f.IsTest)))).ToList();
        var next = imports.Where(i => !i.IsTest).Select(i => (i.From, i.To)).Concat(added).ToLookup(i => i.From, i => i.To);
        var inTests = imports.Where(i => i.IsTest).Select(i => (i.From, i.To)).Concat(addedInTests);
        return added.Concat(inTests).Where(i => Leads(next, i.To, i.From)).Select(i => ((string, string)?)i).FirstOrDefault();
    }

    private static bool Leads(ILookup<string, string> next, string from, string to)
    {
        var seen = new HashSet<string>();
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var at))
        {
            if (at == to) return true;
            if (!seen.Add(at)) continue;
            foreach (var further in next[at]) queue.Enqueue(further);
        }

        return false;
    }
}
