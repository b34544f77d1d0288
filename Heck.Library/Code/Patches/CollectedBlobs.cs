namespace Heck.Code.Patches;

/// <param name="Count">Contents that went.</param>
/// <param name="Left">Bytes that are left.</param>
/// <param name="Patches">Rolled back patches that cannot be applied again without being made anew from their diffs.</param>
internal sealed record CollectedBlobs(int Count, long Left, IReadOnlyList<string> Patches);
