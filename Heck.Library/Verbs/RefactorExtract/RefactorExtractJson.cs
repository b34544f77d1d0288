using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorExtract;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorExtractFunctionRequest))]
[JsonSerializable(typeof(RefactorExtractVariableRequest))]
[JsonSerializable(typeof(RefactorExtractConstantRequest))]
[JsonSerializable(typeof(RefactorExtractTypeRequest))]
[JsonSerializable(typeof(RefactorPayload))]
internal sealed partial class RefactorExtractJson : JsonSerializerContext;
