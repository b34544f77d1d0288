namespace Heck.Runtime.Files.Walking;

/// <summary>One walk over a tree: its files ordered by path (ordinal), and what was left out with the reason, in the same order.</summary>
internal sealed record WalkResult(IReadOnlyList<WalkedFile> Files, IReadOnlyList<SkippedPath> Skipped);
