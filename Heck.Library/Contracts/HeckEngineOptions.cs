namespace Heck.Contracts;

/// <summary>What an engine takes from the program that holds it. The engine itself reads no environment, prints nothing and asks nobody.</summary>
public sealed record HeckEngineOptions
{
    /// <summary>Where the search for a repository starts and relative paths begin; the current folder by default.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The clock of records and durations; the system's by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Receives how far long operations are, from any thread; ignored by default.</summary>
    public IProgress<ProgressUpdate> Progress { get; init; } = new IgnoredProgress();

    /// <summary>Opens standard input for requests that say <c>-</c>; null where there is none.</summary>
    public Func<Stream>? Input { get; init; }

    /// <summary>Opens standard output for documents that a request sends to <c>-</c>; null where it belongs to the answer.</summary>
    public Func<Stream>? Output { get; init; }

    /// <summary>Asks the user; null where nobody can answer, which makes an unanswered confirmation a refusal.</summary>
    public Func<Confirmation, CancellationToken, ValueTask<bool>>? Confirm { get; init; }

    private sealed class IgnoredProgress : IProgress<ProgressUpdate>
    {
        public void Report(ProgressUpdate value)
        {
        }
    }
}
