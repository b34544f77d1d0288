using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Patches;

/// <summary>What a patch is to the present tree.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PatchFit>))]
internal enum PatchFit
{
    /// <summary>Every file is as before the patch.</summary>
    Applicable,

    /// <summary>Every file is as after the patch.</summary>
    Applied,

    /// <summary>Neither: some file is another one.</summary>
    Diverged,
}
