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

/// <summary>Spreads the declarations of a file over several of its package.</summary>
internal sealed class GoSplit : IRefactoring<SplitAsk>
{
    public Proposal Propose(SplitAsk ask, RefactorScene frame, CancellationToken ct)
    {
        var scene = new GoScene(frame);
        var file = scene.File(ask.Path);
        var parts = new List<(RepoPath, IReadOnlyList<GoObject>)>();
        var seen = new HashSet<string>();
        foreach (var part in ask.Parts)
        {
            if (part.To.Parent != ask.Path.Parent) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{part.To}' is in another package; move the declarations there instead.", ask.Path, 0);
            if (part.Names.FirstOrDefault(n => !seen.Add(n)) is { } twice) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{twice}' is named twice.", ask.Path, 0);
            parts.Add((part.To, [.. part.Names.SelectMany(n => Named(scene, file, n))]));
        }

        ct.ThrowIfCancellationRequested();
        return new MoveWithin(scene, ask, 0, file).Propose($"Split {ask.Path}", parts);
    }

    /// <summary>A type takes the methods along that stand in its file; a method is named <c>Type.Method</c>.</summary>
    private static IEnumerable<GoObject> Named(GoScene scene, GoFile file, string name)
    {
        var parts = name.Split('.');
        var found = file.Package.Find(parts[0]) is { } declared && declared.File == file ? declared : null;
        if (parts.Length == 2) found = file.Package.Find(parts[0]) is { } owner && file.Package.Method(owner, parts[1]) is { } method && method.File == file ? method : null;
        if (found is null) throw ErrorTable.TargetNotFound.With($"{file.Path} does not declare '{name}'.", details: scene.Frame.Places(file.Path, 0, []));
        return found.Kind == ObjectKind.Type ? file.Package.Methods(found).Where(m => m.File == file).Prepend(found) : [found];
    }
}
