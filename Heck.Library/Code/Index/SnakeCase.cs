using System.Text.Json;

namespace Heck.Code.Index;

/// <summary>An enumeration's value as payloads write it.</summary>
internal static class SnakeCase
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
