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
/// A repository with a patch of so many files (made, deleted with their folders, rewritten, made executable), the two states of its tree, and what to do to it.
/// Each run starts from the same bytes, in memory where the machine has a file system for that.
/// </summary>
internal sealed class FaultScenario : IDisposable
{
    private readonly TemporaryRepository _repository = new(Directory.Exists("/dev/shm") ? "/dev/shm" : null);
    private readonly Dictionary<string, DiskImage> _starts = [];

    public FaultScenario(int files)
    {
        var bench = new PatchTestBench(_repository);
        PatchId = bench.Create([.. Enumerable.Range(0, files).Select(Edit)]).Id;
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

    public DiskImage StartOf(string verb) => _starts[verb];

    /// <summary>Runs a verb on what stands there, with faults; the last line that it said, null when it was ended before.</summary>
    public async Task<string?> RunAsync(string verb, params (string Name, string Value)[] faults)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Heck.TestChild.dll"), "move", _repository.Root, verb, PatchId]) { RedirectStandardOutput = true };
        start.Environment["LD_PRELOAD"] = FaultLibrary.File!;
        start.Environment["HECK_FAULT_ROOT"] = _repository.Root;
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in faults) start.Environment[$"HECK_FAULT_{name}"] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
    }

    /// <summary>How many calls a verb makes that change something.</summary>
    public async Task<int> CountAsync(string verb)
    {
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

    private FileEdit Edit(int i)
    {
        var (one, two) = (Commits.Content(i, "one"), Commits.Content(i, "two"));
        var (path, before, after, mode) = (i % 5) switch
        {
            0 => ($"created/{i}/new.txt", null, two, (GitFileMode?)null),
            1 => ($"deleted/{i % 3}/{i}/old.txt", one, null, null),
            2 => ($"mode/{i}.sh", one, one, GitFileMode.Executable),
            _ => ($"changed/{i}.txt", one, two, (GitFileMode?)null),
        };
        if (before is not null) _repository.Write(path, before);
        return new FileEdit(RepoPath.Parse(path), before, after, mode);
    }
}
