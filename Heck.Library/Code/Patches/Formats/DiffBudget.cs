using Heck.Code.Patches.Replies;

namespace Heck.Code.Patches.Formats;

/// <summary>Bounds what one diff may cost, all its sections together: a few kilobytes can speak of very much.</summary>
internal sealed class DiffBudget
{
    /// <summary>Bytes that binary patches unpack to, those of the way back too.</summary>
    public const int UnpackedBytes = 256 * 1024 * 1024;

    /// <summary>Bytes of the files before and after it, each section's own.</summary>
    public const int FileBytes = 256 * 1024 * 1024;

    private const int Comparisons = 50_000_000;

    private long _unpacked;
    private long _held;
    private long _compared;

    /// <exception cref="Contracts.Errors.HeckException"><c>patch.too_large</c>.</exception>
    public void Unpack(long bytes) => ReplyLimits.Ensure("Bytes that the diff's binary patches unpack to", _unpacked += bytes, UnpackedBytes);

    /// <exception cref="Contracts.Errors.HeckException"><c>patch.too_large</c>.</exception>
    public void Hold(long bytes) => ReplyLimits.Ensure("Bytes of the files before and after the diff", _held += bytes, FileBytes);

    /// <summary>Lines compared where a hunk is not at its place.</summary>
    /// <exception cref="Contracts.Errors.HeckException"><c>patch.too_large</c>.</exception>
    public void Compare(long lines) => ReplyLimits.Ensure("Lines to be compared to find the hunks that are not at their places", _compared += lines, Comparisons);
}
