using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Patches;

[JsonSerializable(typeof(Patch))]
internal sealed partial class PatchJson : JsonSerializerContext
{
    public static PatchJson Instance { get; } = new(HeckJson.NewOptions());
}
