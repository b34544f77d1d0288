using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Integrations.Git;

/// <summary>
/// What git does to contents on their way into the tree. Line ends it turns by itself, and so do we; what runs a program or depends on more is refused,
/// since the bytes that the tree would have had are then not known.
/// </summary>
internal sealed class GitConversions
{
    private static readonly string[] Attributes = ["text", "eol", "filter", "ident", "working-tree-encoding"];
    private static readonly HashSet<string> NoValue = ["unspecified", "unset"];

    private readonly IReadOnlyDictionary<(RepoPath Path, string Attribute), string> _attributes;
    private readonly HashSet<string> _filters;
    private readonly bool _isAuto;
    private readonly bool _endsInCrLf;

    private GitConversions(IReadOnlyDictionary<(RepoPath Path, string Attribute), string> attributes, HashSet<string> filters, bool isAuto, bool endsInCrLf) =>
        (_attributes, _filters, _isAuto, _endsInCrLf) = (attributes, filters, isAuto, endsInCrLf);

    public static async Task<GitConversions> ForAsync(GitTrees trees, IReadOnlyCollection<RepoPath> paths, CancellationToken ct)
    {
        var attributes = paths.Count == 0 ? new Dictionary<(RepoPath, string), string>() : await trees.AttributesAsync(paths, Attributes, ct).ConfigureAwait(false);
        var filters = new HashSet<string>();
        foreach (var filter in attributes.Where(pair => pair.Key.Attribute == "filter" && !NoValue.Contains(pair.Value)).Select(pair => pair.Value).Distinct())
        {
            foreach (var part in new[] { "clean", "smudge", "process" })
            {
                if (await trees.SettingAsync($"filter.{filter}.{part}", ct).ConfigureAwait(false) is not null) filters.Add(filter);
            }
        }

        var automatic = await trees.SettingAsync("core.autocrlf", ct).ConfigureAwait(false);
        var end = await trees.SettingAsync("core.eol", ct).ConfigureAwait(false);
        var isAuto = string.Equals(automatic, "true", StringComparison.OrdinalIgnoreCase);
        return new GitConversions(attributes, filters, isAuto, isAuto || (automatic is not "input" && (end == "crlf" || (end is null or "native" && OperatingSystem.IsWindows()))));
    }

    /// <summary>The bytes that the content has in the tree.</summary>
    /// <exception cref="HeckException"><c>path.refused</c>: a program or an encoding decides.</exception>
    public byte[] InTree(RepoPath path, byte[] content)
    {
        if (Value(path, "filter") is { } filter && _filters.Contains(filter)) throw Unknown(path, $"it goes through the filter '{filter}', which is a program of the repository's choice");
        if (Value(path, "ident") is not null) throw Unknown(path, "git expands $Id$ in it");
        if (Value(path, "working-tree-encoding") is { } encoding) throw Unknown(path, $"git writes it in the encoding '{encoding}'");
        return EndsInCrLf(path, out var mustBeSure) && (!mustBeSure || IsPlainText(content)) ? WithCrLf(content) : content;
    }

    private bool EndsInCrLf(RepoPath path, out bool mustBeSure)
    {
        var (text, end) = (_attributes.GetValueOrDefault((path, "text")), Value(path, "eol"));
        mustBeSure = text == "auto" || (text is null or "unspecified" && end is null);
        if (text == "unset" || end == "lf") return false;
        return end == "crlf" || (_endsInCrLf && (text is "set" or "auto" || _isAuto));
    }

    // Git leaves alone what has a carriage return already, or is no text, when nobody said that it is.
    private static bool IsPlainText(ReadOnlySpan<byte> content) => !content.ContainsAny((byte)'\r', (byte)0);

    private static byte[] WithCrLf(byte[] content)
    {
        var result = new List<byte>(content.Length + (content.Length / 32));
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' && (i == 0 || content[i - 1] != '\r')) result.Add((byte)'\r');
            result.Add(content[i]);
        }

        return [.. result];
    }

    private string? Value(RepoPath path, string attribute) => _attributes.TryGetValue((path, attribute), out var value) && !NoValue.Contains(value) ? value : null;

    private static HeckException Unknown(RepoPath path, string why) =>
        ErrorTable.PathRefused.With($"'{path}' cannot be compared with its commit: {why}, so the bytes that it had are not known.", "Commit it, or make the patch from a range of commits.");
}
