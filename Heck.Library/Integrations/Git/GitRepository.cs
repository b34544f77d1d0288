using System.Globalization;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Processes;
using Heck.Runtime.Repositories;

namespace Heck.Integrations.Git;

/// <summary>
/// What git knows, asked of the git program, so that it is what the user's git says. The repository's own configuration is hostile until proven
/// otherwise: see <see cref="Hardening"/> for what it could make git run.
/// </summary>
internal sealed class GitRepository(RepositoryLayout layout)
{
    private const int FieldsPerCommit = 4;

    // Each of these names, from a repository's configuration, a program that git would run.
    private static readonly string[] Hardening =
    [
        "--no-pager", "--no-optional-locks", "--literal-pathspecs",
        "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", "-c", "core.sshCommand=", "-c", "core.pager=cat", "-c", "core.askPass=",
        "-c", "core.alternateRefsCommand=", "-c", "core.editor=false", "-c", "core.gitProxy=", "-c", "credential.helper=", "-c", "diff.external=",
        "-c", "gpg.program=false", "-c", "gpg.ssh.program=false", "-c", "gpg.x509.program=false", "-c", "log.showSignature=false",
        "-c", "maintenance.auto=false", "-c", "gc.auto=0", "-c", "submodule.recurse=false",
    ];

    private static readonly Dictionary<string, string> Environment = new()
    {
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_OPTIONAL_LOCKS"] = "0",
        // A promised object that is missing would be fetched, by a transport of the repository's choice.
        ["GIT_NO_LAZY_FETCH"] = "1",
        ["GIT_ALLOW_PROTOCOL"] = "none",
        ["LC_ALL"] = "C",
    };

    /// <summary>True when the root is the top of a working tree, or lies in one.</summary>
    public async Task<bool> IsRepositoryAsync(CancellationToken ct) => (await RunAsync(["rev-parse", "--is-inside-work-tree"], ct).ConfigureAwait(false)).ExitCode == 0;

    /// <summary>The hash that HEAD is at; null before the first commit and where there is no repository.</summary>
    public async Task<string?> TryHeadCommitAsync(CancellationToken ct)
    {
        var outcome = await RunAsync(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], ct).ConfigureAwait(false);
        return outcome.ExitCode == 0 ? outcome.Output.Text.Trim() : null;
    }

    /// <summary>The user's name and address as the user's or the repository's configuration has them; null where there is no name.</summary>
    public async Task<GitIdentity?> IdentityAsync(CancellationToken ct)
    {
        var outcome = await RunAsync(["config", "-z", "--get-regexp", @"^user\.(name|email)$"], ct).ConfigureAwait(false);
        // KEY, LF, VALUE, NUL; of several the last counts.
        var settings = outcome.Output.Text.Split('\0').Select(setting => setting.Split('\n', 2)).Where(parts => parts.Length == 2).ToLookup(parts => parts[0], parts => parts[1].Trim());
        return settings["user.name"].LastOrDefault() is { Length: > 0 } name ? new GitIdentity(name, settings["user.email"].LastOrDefault() is { Length: > 0 } email ? email : null) : null;
    }

    /// <summary>The newest commits that touched the file, newest first, over renames; or anything in the folder. Empty where there is no history.</summary>
    public async Task<IReadOnlyList<Commit>> RecentCommitsAsync(RepoPath path, int count, CancellationToken ct)
    {
        string[] which = path == default ? ["--", "."] : Directory.Exists(layout.FullPath(path)) ? ["--", path.Value] : ["--follow", "--", path.Value];
        return Parse(await RunAsync(["log", .. LogOptions(count), .. which], ct).ConfigureAwait(false));
    }

    /// <summary>The newest commits that touched the lines (from 1, inclusive) as HEAD has them; of the whole file where HEAD's is shorter.</summary>
    public async Task<IReadOnlyList<Commit>> RecentCommitsAsync(RepoPath path, int firstLine, int lastLine, int count, CancellationToken ct)
    {
        // The path follows the range in one argument, where only a colon in front of it would mean something else.
        var outcome = await RunAsync(["log", .. LogOptions(count), "-L", string.Create(CultureInfo.InvariantCulture, $"{firstLine},{lastLine}:./{path.Value}")], ct).ConfigureAwait(false);
        return outcome.ExitCode == 0 ? Parse(outcome) : await RecentCommitsAsync(path, count, ct).ConfigureAwait(false);
    }

    private static string[] LogOptions(int count) =>
        [$"--max-count={count.ToString(CultureInfo.InvariantCulture)}", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-mailmap", "--no-patch", "-z", "--format=%H%x00%an%x00%aI%x00%s"];

    private static List<Commit> Parse(ProcessOutcome outcome)
    {
        if (outcome.ExitCode != 0) return [];
        // Fields end in NUL, and so does every commit but the last.
        var fields = outcome.Output.Text.Split('\0');
        return [.. from i in Enumerable.Range(0, fields.Length / FieldsPerCommit)
                   let commit = fields.AsSpan(i * FieldsPerCommit, FieldsPerCommit).ToArray()
                   select new Commit(commit[0], commit[1], DateTimeOffset.Parse(commit[2], CultureInfo.InvariantCulture), commit[3])];
    }

    /// <summary>Runs git, hardened, in the root. A code other than 0 is an answer.</summary>
    public async Task<ProcessOutcome> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct, ReadOnlyMemory<byte> input = default, int outputLimit = ProcessRequest.DefaultOutputLimit)
    {
        var request = new ProcessRequest { Program = "git", Arguments = [.. Hardening, .. arguments], WorkingDirectory = layout.Root, Environment = Environment, Input = input, OutputLimit = outputLimit };
        var outcome = await ProcessRunner.RunAsync(request, ct).ConfigureAwait(false);
        return outcome.TimedOut ? throw ErrorTable.ToolFailed.With($"git {arguments[0]} did not end within {ProcessRequest.DefaultTimeout.TotalSeconds} s.") : outcome;
    }
}
