using System.Text;
using System.Text.Json;
using Heck.Contracts.Envelopes;

namespace Heck.Tests.Shared;

/// <summary>For tests that refer to the library; those of the packages do not.</summary>
internal static partial class Envelopes
{
    /// <summary>The envelope as a front would print it.</summary>
    public static async Task<JsonElement> ValidAsync(Envelope envelope)
    {
        using var stream = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(stream)) envelope.WriteTo(writer);
        return await ValidAsync(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
