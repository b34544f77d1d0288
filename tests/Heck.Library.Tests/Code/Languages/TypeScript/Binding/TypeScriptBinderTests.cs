using Heck.Code.Languages.TypeScript.Binding;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Languages.TypeScript.Binding;

/// <summary>What names mean in a whole file, beside what each means when it is asked by itself.</summary>
public sealed class TypeScriptBinderTests
{
    [Fact]
    public void The_uses_in_a_file_are_those_of_each_of_its_names()
    {
        var folder = Path.Combine(Corpus.Npm("rxjs"), "src", "internal");
        Assert.SkipUnless(Directory.Exists(folder), "The packages of eng/test-tools are not installed.");
        var workspace = new MemoryWorkspace(new MemoryFiles(Corpus.Files(folder, ".ts").Select(
            f => KeyValuePair.Create(RepoPath.Parse(Path.GetRelativePath(folder, f).Replace('\\', '/')), (ReadOnlyMemory<byte>)File.ReadAllBytes(f)))));
        var binder = new TypeScriptBinder(workspace);
        foreach (var file in new[] { "operators/bufferTime.ts", "Subscriber.ts" }.Select(RepoPath.Parse)) Compare(binder, workspace, file);
    }

    [Fact]
    public void One_thing_from_outside_is_the_same_in_every_file_that_imports_it()
    {
        var workspace = new MemoryWorkspace(new MemoryFiles([("a.ts", "import fs, { readFile as read } from 'fs';\nread(fs);\n"), ("b.ts", "import other, { readFile } from 'fs';\nreadFile(other);\n")]));
        var binder = new TypeScriptBinder(workspace);
        Assert.Equal(Meant("a.ts"), Meant("b.ts"));

        IEnumerable<BoundSymbol?> Meant(string path) => binder.UsesIn(RepoPath.Parse(path), TestContext.Current.CancellationToken).TakeLast(2).Select(u => u.Symbol);
    }

    private static void Compare(TypeScriptBinder binder, MemoryWorkspace workspace, RepoPath file)
    {
        var ct = TestContext.Current.CancellationToken;
        var text = workspace.Read(file)!;
        var uses = binder.UsesIn(file, ct);
        Assert.True(uses.Count > 100);
        foreach (var name in uses.GroupBy(u => System.Text.Encoding.UTF8.GetString(text.Utf8.Span[u.Start..(u.Start + u.Length)])))
        {
            var alone = binder.UsesOf(name.Key, ct).Where(u => u.Path == file && binder.TextAt(file, u.Start) == TextKind.Other).ToList();
            Assert.Equal(alone.Select(u => u.Start).Distinct(), name.Select(u => u.Start).Distinct());
            // Members are joined over the workspace when a name is asked by itself, and an import is what it imports here.
            Assert.All(alone.Where(u => u.Symbol is { ByDot: false, Kind: not ("import" or "external") }), u => Assert.Contains(name, n => n.Start == u.Start && n.Symbol is { } s && (s.Path, s.Offset) == (u.Symbol!.Path, u.Symbol.Offset)));
        }
    }
}
