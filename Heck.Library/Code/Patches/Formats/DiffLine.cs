namespace Heck.Code.Patches.Formats;

/// <summary>A line of a hunk: a blank, <c>-</c> or <c>+</c>, and the bytes of the file's line with its LF, if it has one.</summary>
internal readonly record struct DiffLine(char Sign, ReadOnlyMemory<byte> Content);
