using Heck.Library.Tests.Code.Refactoring.Rename;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heck.Code.Languages.Python.Binding;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Syntax;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Library.Tests.Code.Languages.Python.Binding;

/// <summary>A module of the standard library and its tests, copied to a folder of their own.</summary>
internal sealed class PackageTree : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("heck-package-").FullName;
    private readonly string _module;
    private readonly MemoryFiles _files;
    private readonly MemoryWorkspace _workspace;
    private readonly Process? _rope;
    private HashSet<string>? _known;

    public PackageTree(string module)
    {
        _module = module;
        var library = Python.Run("import os; print(os.path.dirname(os.__file__))").Trim();
        Copy(library, module, _root);
        Copy(Path.Combine(library, "test"), "test_" + module, Path.Combine(_root, "test"));
        _files = new MemoryFiles([.. Directory.EnumerateFiles(_root, "*.py", SearchOption.AllDirectories).Select(f => (Path.GetRelativePath(_root, f), File.ReadAllText(f)))]);
        _workspace = new MemoryWorkspace(_files);
        _rope = StartRope();
        _known = Findings();
    }

    public bool Passes() => RunTests(_root) is null;

    public int LineOf(RepoPath path, int offset) => _workspace.Read(path)!.Lines.PositionAt(offset).Line;

    /// <summary>Declared names in an order given by the seed, one place for each variable and member.</summary>
    public IEnumerable<(RepoPath Path, int Offset, string Name, string Kind)> Seeds(int seed)
    {
        var found = _files.Paths.SelectMany(SeedsOf).ToArray();
        new Random(seed).Shuffle(found);
        // Members, names of modules, parameters and locals in turn, so that the few are not lost among the many.
        return found.GroupBy(f => f.Item4 is "attribute" or "class assignment" or "class function" ? "member" : f.Item4.Split(' ') is ["module", _] ? "module" : f.Item4)
            .SelectMany(g => g.Select((f, i) => (Turn: i, Seed: f))).OrderBy(f => f.Turn).Select(f => f.Seed);
    }

    /// <summary>What came of a rename: right, refused with the code, or wrong with the reason; then what rope did.</summary>
    public string Rename(RepoPath path, int offset, string newName)
    {
        try
        {
            var outcome = new RenameDriver(_workspace, new PythonBinderFactory()).Rename(path, offset, new RenameOptions(newName), CancellationToken.None);
            var after = new OverlayWorkspace(_workspace, outcome.Edits);
            var texts = outcome.Edits.Files.ToDictionary(f => f, f => Encoding.UTF8.GetString(after.Read(f)!.Bytes.Span));
            foreach (var (file, text) in texts) File.WriteAllText(Path.Combine(_root, file.Value), text);
            var failure = RunTests(_root);
            foreach (var file in texts.Keys) File.WriteAllBytes(Path.Combine(_root, file.Value), _files.Read(file)!.Value.ToArray());
            return $"{(failure is null ? "right" : "WRONG " + failure)}\t{outcome.Ledger.Changed.Count}\t{Rope(path, offset, newName, texts)}";
        }
        catch (HeckException refusal)
        {
            return $"refused {refusal.Error.Code}\t{refusal.Error.Message}\t{(refusal.Error.Details?["places"] as JsonArray)?.LastOrDefault()?.ToJsonString()}";
        }
    }

    /// <summary>What came of another refactoring: right, refused with the code, or wrong with the reason.</summary>
    public string Refactor<TAsk>(TAsk ask)
        where TAsk : RefactorAsk
    {
        IReadOnlyList<ProposedFile> files;
        try
        {
            files = new RefactorDriver(_workspace, new PythonBinderFactory()).Run(ask, CancellationToken.None).Files;
        }
        catch (HeckException refusal)
        {
            return $"refused {refusal.Error.Code}\t{refusal.Error.Message}";
        }

        foreach (var file in files.Where(f => f.After is not null)) File.WriteAllBytes(Path.Combine(_root, file.Path.Value), file.After!.Bytes.ToArray());
        var failure = RunTests(_root) ?? NewFindings();
        foreach (var file in files)
        {
            if (file.Before is { } before) File.WriteAllBytes(Path.Combine(_root, file.Path.Value), before.Bytes.ToArray());
            else File.Delete(Path.Combine(_root, file.Path.Value));
        }

        return failure is null ? "right" : $"WRONG {failure}";
    }

    /// <summary>Names that pyflakes knows to be undefined and did not before.</summary>
    private string? NewFindings()
    {
        var found = Findings();
        _known ??= found;
        return found.Except(_known).FirstOrDefault();
    }

    private HashSet<string> Findings() => [.. Python.TryRun(_root, "import subprocess, sys; print(subprocess.run(['/usr/bin/python3', '-m', 'pyflakes', '.'], capture_output=True, text=True).stdout)").Output.Split('\n')
        .Where(l => l.Contains("undefined name", StringComparison.Ordinal)).Select(l => l[l.IndexOf("undefined", StringComparison.Ordinal)..])];

    /// <summary>The module's own files, without tests.</summary>
    public IEnumerable<PythonFile> Sources()
    {
        foreach (var path in _files.Paths.Where(p => !p.Value.StartsWith("test/", StringComparison.Ordinal)))
        {
            using var parser = new SyntaxParser(Grammar.Python);
            yield return PythonFile.Read(path, _workspace.Read(path)!, parser);
        }
    }

    public void Dispose()
    {
        _rope?.StandardInput.Close();
        _rope?.WaitForExit();
        _rope?.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private IEnumerable<(RepoPath, int, string, string)> SeedsOf(RepoPath path)
    {
        using var parser = new SyntaxParser(Grammar.Python);
        var file = PythonFile.Read(path, _workspace.Read(path)!, parser);
        var attributes = file.Unit.Root.Descendants(Kinds.Attribute).Where(a => AssignedAttributes.IsTarget(a) && a.Child(Fields.Object)?.Text == "self")
            .Select(a => a.Child(Fields.Attribute)!.Value).DistinctBy(a => a.Text).Select(a => (path, a.Start, a.Text, "attribute"));
        return ScopesOf(file.Module).SelectMany(s => s.Variables.Values)
            .Where(v => !PythonNameRule.IsSpecial(v.Name))
            .Select(v => (path, v.First.Name.Start, v.First.Name.Text, $"{v.Scope.Kind} {v.First.Kind}".ToLowerInvariant())).Concat(attributes);
    }

    private static IEnumerable<Scope> ScopesOf(Scope scope) => scope.Children.SelectMany(ScopesOf).Prepend(scope);

    private string? RunTests(string root)
    {
        var package = Path.Combine(root, "test", "test_" + _module);
        var names = Directory.Exists(package)
            ? Directory.EnumerateFiles(package, "test*.py").Select(f => $"test.test_{_module}.{Path.GetFileNameWithoutExtension(f)}").Order(StringComparer.Ordinal)
            : Enumerable.Repeat($"test.test_{_module}", 1);
        var (exit, output) = Python.TryRun(root, $"""
            import sys
            sys.path.insert(0, {JsonSerializer.Serialize(root)})
            import unittest, compileall
            if not compileall.compile_dir({JsonSerializer.Serialize(root)}, quiet=2, force=True): sys.exit("does not compile")
            import test
            test.__path__.insert(0, {JsonSerializer.Serialize(Path.Combine(root, "test"))})
            suite = unittest.defaultTestLoader.loadTestsFromNames({JsonSerializer.Serialize(names)})
            result = unittest.TextTestRunner(verbosity=0, failfast=True, stream=open("/dev/null", "w")).run(suite)
            for _, text in result.errors + result.failures: print(text[-600:])
            sys.exit(0 if result.wasSuccessful() and result.testsRun > 0 else 1)
            """);
        return exit == 0 ? null : output.Replace('\n', '|').Replace('\t', ' ');
    }

    private static void Copy(string from, string name, string to)
    {
        Directory.CreateDirectory(to);
        if (File.Exists(Path.Combine(from, name + ".py"))) File.Copy(Path.Combine(from, name + ".py"), Path.Combine(to, name + ".py"));
        foreach (var file in Directory.Exists(Path.Combine(from, name)) ? Directory.EnumerateFiles(Path.Combine(from, name), "*", SearchOption.AllDirectories) : [])
        {
            if (file.Contains("__pycache__", StringComparison.Ordinal)) continue;
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private Process? StartRope()
    {
        var script = Path.Combine(RenameCase.Root, "../../oracles/rope_rename.py");
        if (Python.TryRun(_root, "import rope", "/usr/bin/python3").Exit != 0) return null;
        return Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, _root]) { RedirectStandardInput = true, RedirectStandardOutput = true });
    }

    private string Rope(RepoPath path, int offset, string newName, Dictionary<RepoPath, string> ours)
    {
        if (_rope is null) return "no rope";
        var text = Encoding.UTF8.GetString(_workspace.Read(path)!.Utf8.Span[..offset]);
        _rope.StandardInput.WriteLine(new JsonObject { ["path"] = path.Value, ["offset"] = text.EnumerateRunes().Count(), ["name"] = newName }.ToJsonString());
        _rope.StandardInput.Flush();
        var answer = JsonNode.Parse(_rope.StandardOutput.ReadLine()!)!;
        if (answer["files"] is not JsonObject files) return $"rope refuses: {answer["refused"]}";
        var theirs = files.ToDictionary(f => f.Key, f => f.Value!.GetValue<string>());
        if (theirs.Count == ours.Count && ours.All(o => theirs.GetValueOrDefault(o.Key.Value) == o.Value)) return "rope agrees";
        return "rope differs: " + string.Join(" ", ours.Keys.Select(k => k.Value).Union(theirs.Keys).Select(k => Differ(k, ours.GetValueOrDefault(RepoPath.Parse(k)), theirs.GetValueOrDefault(k))));
    }

    private string Differ(string path, string? ours, string? theirs)
    {
        var before = Encoding.UTF8.GetString(_files.Read(RepoPath.Parse(path))!.Value.Span).Split('\n');
        var (a, b) = ((ours ?? string.Join('\n', before)).Split('\n'), (theirs ?? string.Join('\n', before)).Split('\n'));
        return string.Join(' ', a.Zip(b).Select((p, i) => p.First == p.Second ? null : $"[{path}:{i + 1} ours {(p.First == before[i] ? "leaves" : "changes")} {before[i].Trim()}]").Where(d => d is not null).Take(4));
    }
}
