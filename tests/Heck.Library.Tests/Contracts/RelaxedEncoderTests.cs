using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using Heck.Contracts;

namespace Heck.Library.Tests.Contracts;

public sealed class RelaxedEncoderTests
{
    [Fact]
    public void Writes_what_the_relaxed_encoder_of_the_base_library_writes() => Gen.Frequency(
        (4, Gen.Char[' ', '~']), (1, Gen.Char['\0', '\u00ff']), (1, Gen.Char)).Array[0, 60].Sample(
        chars => Assert.Equal(Written(chars, JavaScriptEncoder.UnsafeRelaxedJsonEscaping), Written(chars, RelaxedEncoder.Instance)));

    private static string Written(char[] chars, JavaScriptEncoder encoder)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = encoder }))
        {
            writer.WriteStartObject();
            writer.WriteString(new string(chars), chars);
            writer.WriteString("utf8"u8, System.Text.Encoding.UTF8.GetBytes(chars));
            writer.WriteEndObject();
        }

        return Convert.ToHexString(stream.ToArray());
    }
}
