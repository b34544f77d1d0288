using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Heck.Contracts.Errors;

namespace Heck.Contracts.Envelopes;

/// <summary>What every operation answers: <c>{ok, cmd, version, duration_ms, payload, meta}</c>. On failure the payload is <c>{error}</c>. Immutable.</summary>
public abstract class Envelope
{
    private protected Envelope()
    {
    }

    /// <summary>True when the verb did its work, problems found or not.</summary>
    public bool Ok => Error is null;

    /// <summary>The verb's path, such as <c>patch apply</c>.</summary>
    public required string Cmd { get; init; }

    /// <summary>Heck's version.</summary>
    public required string Version { get; init; }

    /// <summary>Wall time in milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>What went wrong; null when <see cref="Ok"/>.</summary>
    public HeckError? Error { get; init; }

    /// <summary>What every envelope says about its run.</summary>
    public required EnvelopeMeta Meta { get; init; }

    /// <summary>The exit code that a process gives for this envelope.</summary>
    public required ExitCode Exit { get; init; }

    /// <summary>The payload; null when the verb failed.</summary>
    public abstract IPayload? Answer { get; }

    /// <summary>Writes the envelope as one JSON object in UTF-8 that escapes nothing but what JSON asks for.</summary>
    public void WriteTo(Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = RelaxedEncoder.Instance });
        WriteTo(writer);
    }

    /// <summary>Writes the envelope as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("ok"u8, Ok);
        writer.WriteString("cmd"u8, Cmd);
        writer.WriteString("version"u8, Version);
        writer.WriteNumber("duration_ms"u8, DurationMs);
        writer.WritePropertyName("payload"u8);
        if (Error is null)
        {
            WritePayload(writer);
        }
        else
        {
            writer.WriteStartObject();
            writer.WritePropertyName("error"u8);
            JsonSerializer.Serialize(writer, Error, EnvelopeJson.Instance.HeckError);
            writer.WriteEndObject();
        }

        writer.WritePropertyName("meta"u8);
        EnvelopeJson.WriteMeta(writer, Meta);
        writer.WriteEndObject();
    }

    private protected abstract void WritePayload(Utf8JsonWriter writer);
}
