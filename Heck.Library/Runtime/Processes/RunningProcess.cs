namespace Heck.Runtime.Processes;

/// <summary>A program that is talked to while it runs. Disposing it ends it and all that it started in its group.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    private readonly ProcessGroup _group;
    private readonly OutputDrain _error;

    internal RunningProcess(ProcessGroup group, OutputDrain error) => (_group, _error) = (group, error);

    /// <summary>What the program reads.</summary>
    public Stream Input => _group.Leader.StandardInput.BaseStream;

    /// <summary>What the program writes.</summary>
    public Stream Output => _group.Leader.StandardOutput.BaseStream;

    /// <summary>What it has complained of, ended by <see cref="DisposeAsync"/>.</summary>
    public ProcessOutput TakeErrors() => _error.Take();

    public async ValueTask DisposeAsync()
    {
        _group.Kill();
        await _group.Leader.WaitForExitAsync().ConfigureAwait(false);
        _group.Dispose();
    }
}
