using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Patches;

/// <summary>What was done with a patch.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PatchMoveKind>))]
internal enum PatchMoveKind
{
    Apply,
    Rollback,
    Reapply,

    /// <summary>Found in the tree: the change was made by someone else. Undoing Heck's last operation never means it.</summary>
    Capture,
}
