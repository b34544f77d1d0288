using Heck.Contracts;

namespace Heck.Code.Patches;

/// <summary>What one file is to become: content before and after, null where there is none.</summary>
/// <param name="Path">The file.</param>
/// <param name="Before">The content that the edit was made from.</param>
/// <param name="After">The content that it shall have.</param>
/// <param name="Executable">Whether it shall be executable; null leaves that as it is.</param>
internal sealed record FileEdit(RepoPath Path, byte[]? Before, byte[]? After, bool? Executable = null);
