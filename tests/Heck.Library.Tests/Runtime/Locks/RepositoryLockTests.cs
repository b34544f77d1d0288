using System.Diagnostics;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Locks;

namespace Heck.Library.Tests.Runtime.Locks;

public sealed class RepositoryLockTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_held_lock_fails_with_its_owner_when_asked_not_to_wait()
    {
        var child = await ChildProcess.StartReadyAsync("hold", _repository.Root);
        var error = (await Assert.ThrowsAsync<HeckException>(() => Acquire(TimeSpan.Zero, null))).Error;
        Assert.Equal(ErrorTable.LockHeld.Code, error.Code);
        Assert.Contains($"pid {child.Id} on {Environment.MachineName} (hold, since ", error.Message, StringComparison.Ordinal);
        Assert.Equal(child.Id, (int)error.Details!["pid"]!);
        await child.KillAsync();
    }

    [Fact]
    public async Task A_killed_owner_is_overtaken_and_the_waiter_says_for_whom_it_waited()
    {
        var child = await ChildProcess.StartReadyAsync("hold", _repository.Root);
        var told = new Told();
        var waiting = Acquire(Timeout.InfiniteTimeSpan, told);
        Assert.Contains($"waiting for pid {child.Id}", await told.First.Task, StringComparison.Ordinal);
        await child.KillAsync();
        using var held = await waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(Environment.ProcessId, RepositoryLock.OwnerOf(_repository.Layout)!.Pid);
    }

    /// <summary>Who wrote down that he holds it is only told to people; the system knows who does.</summary>
    [Theory]
    [InlineData("""{"pid": $PID, "host": "$HOST", "since": "2026-11-24T00:00:00+00:00", "verb": "index"}""")]
    [InlineData("""{"pid": 1, "host": "elsewhere.invalid", "since": "2126-11-24T00:00:00+00:00", "verb": "index"}""")]
    [InlineData("""{"pid": 99""")]
    [InlineData("")]
    public async Task What_a_dead_owner_left_written_holds_nothing(string owner)
    {
        // A number that lives again in another process, another host, half a file.
        var living = owner.Replace("$PID", Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("$HOST", Environment.MachineName, StringComparison.Ordinal);
        (await Acquire(TimeSpan.Zero, null)).Dispose();
        File.WriteAllText(_repository.Layout.LockOwnerFile, living);
        Assert.Null(RepositoryLock.CurrentOwner(_repository.Layout));
        using var held = await Acquire(TimeSpan.Zero, null);
        Assert.Equal("test", RepositoryLock.OwnerOf(_repository.Layout)!.Verb);
    }

    /// <summary>As on a full disk, on which the recovery needs the lock too.</summary>
    [Fact]
    public async Task An_owner_who_cannot_write_his_name_holds_the_lock_all_the_same_and_frees_it()
    {
        Directory.CreateDirectory(_repository.Layout.LockOwnerFile);
        using (await Acquire(TimeSpan.Zero, null))
            Assert.Contains("has not said which one it is", (await Assert.ThrowsAsync<HeckException>(() => Acquire(TimeSpan.Zero, null))).Error.Message, StringComparison.Ordinal);
        (await Acquire(TimeSpan.Zero, null)).Dispose();
    }

    [Fact]
    public async Task A_lock_holds_though_the_environment_turns_the_base_librarys_locks_off()
    {
        using var held = await Acquire(TimeSpan.Zero, null);
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Heck.TestChild.dll"), "move", _repository.Root, "rollback", "p0123456789"]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1";
        start.Environment["HECK_TEST_WAIT"] = "0s";
        using var child = Process.Start(start)!;
        Assert.StartsWith("lock.held", await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_processes_contend_and_no_update_is_lost()
    {
        File.WriteAllText(_repository.Full("counter"), "0");
        var children = Enumerable.Range(0, 8).Select(_ => ChildProcess.Start("count", _repository.Root, "25")).ToList();
        foreach (var child in children)
        {
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, child.ExitCode);
            child.Dispose();
        }

        Assert.Equal("200", _repository.Text("counter"));
    }

    private Task<RepositoryLock> Acquire(TimeSpan wait, IProgress<ProgressUpdate>? progress) =>
        RepositoryLock.AcquireAsync(_repository.Layout, "test", wait, TimeProvider.System, progress, TestContext.Current.CancellationToken);

    private sealed class Told : IProgress<ProgressUpdate>
    {
        public TaskCompletionSource<string> First { get; } = new();

        public void Report(ProgressUpdate value) => First.TrySetResult(value.Detail!);
    }
}
