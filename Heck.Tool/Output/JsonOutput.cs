using System.Text.Encodings.Web;
using System.Text.Json;
using Heck.Contracts.Envelopes;

namespace Heck.Tool.Output;

/// <summary>The envelope on stdout as one line of JSON, and nothing else.</summary>
internal static class JsonOutput
{
    public static void Write(Envelope envelope)
    {
        using var stdout = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(stdout, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            envelope.WriteTo(writer);
        stdout.WriteByte((byte)'\n');
        stdout.Flush();
    }
}
