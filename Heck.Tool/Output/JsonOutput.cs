using Heck.Contracts.Envelopes;

namespace Heck.Tool.Output;

/// <summary>The envelope on stdout as one line of JSON, and nothing else.</summary>
internal static class JsonOutput
{
    public static void Write(Envelope envelope)
    {
        using var stdout = Console.OpenStandardOutput();
        envelope.WriteTo(stdout);
        stdout.WriteByte((byte)'\n');
        stdout.Flush();
    }
}
