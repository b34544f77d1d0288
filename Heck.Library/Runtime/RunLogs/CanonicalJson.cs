using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Heck.Runtime.RunLogs;

/// <summary>JSON in the one form of RFC 8785, so that equal values have equal bytes and therefore equal hashes.</summary>
internal static class CanonicalJson
{
    /// <summary>Writes the value; members whose name is <paramref name="except"/> are left out at the top.</summary>
    /// <exception cref="FormatException">The value is outside what the RFC covers: a repeated name, a lone surrogate, a number beyond a double.</exception>
    public static byte[] Serialize(JsonElement value, string? except = null)
    {
        var text = new StringBuilder();
        Write(text, value, except);
        try
        {
            return StrictUtf8.GetBytes(text.ToString());
        }
        catch (EncoderFallbackException e)
        {
            throw new FormatException("A string has half of a surrogate pair.", e);
        }
    }

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static void Write(StringBuilder text, JsonElement value, string? except = null)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(text, value, except);
                break;
            case JsonValueKind.Array:
                WriteArray(text, value);
                break;
            case JsonValueKind.String:
                WriteString(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(FormatNumber(value.GetDouble()));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonElement value, string? except)
    {
        // Names are ordered by their UTF-16 units, which is what ordinal comparison of strings does.
        var members = new List<Member>();
        foreach (var member in value.EnumerateObject())
        {
            if (member.Name != except) members.Add(new Member(member.Name, member.Value));
        }

        members.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        text.Append('{');
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0 && members[i].Name == members[i - 1].Name) throw new FormatException($"The name '{members[i].Name}' occurs twice.");
            if (i > 0) text.Append(',');
            WriteString(text, members[i].Name);
            text.Append(':');
            Write(text, members[i].Value);
        }

        text.Append('}');
    }

    private static void WriteArray(StringBuilder text, JsonElement value)
    {
        text.Append('[');
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            if (!first) text.Append(',');
            first = false;
            Write(text, item);
        }

        text.Append(']');
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is < ' ' or '"' or '\\') text.Append(Escape(c));
            else text.Append(c);
        }

        text.Append('"');
    }

    // A class: sorting the serializer's own structs is code that each process would compile anew.
    private sealed record Member(string Name, JsonElement Value);

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\b' => @"\b",
        '\t' => @"\t",
        '\n' => @"\n",
        '\f' => @"\f",
        '\r' => @"\r",
        _ => $"\\u{(int)c:x4}",
    };

    /// <summary>As ECMAScript's Number::toString, whose digits are the shortest that give the same double; so are the base library's.</summary>
    internal static string FormatNumber(double value)
    {
        if (!double.IsFinite(value)) throw new FormatException("A number is beyond the range of a double.");
        if (value == 0) return "0";
        if (value < 0) return "-" + FormatNumber(-value);
        var (digits, point) = Shortest(value);
        return point switch
        {
            > 0 and <= 21 when digits.Length <= point => digits.PadRight(point, '0'),
            > 0 and <= 21 => $"{digits[..point]}.{digits[point..]}",
            > -6 and <= 0 => $"0.{new string('0', -point)}{digits}",
            _ => $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1)}",
        };
    }

    // The significant digits, and how many of them stand before the decimal point.
    private static (string Digits, int Point) Shortest(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = e < 0 ? text : text[..e];
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? mantissa : mantissa[..dot];
        var all = dot < 0 ? mantissa : whole + mantissa[(dot + 1)..];
        var leadingZeros = all.Length - all.TrimStart('0').Length;
        return (all.Trim('0'), whole.Length - leadingZeros + exponent);
    }
}
