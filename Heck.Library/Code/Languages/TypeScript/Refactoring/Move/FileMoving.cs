using System.Text;
using System.Text.RegularExpressions;
using Heck.Code.Languages.TypeScript.Binding;
using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Modules;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Move;

/// <summary>Moves a file or a folder; module specifiers that name it, and its own, follow, as do paths in manifests.</summary>
internal sealed partial class FileMoving : IRefactoring<MoveFileAsk>
{
    public Proposal Propose(MoveFileAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var ts = new TsScene(scene);
        var moved = scene.Workspace.Files.Paths.Where(p => p.IsWithin(ask.From)).ToDictionary(p => p, p => ask.To.Value + p.Value[ask.From.Value.Length..] is var to ? RepoPath.Parse(to) : default);
        if (moved.Values.FirstOrDefault(p => scene.Workspace.Files.Exists(p) && !moved.ContainsKey(p)) is { Value.Length: > 0 } taken)
            throw ErrorTable.RefactorNameTaken.With($"'{taken}' exists already.", details: scene.Places(ask.First, 0, [(taken, 0, "in the way")]));
        if (moved.Any(m => TypeScriptFiles.Are(m.Key) != TypeScriptFiles.Are(m.Value)))
            throw ErrorTable.RefactorUnsupported.With($"'{ask.To}' is no name of a TypeScript or JavaScript file.", details: scene.Places(ask.First, 0, []));
        var (edits, created) = (new List<ProposedEdit>(), new Dictionary<RepoPath, CodeText>());
        var changes = new List<(RepoPath, int)>();
        foreach (var path in Concerned(ts, moved))
        {
            ct.ThrowIfCancellationRequested();
            var here = TypeScriptFiles.Are(path) ? Specifiers.In(ts.File(path)).Select(s => Change(ts, moved, path, s)).OfType<(int Start, int End, string Text)>().ToList() : InManifest(scene, moved, path, ask).ToList();
            changes.AddRange(here.Select(c => (path, c.Start)));
            if (moved.TryGetValue(path, out var to)) created[to] = Rewritten(scene, path, here);
            else edits.AddRange(here.Select(c => new ProposedEdit(path, c.Start, c.End, CodeText.Of(c.Text))));
        }

        RefuseOwnPlace(ts, moved);
        return new Proposal($"Move {ask.From} to {ask.To}", edits, scene.LedgerOf(changes)) { Created = created, Deleted = [.. moved.Keys] };
    }

    private static IEnumerable<RepoPath> Concerned(TsScene ts, Dictionary<RepoPath, RepoPath> moved)
    {
        var importers = moved.Keys.SelectMany(p => ts.Shared.Workspace.ImportersOf(p)).Where(TypeScriptFiles.Are);
        var words = moved.Keys.Where(TypeScriptFiles.Are).Select(p => Path.GetFileNameWithoutExtension(p.Name)).Append(moved.Keys.First().Parent.Name).Distinct();
        // A mock or an augmentation is no import, but says the module's name.
        var mentions = words.Where(w => w.Length > 0).SelectMany(w => ts.Shared.Workspace.FilesWithWord(w.Split('.', '-')[0])).Where(p => TypeScriptFiles.Are(p) || IsManifest(p));
        return moved.Keys.Concat(importers).Concat(mentions).Concat(ts.Shared.Workspace.Files.Paths.Where(IsManifest)).Distinct().Order();
    }

    private static bool IsManifest(RepoPath path) => path.Name == "package.json" || (path.Name.StartsWith("tsconfig", StringComparison.Ordinal) && path.Extension == ".json") || path.Name == "jsconfig.json";

    private static (int Start, int End, string Text)? Change(TsScene ts, Dictionary<RepoPath, RepoPath> moved, RepoPath path, TsNode text)
    {
        var specifier = text.StringValue()!;
        var target = ts.Program.Import(text.File, specifier)?.File.Path ?? Plain(ts, path, specifier);
        var home = moved.GetValueOrDefault(path, path);
        if (target is not { } known || (known == default && !Specifiers.IsRelative(specifier))) return null;
        if (!moved.TryGetValue(known, out var now)) now = known;
        if (now == known && (home.Parent == path.Parent || !Specifiers.IsRelative(specifier))) return null;
        var written = Specifiers.For(home.Parent, now, specifier, known);
        if (Same(path, home, specifier, known, now) || written == specifier) return null;
        var (start, end) = Specifiers.Inner(text);
        return (start, end, written);
    }

    /// <summary>Both ends moved together: what is written still leads there.</summary>
    private static bool Same(RepoPath path, RepoPath home, string specifier, RepoPath known, RepoPath now) =>
        Specifiers.IsRelative(specifier) && known.Name == now.Name && ModulePaths.Join(path.Parent, specifier) is { } before && ModulePaths.Join(home.Parent, specifier) is { } after
        && Specifiers.Relative(before, known.Value) == Specifiers.Relative(after, now.Value);

    /// <summary>A path to something that is no module: styles, data.</summary>
    private static RepoPath? Plain(TsScene ts, RepoPath path, string specifier) =>
        Specifiers.IsRelative(specifier) && ModulePaths.Join(path.Parent, specifier) is { } there && !ts.Program.IsModuleFile(there) ? there : null;

    private static CodeText Rewritten(RefactorScene scene, RepoPath path, List<(int Start, int End, string Text)> changes)
    {
        var (code, from) = (new CodeText(), 0);
        foreach (var (start, end, text) in changes.OrderBy(c => c.Start))
        {
            code.Copy(path, from, start).Write(text);
            from = end;
        }

        return code.Copy(path, from, scene.Text(path).Utf8.Length);
    }

    private static IEnumerable<(int Start, int End, string Text)> InManifest(RefactorScene scene, Dictionary<RepoPath, RepoPath> moved, RepoPath path, MoveFileAsk ask)
    {
        if (!IsManifest(path) || scene.Workspace.Read(path) is not { } source) yield break;
        var text = Encoding.UTF8.GetString(source.Utf8.Span);
        foreach (Match match in JsonString().Matches(text))
        {
            var value = match.Groups[1].Value;
            if (value.Length == 0 || ModulePaths.Join(path.Parent, value) is not { } named || !(moved.ContainsKey(named) || (named == ask.From && !scene.Workspace.Files.Exists(named)))) continue;
            var now = moved.TryGetValue(named, out var to) ? to : ask.To;
            var written = Specifiers.Relative(path.Parent, now.Value);
            var start = Encoding.UTF8.GetByteCount(text.AsSpan(0, match.Groups[1].Index));
            yield return (start, start + Encoding.UTF8.GetByteCount(value), value.StartsWith('.') ? written : written[2..]);
        }
    }

    /// <summary>Code that asks where it lies would get another answer.</summary>
    private static void RefuseOwnPlace(TsScene ts, Dictionary<RepoPath, RepoPath> moved)
    {
        foreach (var (path, to) in moved.Where(m => TypeScriptFiles.Are(m.Key) && m.Key.Parent != m.Value.Parent))
        {
            var asks = ts.File(path).Root.Subtree.FirstOrDefault(n => n is { Kind: K.Identifier, Text: "__dirname" or "__filename" });
            if (asks.Exists) throw ts.Refuse(ErrorTable.RefactorUnsupported, asks, $"'{path}' asks for its own folder, which would be {to.Parent}.", [asks], "hurt");
        }
    }

    [GeneratedRegex("\"((?:\\.{1,2}/)?[^\"*\\\\:]+)\"")]
    private static partial Regex JsonString();
}
