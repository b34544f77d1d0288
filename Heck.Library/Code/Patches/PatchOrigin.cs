using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Code.Patches;

/// <summary>What the diff makes a new file from.</summary>
internal sealed record PatchOrigin(
    [property: Description("The file that was renamed or copied")] RepoPath Path,
    [property: Description("SHA-256 of its content before")] ContentHash Hash,
    [property: Description("Git's mode of it before")] string Mode,
    [property: Description("True when it stays")] bool IsCopy);
