using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Contracts.Requests;
using Heck.Runtime.Files;
using Heck.Runtime.Locks;
using Heck.Runtime.Repositories;

namespace Heck.Verbs.Pipeline;

/// <summary>What a verb is given to work with besides its request. One per run.</summary>
internal sealed class VerbContext(RepositoryLayout layout, HeckEngineOptions options, VerbRequest request, string verb, string runId)
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(1);

    private readonly List<string> _warnings = [];
    private readonly List<RepoPath> _changed = [];

    public RepositoryLayout Layout { get; } = layout;

    /// <summary>Where relative paths of the user start when they do not lie in the repository.</summary>
    public string WorkingDirectory { get; } = options.WorkingDirectory;

    public string RunId { get; } = runId;

    public TimeProvider Clock { get; } = options.Clock;

    public IProgress<ProgressUpdate> Progress { get; } = options.Progress;

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Hash of the tree that the answer is bound to; set by verbs that read the whole tree.</summary>
    public string? Tree { get; set; }

    /// <summary>The patch that the run made or moved, for its record.</summary>
    public string? PatchId { get; set; }

    /// <summary>The run might have changed something and found nothing to do, which leaves nothing to record.</summary>
    public bool LeftAllAsItWas { get; set; }

    /// <summary>Files of the tree that the run changed, for its record.</summary>
    public IReadOnlyList<RepoPath> Changed => _changed;

    /// <summary>The run may have changed something.</summary>
    public bool HasLocked { get; private set; }

    public void Warn(string sentence) => _warnings.Add(sentence);

    public void RecordChange(IEnumerable<RepoPath> paths) => _changed.AddRange(paths);

    /// <summary>
    /// Makes this process the only one that changes the repository, and puts back what a killed one left, since nothing may be planned on a half-written tree.
    /// </summary>
    /// <exception cref="HeckException"><c>lock.held</c>: the owner did not end in time. <c>journal.broken</c>.</exception>
    public async Task<RepositoryLock> LockAsync(CancellationToken ct)
    {
        var wait = request.Wait is { } text && TimeLimit.TryParse(text, out var asked) ? asked : DefaultWait;
        var held = await RepositoryLock.AcquireAsync(Layout, verb, wait, Clock, Progress, ct).ConfigureAwait(false);
        HasLocked = true;
        return Recovered(held);
    }

    /// <summary>The lock, if nobody has it; null else.</summary>
    public async Task<RepositoryLock?> TryLockAsync(CancellationToken ct)
    {
        try
        {
            return Recovered(await RepositoryLock.AcquireAsync(Layout, verb, TimeSpan.Zero, Clock, progress: null, ct).ConfigureAwait(false));
        }
        catch (HeckException e) when (e.Error.Code == ErrorTable.LockHeld.Code)
        {
            return null;
        }
    }

    /// <summary>Puts back what a killed run left, unless the process that writes is alive, which then ends its own work.</summary>
    /// <exception cref="HeckException"><c>journal.broken</c>.</exception>
    public async Task RecoverAsync(CancellationToken ct)
    {
        if (!CommitRecovery.IsNeeded(Layout)) return;
        (await TryLockAsync(ct).ConfigureAwait(false))?.Dispose();
    }

    private RepositoryLock Recovered(RepositoryLock held)
    {
        try
        {
            if (CommitRecovery.IsNeeded(Layout)) _warnings.AddRange(CommitRecovery.Run(Layout));
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The user's standard input, for requests that say <c>-</c>.</summary>
    /// <exception cref="HeckException"><c>request.invalid</c>: this front has none.</exception>
    public Stream OpenInput() => options.Input?.Invoke() ?? throw ErrorTable.RequestInvalid.With("'-' means standard input, and this call has none.");

    /// <summary>Writes a document where the user said: to a file, or to standard output for <c>-</c>. Answers with the absolute path, or <c>-</c>.</summary>
    /// <exception cref="HeckException"><c>request.invalid</c>: standard output is not to be had, or the path is a folder; <c>path.refused</c>; <c>files.io</c>.</exception>
    public async Task<string> WriteOutputAsync(string fileOrDash, byte[] content, CancellationToken ct)
    {
        if (fileOrDash != "-") return await new UserFile(Layout, WorkingDirectory, Clock).WriteAsync(fileOrDash, content, verb, ct).ConfigureAwait(false);
        using var output = options.Output?.Invoke()
            ?? throw ErrorTable.RequestInvalid.With("'-' means standard output, which this call keeps for its answer.", "Name a file, or leave out --json.");
        await output.WriteAsync(content, ct).ConfigureAwait(false);
        return fileOrDash;
    }

    /// <summary>Reads all of a file that the user named, or of standard input for <c>-</c>.</summary>
    /// <exception cref="HeckException"><c>request.invalid</c>: there is none, or more bytes than the limit; <c>files.io</c>.</exception>
    public async Task<byte[]> ReadInputAsync(string fileOrDash, long limit, CancellationToken ct)
    {
        if (fileOrDash != "-" && Directory.Exists(Path.GetFullPath(fileOrDash, WorkingDirectory)))
            throw ErrorTable.RequestInvalid.With($"'{fileOrDash}' is a folder; a file is to be read.", "Give the name of a file, or - for standard input.");
        try
        {
            using var input = fileOrDash == "-" ? OpenInput() : File.OpenRead(Path.GetFullPath(fileOrDash, WorkingDirectory));
            using var content = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = await input.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (content.Length > limit) throw ErrorTable.RequestInvalid.With($"'{fileOrDash}' has more than {limit} bytes, the most that is read.");
            }

            return content.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ErrorTable.RequestInvalid.With($"There is no file '{fileOrDash}'.", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ErrorTable.FilesIo.With($"'{fileOrDash}' cannot be read: {e.Message}", inner: e);
        }
    }

    /// <summary>Passes when the request says yes or the front's user does; a front without a user never waits.</summary>
    /// <param name="question">What will happen, as a question.</param>
    /// <param name="preview">What the user should see before answering.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <exception cref="HeckException"><c>request.unconfirmed</c>: nobody said yes.</exception>
    public async Task ConfirmAsync(string question, Func<Contracts.Reports.Report> preview, CancellationToken ct)
    {
        if (request.Yes) return;
        if (options.Confirm is { } ask && await ask(new Confirmation(question, preview()), ct).ConfigureAwait(false)) return;
        throw ErrorTable.RequestUnconfirmed.With($"Not confirmed: {question}");
    }
}
