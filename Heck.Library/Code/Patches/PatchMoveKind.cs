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
}
