using System.ComponentModel;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Refactoring;

/// <summary>The patch of a refactoring.</summary>
public sealed record RefactorPatch(
    [property: Description("Id of the patch")] string Id,
    [property: Description("Path of its diff")] RepoPath Path,
    [property: Description("Files that it changes")] IReadOnlyList<RepoPath> Files)
{
    /// <summary>What became of a change, and what to type next.</summary>
    internal static Line WhatNext(RefactorPatch? patch, bool applied) => (patch, applied) switch
    {
        (null, _) => new Line("Nothing was kept: this was a dry run.", Tone.Muted),
        (_, true) => new Line($"Patch {patch.Id} is applied; take it back with: heck patch rollback {patch.Id}", Tone.Good),
        (_, false) => new Line($"The tree is as it was; apply the change with: heck patch apply {patch.Id}", Tone.Good),
    };
}
