using Heck.Contracts;

namespace Heck.Code.Patches;

/// <summary>What a new file was made from: a file as it was before the change.</summary>
/// <param name="Path">That file.</param>
/// <param name="Content">What it held.</param>
/// <param name="Mode">Its mode.</param>
/// <param name="IsCopy">It stays; else it goes with the same change.</param>
internal sealed record FileOrigin(RepoPath Path, byte[] Content, GitFileMode Mode, bool IsCopy);
