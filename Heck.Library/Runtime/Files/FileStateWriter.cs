using System.Text.Json;

namespace Heck.Runtime.Files;

/// <summary>Writes states of files as the serializer would, for those who cannot afford to have its code for them compiled.</summary>
internal static class FileStateWriter
{
    public static void Write(Utf8JsonWriter writer, string name, FileState? state)
    {
        writer.WritePropertyName(name);
        if (state is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("hash"u8, state.Hash.ToString());
        if (state.Mode is { } mode) writer.WriteNumber("mode"u8, (int)mode);
        else writer.WriteNull("mode"u8);
        writer.WriteBoolean("is_link"u8, state.IsLink);
        writer.WriteEndObject();
    }
}
