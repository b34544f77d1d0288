using System.Text.Json;

namespace Heck.Contracts.Envelopes;

/// <summary>An envelope for a request that never reached a verb.</summary>
internal sealed class FailedEnvelope : Envelope
{
    public override IPayload? Answer => null;

    private protected override void WritePayload(Utf8JsonWriter writer) => writer.WriteNullValue();
}
