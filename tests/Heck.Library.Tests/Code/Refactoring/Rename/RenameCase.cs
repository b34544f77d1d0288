using System.Globalization;
using System.Text;
using System.Text.Json;
using Heck.Code.Languages;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Heck.Tests.Shared;

namespace Heck.Library.Tests.Code.Refactoring.Rename;

/// <summary>A folder with <c>input/</c>, <c>request.json</c> and <c>expected/</c>, or in the request the refusal.</summary>
internal sealed record RenameCase(string Folder, string Target, RenameOptions Options, string? Refused, string? Program)
{
    public static string Root { get; } = Path.Combine(Checkout.Root, "tests", "fixtures", "refactor");

    public SortedDictionary<string, string> Expected => ReadTree("expected");

    public static RenameCase Read(string name)
    {
        var folder = Path.Combine(Root, name);
        var request = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "request.json"))).RootElement;
        string? Text(string key) => request.TryGetProperty(key, out var value) ? value.GetString() : null;
        bool Flag(string key) => request.TryGetProperty(key, out var value) && value.GetBoolean();
        return new RenameCase(folder, Text("target")!, new RenameOptions(Text("name")!, Flag("comments"), Flag("strings"), Flag("accept_unknown"), Flag("overloads")), Text("refused"), Text("runs"));
    }

    /// <summary>The tree after the rename.</summary>
    public SortedDictionary<string, string> Run()
    {
        var workspace = new MemoryWorkspace(new MemoryFiles([.. ReadTree("input").Select(f => (f.Key, f.Value))]));
        var (path, line, column) = SplitTarget();
        var offset = workspace.Read(path)!.Lines.OffsetAt(line, column);
        var outcome = new RenameDriver(workspace, LanguageCatalog.Of(path)!.Binder!).Rename(path, offset, Options, TestContext.Current.CancellationToken);
        var after = new OverlayWorkspace(workspace, outcome.Edits);
        return new SortedDictionary<string, string>(workspace.Files.Paths.ToDictionary(p => p.Value, p => Encoding.UTF8.GetString(after.Read(p)!.Bytes.Span)), StringComparer.Ordinal);
    }

    private (RepoPath Path, int Line, int Column) SplitTarget()
    {
        var parts = Target.Split(':');
        return (RepoPath.Parse(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    private SortedDictionary<string, string> ReadTree(string part)
    {
        var root = Path.Combine(Folder, part);
        return new SortedDictionary<string, string>(
            Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".pyc", StringComparison.Ordinal))
                .ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), f => Encoding.UTF8.GetString(File.ReadAllBytes(f))),
            StringComparer.Ordinal);
    }
}
