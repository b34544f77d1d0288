namespace Heck.Code.Index.Building;

/// <summary>A path of which (part) is not in the index, and why, in snake_case.</summary>
internal sealed record LeftOut(string Path, string Reason);
