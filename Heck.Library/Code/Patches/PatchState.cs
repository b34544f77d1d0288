using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Patches;

/// <summary>Where a patch stands to the tree.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PatchState>))]
internal enum PatchState
{
    Created,
    Applied,
    RolledBack,
}
