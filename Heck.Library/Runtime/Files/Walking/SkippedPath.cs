namespace Heck.Runtime.Files.Walking;

/// <summary>Something in the tree that was not read. The path is text, since a name may be undecodable: such bytes stand as <c>\xNN</c>.</summary>
internal sealed record SkippedPath(string Path, SkipReason Reason);
