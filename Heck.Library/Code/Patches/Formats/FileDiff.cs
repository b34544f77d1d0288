using Heck.Contracts;

namespace Heck.Code.Patches.Formats;

/// <summary>One file's section of a diff, as it was read.</summary>
internal sealed record FileDiff
{
    /// <summary>Null for a new file.</summary>
    public RepoPath? OldPath { get; init; }

    /// <summary>Null for a deleted file.</summary>
    public RepoPath? NewPath { get; init; }

    /// <summary>The old side's mode where the diff names one.</summary>
    public GitFileMode? OldMode { get; init; }

    /// <summary>The new side's mode where the diff names one.</summary>
    public GitFileMode? NewMode { get; init; }

    /// <summary>The old path stays as it is.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Git's name of the old content, or its first digits, where the diff has them.</summary>
    public string? OldBlob { get; init; }

    /// <summary>Git's name of the new content, or its first digits, where the diff has them.</summary>
    public string? NewBlob { get; init; }

    public IReadOnlyList<DiffHunk> Hunks { get; init; } = [];

    public BinaryDiff? Binary { get; init; }

    /// <summary>Where the section begins in the diff, from 1.</summary>
    public required int DiffLine { get; init; }

    public RepoPath Path => NewPath ?? OldPath!.Value;
}
