using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Library.Tests.Code.Languages.Go.Binding;

/// <summary>A module copied to a folder of its own, with what Go says of it before anything is renamed.</summary>
internal sealed partial class ModuleTree : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("heck-module-").FullName;
    private readonly MemoryFiles _files;
    private readonly MemoryWorkspace _workspace;
    private readonly List<string[]> _checks = [];

    public ModuleTree(string source, string modulePath)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not ("go.mod" or "go.sum")))
        {
            var target = Path.Combine(_root, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, File.ReadAllBytes(file));
        }

        File.WriteAllText(Path.Combine(_root, "go.mod"), $"module {modulePath}\n\ngo 1.19\n");
        _files = new MemoryFiles(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/testdata/"))
            .Select(f => KeyValuePair.Create(RepoPath.Parse(Path.GetRelativePath(_root, f)), (ReadOnlyMemory<byte>)File.ReadAllBytes(f))));
        _workspace = new MemoryWorkspace(_files);
        string[][] checks = [["vet", "./..."], ["test", "-vet=off", "./..."], ["test", "-vet=off", "-run", "XXX", "./..."]];
        _checks.AddRange(checks.Where(c => Go(c) is null).Take(2));
    }

    public IEnumerable<string> Checks => _checks.Select(c => string.Join(' ', c));

    public int LineOf(RepoPath path, int offset) => _workspace.Read(path)!.Lines.PositionAt(offset).Line;

    /// <summary>Declared names in an order given by the seed; kinds in turn, so that the few are not lost among the many.</summary>
    public IEnumerable<(RepoPath Path, int Offset, string Name, string Kind)> Seeds(int seed)
    {
        var program = new GoProgram(_workspace);
        var objects = _files.Paths.Select(program.File).OfType<Heck.Code.Languages.Go.Binding.Syntax.GoFile>().SelectMany(f => f.Scopes.Declared)
            .Where(o => o is { Kind: not ObjectKind.Predeclared, IsEmbedded: false } && o.Canonical == o && o.Name is not ("" or "_" or ".")).ToArray();
        new Random(seed).Shuffle(objects);
        return objects.GroupBy(o => o.Kind).OrderBy(g => g.Key).SelectMany(g => g.Select((o, i) => (Turn: i, Object: o))).OrderBy(o => o.Turn)
            .Select(o => (o.Object.File.Path, o.Object.NameNode.Start, o.Object.Name, o.Object.Kind.ToString().ToLowerInvariant()));
    }

    /// <summary>What came of a rename: right, refused with the code, or wrong with what Go says; then what gopls did.</summary>
    public string Rename(RepoPath path, int offset, string newName)
    {
        try
        {
            var outcome = new RenameDriver(_workspace, new GoBinderFactory()).Rename(path, offset, new RenameOptions(newName), CancellationToken.None);
            var after = new OverlayWorkspace(_workspace, outcome.Edits);
            var texts = outcome.Edits.Files.ToDictionary(f => f.Value, f => Encoding.UTF8.GetString(after.Read(f)!.Bytes.Span));
            foreach (var (file, text) in texts) File.WriteAllText(Path.Combine(_root, file), text);
            var failure = _checks.Select(c => Go(c)).FirstOrDefault(f => f is not null);
            Restore(texts.Keys);
            return $"{(failure is null ? "right" : "WRONG " + failure)}\t{outcome.Ledger.Changed.Count}\t{Gopls(path, offset, newName, texts)}";
        }
        catch (HeckException refusal)
        {
            return $"refused {refusal.Error.Code}\t{refusal.Error.Message}\t{(refusal.Error.Details?["places"] as JsonArray)?.LastOrDefault()?.ToJsonString()}";
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Restore(IEnumerable<string> paths)
    {
        foreach (var file in paths) File.WriteAllBytes(Path.Combine(_root, file), _files.Read(RepoPath.Parse(file))!.Value.ToArray());
    }

    private string? Go(params string[] arguments) => Run("go", arguments) is var (exit, output) && exit == 0 ? null : output.Replace('\n', '|').Replace('\t', ' ')[..Math.Min(output.Length, 600)];

    private string Gopls(RepoPath path, int offset, string newName, Dictionary<string, string> ours)
    {
        if (Environment.GetEnvironmentVariable("HECK_GOPLS") is null) return "gopls not asked";
        var (exit, output) = Run("gopls", ["rename", "-w", $"{Path.Combine(_root, path.Value)}:#{offset}", newName]);
        var theirs = _files.Paths.Where(p => p.Extension == ".go").Select(p => (p.Value, Text: File.ReadAllText(Path.Combine(_root, p.Value))))
            .Where(t => t.Text != Encoding.UTF8.GetString(_files.Read(RepoPath.Parse(t.Value))!.Value.Span)).ToDictionary(t => t.Value, t => t.Text);
        var failure = theirs.Count > 0 && Code(theirs, ours).Any() ? Go("vet", "./...") : null;
        Restore(theirs.Keys);
        if (exit != 0 || theirs.Count == 0) return "gopls refuses: " + output.Replace('\n', ' ');
        var different = Code(theirs, ours).ToList();
        return different.Count == 0 ? "gopls agrees" : $"gopls differs{(failure is null ? "" : ", and its result does not compile")}, in " + string.Join(' ', different.Select(f => $"{f}:{FirstDifference(Code(ours.GetValueOrDefault(f), f), Code(theirs.GetValueOrDefault(f), f))}"));
    }

    private IEnumerable<string> Code(Dictionary<string, string> theirs, Dictionary<string, string> ours) =>
        ours.Keys.Union(theirs.Keys).Where(f => Code(ours.GetValueOrDefault(f), f) != Code(theirs.GetValueOrDefault(f), f));

    private static string FirstDifference(string ours, string theirs)
    {
        var (a, b) = (ours.Split('\n'), theirs.Split('\n'));
        var line = a.Zip(b).TakeWhile(p => p.First == p.Second).Count();
        return $"{line + 1} ours {a.ElementAtOrDefault(line)?.Trim()} theirs {b.ElementAtOrDefault(line)?.Trim()}";
    }

    /// <summary>gopls changes any word of a doc comment; only the code is compared.</summary>
    private string Code(string? text, string path) => Comment().Replace(text ?? Encoding.UTF8.GetString(_files.Read(RepoPath.Parse(path))!.Value.Span), "");

    private (int Exit, string Output) Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _root, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["GOPROXY"] = "off", ["GOFLAGS"] = "-mod=mod" } };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        return (process.ExitCode, errors.Result + output.Result);
    }

    [GeneratedRegex("//[^\n]*")]
    private static partial Regex Comment();
}
