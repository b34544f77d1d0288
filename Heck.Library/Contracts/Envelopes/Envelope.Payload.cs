using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Heck.Contracts.Envelopes;

/// <summary>An envelope whose payload is a <typeparamref name="TPayload"/>.</summary>
public sealed class Envelope<TPayload> : Envelope
    where TPayload : class, IPayload
{
    private readonly JsonTypeInfo<TPayload> _payloadInfo;

    internal Envelope(JsonTypeInfo<TPayload> payloadInfo) => _payloadInfo = payloadInfo;

    /// <summary>The verb's answer; null when it failed.</summary>
    public TPayload? Payload { get; init; }

    /// <inheritdoc/>
    public override IPayload? Answer => Payload;

    private protected override void WritePayload(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, Payload!, _payloadInfo);
}
