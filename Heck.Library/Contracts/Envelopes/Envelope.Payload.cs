using System.Text.Json;

namespace Heck.Contracts.Envelopes;

/// <summary>An envelope whose payload is a <typeparamref name="TPayload"/>.</summary>
public sealed class Envelope<TPayload> : Envelope
    where TPayload : class, IPayload
{
    private readonly Action<Utf8JsonWriter, TPayload> _writePayload;

    internal Envelope(Action<Utf8JsonWriter, TPayload> writePayload) => _writePayload = writePayload;

    /// <summary>The verb's answer; null when it failed.</summary>
    public TPayload? Payload { get; init; }

    /// <inheritdoc/>
    public override IPayload? Answer => Payload;

    private protected override void WritePayload(Utf8JsonWriter writer) => _writePayload(writer, Payload!);
}
