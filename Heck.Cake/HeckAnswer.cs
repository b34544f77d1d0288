using System.Text.Json;

namespace Cake.Heck;

/// <summary>What a verb answered, parsed.</summary>
/// <param name="Ok">True when the verb did what was asked, also when it found problems.</param>
/// <param name="ExitCode">0 done, 1 done and problems found; see docs/errors.md for the others.</param>
/// <param name="Payload">The verb's own result; <c>heck schema VERB</c> describes it.</param>
/// <param name="Envelope">The whole envelope as the tool printed it.</param>
public sealed record HeckAnswer(bool Ok, int ExitCode, JsonElement Payload, JsonElement Envelope)
{
    internal static HeckAnswer Parse(int exitCode, string printed)
    {
        var envelope = JsonSerializer.Deserialize<JsonElement>(printed);
        return new(envelope.GetProperty("ok").GetBoolean(), exitCode, envelope.GetProperty("payload"), envelope);
    }
}
