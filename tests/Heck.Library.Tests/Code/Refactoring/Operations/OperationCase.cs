using System.Globalization;
using System.Text;
using System.Text.Json;
using Heck.Code.Languages;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts;
using Heck.Library.Tests.Code.Refactoring.Rename;

namespace Heck.Library.Tests.Code.Refactoring.Operations;

/// <summary>
/// A folder <c>tests/fixtures/refactor/operations/LANGUAGE-OPERATION-WHAT</c> with <c>input/</c>, <c>request.json</c> and <c>expected/</c>, or in the request the refusal.
/// The request says <c>do</c> (the verb without <c>refactor</c>), <c>target</c>, and what the verb's options say, in their names; <c>oracle</c> says who confirmed the expected tree.
/// </summary>
internal sealed class OperationCase
{
    private readonly JsonElement _request;

    private OperationCase(string folder, JsonElement request) => (Folder, _request) = (folder, request);

    public static string Root { get; } = Path.Combine(RenameCase.Root, "operations");

    public string Folder { get; }

    public string Do => Text("do")!;

    public string? Refused => Text("refused");

    public string? Oracle => Text("oracle");

    /// <summary>The program that prints the same before and after, as a command line; null when none is run.</summary>
    public string? Program => Text("runs");

    public SortedDictionary<string, string> Input => ReadTree("input");

    public SortedDictionary<string, string> Expected => ReadTree("expected");

    public static IEnumerable<string> Names(string language) =>
        Directory.EnumerateDirectories(Root, language + "-*").Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    public static OperationCase Read(string name)
    {
        var folder = Path.Combine(Root, name);
        return new OperationCase(folder, JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "request.json"))).RootElement);
    }

    /// <summary>The tree after the refactoring.</summary>
    public SortedDictionary<string, string> Run(CancellationToken ct)
    {
        var workspace = new MemoryWorkspace(new MemoryFiles([.. Input.Select(f => (f.Key, f.Value))]));
        var tree = Input;
        foreach (var file in RunAsk(workspace, ct).Files)
        {
            if (file.After is null) tree.Remove(file.Path.Value);
            else tree[file.Path.Value] = Encoding.UTF8.GetString(file.After.Bytes.Span);
        }

        return tree;
    }

    private RefactorOutcome RunAsk(MemoryWorkspace workspace, CancellationToken ct)
    {
        var place = Place(workspace, Text("target")!);
        var accept = Flag("accept_unknown");
        RefactorOutcome Run<T>(T ask)
            where T : RefactorAsk =>
            new RefactorDriver(workspace, LanguageCatalog.Of(ask.Path)!.Binder!).Run(ask with { AcceptUnknown = accept }, ct);
        return Do switch
        {
            "extract-function" => Run(new ExtractAsk(place.Path, place.Start, place.End, ExtractKind.Function, Text("name")!)),
            "extract-variable" => Run(new ExtractAsk(place.Path, place.Start, place.End, ExtractKind.Variable, Text("name")!)),
            "extract-constant" => Run(new ExtractAsk(place.Path, place.Start, place.End, ExtractKind.Constant, Text("name")!)),
            "extract-type" => Run(new ExtractAsk(place.Path, place.Start, place.End, ExtractKind.Type, Text("name")!)),
            "inline" => Run(new InlineAsk(place.Path, place.Start)),
            "safe-delete" => Run(new SafeDeleteAsk(place.Path, place.Start)),
            "move" => Run(new MoveAsk(place.Path, [place.Start, .. List("more").Select(t => Place(workspace, t).Start)], RepoPath.Parse(Text("to")!))),
            "move-file" => Run(new MoveFileAsk(RepoPath.Parse(Text("target")!), RepoPath.Parse(Text("to")!), workspace.Files.Paths.First(p => p.IsWithin(RepoPath.Parse(Text("target")!))))),
            "split" => Run(new SplitAsk(place.Path, [.. _request.GetProperty("into").EnumerateObject().Select(p => new SplitPart(RepoPath.Parse(p.Name), [.. p.Value.EnumerateArray().Select(n => n.GetString()!)]))])),
            "export" => Run(new ExportAsk(place.Path, place.Start, Text("style"), Text("to"))),
            "unexport" => Run(new UnexportAsk(place.Path, place.Start, Text("to"))),
            "change-signature" => Run(new ChangeSignatureAsk(place.Path, place.Start, List("add"), List("remove"), List("order"))),
            var other => throw new InvalidDataException($"{Folder}: no operation '{other}'."),
        };
    }

    /// <summary><c>path</c>, <c>path:line:column</c> or <c>path:line:column-line:column</c>.</summary>
    private static (RepoPath Path, int Start, int End) Place(MemoryWorkspace workspace, string target)
    {
        var parts = target.Split(':', '-');
        // A path may hold a dash; the numbers are the last two or four parts.
        var numbers = parts.Reverse().TakeWhile(p => int.TryParse(p, CultureInfo.InvariantCulture, out _)).Reverse().Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToList();
        var path = RepoPath.Parse(numbers.Count == 0 ? target : target[..target.IndexOf(':', StringComparison.Ordinal)]);
        if (numbers.Count == 0) return (path, 0, 0);
        var lines = workspace.Read(path)!.Lines;
        var start = lines.OffsetAt(numbers[0], numbers[1]);
        return (path, start, numbers.Count == 4 ? lines.OffsetAt(numbers[2], numbers[3]) : start);
    }

    private string? Text(string key) => _request.TryGetProperty(key, out var value) ? value.GetString() : null;

    private bool Flag(string key) => _request.TryGetProperty(key, out var value) && value.GetBoolean();

    private List<string> List(string key) => _request.TryGetProperty(key, out var value) ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [];

    private SortedDictionary<string, string> ReadTree(string part)
    {
        var root = Path.Combine(Folder, part);
        return new SortedDictionary<string, string>(
            Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".pyc", StringComparison.Ordinal))
                .ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), f => Encoding.UTF8.GetString(File.ReadAllBytes(f))),
            StringComparer.Ordinal);
    }
}
