using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Structural.Rules;

[JsonSerializable(typeof(RuleFile))]
internal sealed partial class RuleFileJson : JsonSerializerContext
{
    public static RuleFileJson Instance { get; } = new(HeckJson.NewOptions());
}
