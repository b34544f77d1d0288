using System.Text;
using Heck.Contracts;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// Whether a symbolic link that is to be made stays inside the repository. The target is followed as the system would, over links that are there
/// and links of the same change; one that cannot be followed to its end, because nothing stands there, leads nowhere and may be made.
/// </summary>
internal sealed class LinkConfinement(RepositoryLayout layout, FileChangeSet changes)
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>Why the link may not be made, as the end of a sentence; null when it may.</summary>
    public string? ReasonAgainst(RepoPath link, ReadOnlySpan<byte> target) => target switch
    {
        [] => "it is a link to nothing",
        { Length: > SymbolicLink.LongestTarget } => $"it is a link with a target of more than {SymbolicLink.LongestTarget} bytes",
        _ when target.Contains((byte)0) => "it is a link whose target has a NUL",
        _ => Follow(link, Encoding.UTF8.GetString(target)),
    };

    private string? Follow(RepoPath link, string target)
    {
        var at = link.Parent;
        var ahead = new Stack<string>();
        var links = 0;
        for (var next = target; ;)
        {
            // Windows parts folders by the other slash as well, and knows absolute paths that begin with a letter.
            if (next.Contains('\\')) return "it is a link whose target has a '\\', which parts folders on some systems";
            if (next.StartsWith('/') || next is [_, ':', ..]) return Outside(target, next == target ? "an absolute path" : null);
            foreach (var name in next.Split('/').Reverse()) ahead.Push(name);
            var inner = Walk(ref at, ahead, out var reason);
            if (reason is not null) return Outside(target, reason);
            // A circle of links leads nowhere.
            if (inner is null || ++links > MostLinks) return null;
            next = inner;
        }
    }

    // Goes on until the next link, and gives its target; null at the end of the way.
    private string? Walk(ref RepoPath at, Stack<string> ahead, out string? reason)
    {
        reason = null;
        while (ahead.TryPop(out var name))
        {
            if (name is "" or ".") continue;
            if (name == "..")
            {
                if (at.Value.Length == 0)
                {
                    reason = "a place outside the repository";
                    return null;
                }

                at = at.Parent;
                continue;
            }

            if (PathNames.IsReserved(name))
            {
                reason = $"'{name}'";
                return null;
            }

            var here = at.Combine(name);
            if (TargetOf(here) is { } target) return target;
            at = here;
        }

        return null;
    }

    private string? TargetOf(RepoPath path)
    {
        if (changes.Of(path) is { } change) return change.LinkTarget is { } made ? Encoding.UTF8.GetString(made) : change.After is { IsLink: true } ? OnDisk(path) : null;
        return OnDisk(path);
    }

    private string? OnDisk(RepoPath path) => SymbolicLink.Read(layout.FullPath(path)) is { } target ? Encoding.UTF8.GetString(target) : null;

    private static string Outside(string target, string? where) => $"it is a link to '{PathNames.Visible(target)}', which leads to {where ?? "a place outside the repository"}";
}
