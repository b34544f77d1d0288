using System.Text;
using System.Text.Json;
using Heck.Code.Patches;
using Heck.Code.Patches.Formats;
using Heck.Code.Patches.Replies;
using Heck.Code.Refactoring.Structural.Rules;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Code.Patches;
using Heck.Library.Tests.Code.Patches.Replies;
using Heck.Runtime.Configuration;
using Heck.Runtime.Files;
using Heck.Runtime.RunLogs;
using Heck.TestChild;

namespace Heck.Library.Tests.Runtime;

/// <summary>Every parser of what others wrote, or may have damaged: it reads, or refuses by an error of the table, within five seconds and 500 MB.</summary>
public sealed class ParserFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void Diffs() => Fuzz(OurDiffs(_ => true), diff => UnifiedDiffReader.Read(diff));

    [Fact]
    public void Diffs_on_a_tree()
    {
        var trees = Trees(11).Take(2).ToList();
        using var repository = new TemporaryRepository();
        trees[0].Write(repository.Root);
        var before = repository.Snapshot();
        Fuzz([DiffCase.OurDiff(trees[0], trees[1])], diff => new DiffReplay(repository.Layout).Replay(UnifiedDiffReader.Read(diff)));
        Assert.Equal(before, repository.Snapshot());
    }

    [Fact]
    public void Binary_patches()
    {
        var old = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"{i} ")));
        Fuzz(
            [.. Deltas, .. OurDiffs(diff => diff.IndexOf("GIT binary patch"u8) >= 0)],
            diff =>
            {
                Attempt(() =>
                {
                    foreach (var section in UnifiedDiffReader.Read(diff)) section.Binary?.ApplyTo(old);
                });
                // The commands of a delta, which a checksum keeps the mutations above from.
                new BinaryDiff(IsDelta: true, diff).ApplyTo(old);
                GitBase85.TryDecode(Encoding.Latin1.GetString(diff), diff.Length / 5 * 4);
            });
    }

    [Theory]
    [InlineData("Unified")]
    [InlineData("V4a")]
    [InlineData("Blocks")]
    [InlineData(null)]
    public void Replies(string? form) => Fuzz(
        [.. Directory.EnumerateFiles(ReplyCase.Root, "reply", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)],
        reply => ReplyReader.Read(reply, form is null ? null : Enum.Parse<ReplyForm>(form), path => path.Length % 2 == 0));

    /// <summary>They are carried out, too; nothing beside the tree's own files may change, whatever they say.</summary>
    [Fact]
    public void Journals()
    {
        using var repository = new TemporaryRepository();
        var blobs = repository.Blobs;
        var (one, two) = (new FileState(blobs.Put("one"u8), UnixFileMode.UserRead | UnixFileMode.UserWrite), new FileState(blobs.Put("two"u8), null));
        blobs.Flush();
        CommitJournalEntry[] good = [Entry("a.txt", ".heck-tmp-x-0", one, two), Entry("b/c.txt", ".heck-tmp-x-1", null, two), Entry("d.txt", ".heck/journal/.heck-tmp-x-2", one, null)];
        repository.Write(".git/config", "one");
        var length = Journal(good).Length;
        var journals = repository.Layout.JournalFolder;
        Fuzz(
            [Journal(good), Journal([.. good, Entry(".git/e", ".git/.heck-tmp-x-3", one, null)])],
            journal =>
            {
                Directory.Delete(repository.Layout.StateFolder, recursive: true);
                repository.Write($".heck/journal/x.{new[] { "open", "staging", "done" }[(journal.Length - length) % 3 is var phase and >= 0 ? phase : 0]}", journal);
                foreach (var name in new[] { "a.txt", ".heck-tmp-x-0", "b/c.txt", ".heck-tmp-x-1", ".heck/journal/.heck-tmp-x-2", ".git/.heck-tmp-x-3" }) repository.Write(name, name.Length % 2 == 0 ? "one" : "two");
                try
                {
                    CommitRecovery.Run(repository.Layout);
                }
                finally
                {
                    Assert.Equal(["config", ".heck-tmp-x-3"], Directory.GetFiles(repository.Full(".git")).Select(file => Path.GetFileName(file)).OrderDescending(StringComparer.Ordinal));
                }
            });

        static byte[] Journal(CommitJournalEntry[] entries) => JsonSerializer.SerializeToUtf8Bytes(new CommitJournalContent("test", entries, [RepoPath.Parse("b")]), CommitJournalJson.Instance.CommitJournalContent);

        static CommitJournalEntry Entry(string path, string staged, FileState? before, FileState? after) => new(RepoPath.Parse(path), RepoPath.Parse(staged), before, after);
    }

    [Fact]
    public async Task Run_logs()
    {
        using var repository = new TemporaryRepository();
        var log = new RunLog(repository.Layout);
        for (var i = 0; i < 5; i++) await log.AppendAsync(Records.Make($"run-{i}"), TestContext.Current.CancellationToken);
        var files = Directory.GetFiles(repository.Layout.RunLogFolder).Where(file => new FileInfo(file).Length > 0).ToList();
        Fuzz(
            [.. files.Select(File.ReadAllBytes)],
            content =>
            {
                foreach (var file in files) File.WriteAllBytes(file, content);
                new RunLogVerifier(log).Verify(null);
                log.ReadLast();
            });
    }

    [Fact]
    public void Metadata_of_patches()
    {
        using var repository = new TemporaryRepository();
        repository.Write("a.txt", "one\n");
        var bench = new PatchTestBench(repository);
        var id = bench.Create(new FileEdit(RepoPath.Parse("a.txt"), "one\n"u8.ToArray(), "two\n"u8.ToArray())).Id;
        bench.Apply(id);
        var file = Path.Combine(repository.Layout.PatchFolder, id + ".json");
        var before = repository.Snapshot();
        Fuzz(
            [File.ReadAllBytes(file)],
            content =>
            {
                File.WriteAllBytes(file, content);
                Attempt(() => bench.Store.States());
                Attempt(() => bench.Store.List());
                var (present, known) = (repository.Snapshot(), repository.Text("a.txt"));
                Attempt(() => bench.Rollback(id));
                // Rolled back exactly, or not at all.
                Assert.True(repository.Snapshot() == present || repository.Text("a.txt") == "one\n", $"{known} became {repository.Text("a.txt")}");
                if (repository.Snapshot() != before) repository.Write("a.txt", "two\n");
            });
    }

    [Fact]
    public void Configuration() => Fuzz(["{}"u8.ToArray(), ConfigFile.Serialize(new HeckConfig())], content => ConfigFile.Parse(content));

    [Fact]
    public void Rules() => Fuzz(
        [
            """
            rules:
              - id: no-log
                language: typescript
                pattern: console.log($$$A)
                where:
                  - not: { inside: { kind: catch_clause } }
                  - any:
                      - { of: $$$A, regex: . }
                      - has: { pattern: arguments }
                rewrite: log($$$A)
                match: ['console.log(1)']
                no_match: ['try { a() } catch { console.log(1) }']
            """u8.ToArray(),
            "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nrules: [*c, *c]\n"u8.ToArray(),
        ],
        content => RuleFileReader.Read("rules.yml", content));

    private void Fuzz(IReadOnlyList<byte[]> seeds, Action<byte[]> read) => output.WriteLine($"{TestContext.Current.TestMethod!.MethodName}: {Fuzzing.Run(seeds, read)}");

    private static void Attempt(Action act)
    {
        try
        {
            act();
        }
        catch (HeckException)
        {
        }
    }

    private static byte[][] Deltas =>
    [
        [0x94, 0x0B, 0x0A, 0x91, 0x05, 0x08, 0x02, 65, 66],
        Encoding.UTF8.GetBytes("diff --git a/z b/z\nindex 65da110ac1c817dce4e1eed1a0320ca7a4b32b3e..90271de9ba6f58977f1a67a3619847f630e4be41 100755\nGIT binary patch\ndelta 18\nZcmbO)uu@=yJO@`Qn|y=Ap>hUpP5?8u1mOSx\n\ndelta 7\nOcmZ1}FkfJUJO=;@w*o)_\n\n"),
    ];

    private static IEnumerable<GitTree> Trees(int seed) => new RandomHistory(seed).Trees().Skip(4);

    private static List<byte[]> OurDiffs(Func<ReadOnlySpan<byte>, bool> where) =>
        [.. Enumerable.Range(1, 20).Select(seed => Trees(seed).Take(2).ToList()).Select(trees => DiffCase.OurDiff(trees[0], trees[1])).Where(diff => diff.Length > 0 && where(diff))];
}
