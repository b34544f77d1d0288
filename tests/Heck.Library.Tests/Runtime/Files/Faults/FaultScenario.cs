using System.Diagnostics;
using System.Globalization;
using Heck.Code.Patches;
using Heck.Contracts;
using Heck.Library.Tests.Code.Patches;
using Heck.Runtime.Files;
using Heck.TestChild;
using Heck.Verbs.Status;

namespace Heck.Library.Tests.Runtime.Files.Faults;

/// <summary>
/// A repository with a patch of so many files (made, deleted with their folders, renamed, rewritten, made executable, binary, links made, turned, deleted and exchanged for files),
/// the two states of its tree, and what to do to it.
/// Each run starts from the same bytes, in memory where the machine has a file system for that.
/// </summary>
internal sealed class FaultScenario : IDisposable
{
    private readonly TemporaryRepository _repository = new(Directory.Exists("/dev/shm") ? "/dev/shm" : null);
    private readonly Dictionary<string, DiskImage> _starts = [];

    public FaultScenario(int files)
    {
        var bench = new PatchTestBench(_repository);
        PatchId = bench.Create([.. Enumerable.Range(0, files).SelectMany(Edits)]).Id;
        (Before, _starts["apply"]) = (_repository.Snapshot(), DiskImage.Read(_repository.Root));
        bench.Apply(PatchId);
        (After, _starts["rollback"]) = (_repository.Snapshot(), DiskImage.Read(_repository.Root));
    }

    public string PatchId { get; }

    /// <summary>The tree without the patch.</summary>
    public string Before { get; }

    /// <summary>The tree with it.</summary>
    public string After { get; }

    public TemporaryRepository Repository => _repository;

    /// <summary>Puts the tree where a verb begins: apply, rollback, or recovery, of an apply that was ended when every file was exchanged and nothing marked: the most that there can be to put back.</summary>
    public async Task<DiskImage> StartAsync(string verb)
    {
        if (!_starts.TryGetValue(verb, out var image)) _starts[verb] = image = await UnmarkedAsync();
        image.WriteTo(_repository.Root);
        return image;
    }

    private async Task<DiskImage> UnmarkedAsync()
    {
        using var records = new TemporaryRepository();
        var log = records.Full("log");
        var start = await StartAsync("apply");
        Assert.Equal("ok", await RunAsync("apply", ("LOG", log)));
        var calls = CallLog.Read(log);
        var mark = calls.Select((call, i) => (call, i)).Last(numbered => numbered.call[0] == "rename" && numbered.call[2].EndsWith(".done", StringComparison.Ordinal)).i;
        return new PowerCuts(start, calls).StateAt(mark, _ => PowerCuts.Fate.Kept);
    }

    /// <summary>Runs a verb on what stands there, with faults; the last line that it said, null when it was ended before.</summary>
    public async Task<string?> RunAsync(string verb, params (string Name, string Value)[] faults)
    {
        var start = FaultLibrary.Preloaded("move", _repository.Root, verb, PatchId);
        foreach (var (name, value) in faults) start.Environment[$"HECK_FAULT_{name}"] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
    }

    /// <summary>How many calls a verb makes that change something.</summary>
    public async Task<int> CountAsync(string verb)
    {
        await StartAsync(verb);
        using var counted = new TemporaryRepository();
        var file = counted.Full("count");
        Assert.Equal("ok", await RunAsync(verb, ("COUNT", file)));
        return int.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>The next start; then says which of the two the tree is, and holds the patch's own state to it.</summary>
    public async Task<bool> IsAfterOnceRecoveredAsync(string what)
    {
        var status = await new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root }).RunAsync(new StatusRequest(), TestContext.Current.CancellationToken);
        Assert.True(status.Ok, $"{what}: {status.Error?.Message}");
        var found = _repository.Snapshot();
        Assert.True(found == Before || found == After, $"{what} left a mixture:\n{found}");
        Assert.False(CommitJournal.AnyIn(_repository.Layout), $"{what} left something in the journal");
        var isApplied = new PatchTestBench(_repository).Store.Load(PatchId).State == PatchState.Applied;
        Assert.True(isApplied == (found == After), $"{what}: the patch says {(isApplied ? "applied" : "not applied")}, the tree does not");
        return found == After;
    }

    public void Dispose() => _repository.Dispose();

    // Each kind of change, some in folders that come or go with it. A rename is two edits of one file.
    private IEnumerable<FileEdit> Edits(int i)
    {
        var (one, two) = (Commits.Content(i, "one"), Commits.Content(i, "two"));
        var (here, there) = ("../mode/2.sh"u8.ToArray(), "nowhere/yet"u8.ToArray());
        return (i % 10) switch
        {
            0 => [Made($"created/{i}/new.txt", two)],
            1 => [Edit($"deleted/{i % 3}/{i}/old.txt", one, null)],
            2 => [Edit($"mode/{i}.sh", one, one, GitFileMode.Executable)],
            3 => [Edit($"moved/{i}/from.txt", one, null), Made($"moved-to/{i}.txt", one, GitFileMode.Executable)],
            4 => [Edit($"binary/{i}.bin", [0, .. one], [0, 255, .. two])],
            5 => [Made($"links/made/{i}", "../../mode/2.sh"u8.ToArray(), GitFileMode.Link)],
            6 => [EditLink($"links/{i}", here, there, GitFileMode.Link)],
            7 => i % 20 == 7 ? [Edit($"links/becomes-{i}", one, here, GitFileMode.Link)] : [EditLink($"links/was-{i}", here, two, GitFileMode.Regular)],
            8 => [EditLink($"links/gone/{i}/link", there, null, null)],
            _ => [Edit($"changed/{i}.txt", one, two, GitFileMode.Executable)],
        };
    }

    private static FileEdit Made(string path, byte[] after, GitFileMode? mode = null) => new(RepoPath.Parse(path), null, after, mode);

    private FileEdit Edit(string path, byte[] before, byte[]? after, GitFileMode? mode = null)
    {
        _repository.Write(path, before);
        return new FileEdit(RepoPath.Parse(path), before, after, mode);
    }

    private FileEdit EditLink(string path, byte[] before, byte[]? after, GitFileMode? mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_repository.Full(path))!);
        SymbolicLink.Create(_repository.Full(path), before);
        return new FileEdit(RepoPath.Parse(path), before, after, mode);
    }
}
