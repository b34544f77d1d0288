using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Requests;

namespace Heck.Verbs.Pipeline;

/// <summary>A verb whose request is a <typeparamref name="TRequest"/>. Its serializer context is made when first needed, so that start-up pays for one verb.</summary>
internal sealed class VerbDescriptor<TRequest, TPayload>(
    string name, VerbEffect effect, VerbStory<TRequest, TPayload> story, Func<JsonSerializerOptions, JsonSerializerContext> json)
    : VerbDescriptor(name, effect, typeof(TRequest), typeof(TPayload))
    where TRequest : VerbRequest<TPayload>
    where TPayload : class, IPayload
{
    private JsonSerializerContext? _json;

    public VerbStory<TRequest, TPayload> Story { get; } = story;

    public override JsonTypeInfo<TRequest> RequestInfo => (JsonTypeInfo<TRequest>)Json.GetTypeInfo(typeof(TRequest))!;

    public override JsonTypeInfo<TPayload> PayloadInfo => (JsonTypeInfo<TPayload>)Json.GetTypeInfo(typeof(TPayload))!;

    public Action<Utf8JsonWriter, TRequest> WriteRequest => HeckJson.WriterOf<TRequest>(Json);

    public Action<Utf8JsonWriter, TPayload> WritePayload => HeckJson.WriterOf<TPayload>(Json);

    private JsonSerializerContext Json => _json ??= json(HeckJson.NewOptions());

    public override async Task<Envelope> RunAsync(VerbPipeline pipeline, JsonObject arguments, CancellationToken ct) =>
        await pipeline.RunAsync(this, () => RequestBinder.Bind(arguments, this), ct).ConfigureAwait(false);

    public override async Task<Envelope> RunAsync(VerbPipeline pipeline, VerbRequest request, CancellationToken ct) =>
        await pipeline.RunAsync(this, () => RequestBinder.Validate((TRequest)request, Name), ct).ConfigureAwait(false);
}
