using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorApplyRules;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorApplyRulesRequest))]
[JsonSerializable(typeof(StructuralPayload))]
internal sealed partial class RefactorApplyRulesJson : JsonSerializerContext;
