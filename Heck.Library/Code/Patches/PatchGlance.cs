using System.Text.Json;

namespace Heck.Code.Patches;

/// <summary>Where a patch stands, from its metadata alone and without binding it: the serializer's first look at that type costs more than all else that a glance does.</summary>
internal static class PatchGlance
{
    private const int DepthOfMembers = 1;

    private const int DepthOfMoves = 3;

    /// <summary>The same as <see cref="Patch.State"/>.</summary>
    /// <exception cref="JsonException">It is no metadata of a patch.</exception>
    public static PatchState StateOf(byte[] metadata)
    {
        var reader = new Utf8JsonReader(metadata);
        var state = PatchState.Created;
        var inMoves = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (reader.CurrentDepth == DepthOfMembers) inMoves = reader.ValueTextEquals("moves"u8);
            else if (inMoves && reader.CurrentDepth == DepthOfMoves && reader.ValueTextEquals("kind"u8)) state = After(ref reader);
        }

        return state;
    }

    /// <summary>The greatest number of its moves; 0 where it has none.</summary>
    /// <exception cref="JsonException">It is no metadata of a patch.</exception>
    public static long LastOrderOf(byte[] metadata)
    {
        var reader = new Utf8JsonReader(metadata);
        var last = 0L;
        var inMoves = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (reader.CurrentDepth == DepthOfMembers) inMoves = reader.ValueTextEquals("moves"u8);
            else if (inMoves && reader.CurrentDepth == DepthOfMoves && reader.ValueTextEquals("order"u8)) last = Math.Max(last, NumberAt(ref reader));
        }

        return last;
    }

    private static long NumberAt(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : throw new JsonException("A move's order is no number.");
    }

    private static PatchState After(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("A move's kind is no text.");
        return reader.ValueTextEquals("rollback"u8) ? PatchState.RolledBack
            : reader.ValueTextEquals("apply"u8) || reader.ValueTextEquals("reapply"u8) || reader.ValueTextEquals("capture"u8) ? PatchState.Applied
            : throw new JsonException($"No move is called '{reader.GetString()}'.");
    }
}
