namespace Heck.Runtime.Files.Walking.Ignoring;

/// <summary>A bracket expression: ranges, <c>[:class:]</c> (ASCII, as git has them), <c>!</c> or <c>^</c>, escapes. A malformed one matches nothing.</summary>
internal static class Bracket
{
    public static bool TryMatch(ReadOnlySpan<byte> pattern, ref int p, byte value)
    {
        p++;
        var negated = p < pattern.Length && pattern[p] is (byte)'!' or (byte)'^';
        if (negated) p++;
        var (matched, first) = (false, true);
        int? low = null;
        for (; p < pattern.Length && (first || pattern[p] != ']'); first = false)
        {
            if (pattern[p] == '[' && ClassName(pattern[p..]) is { } name)
            {
                if (Contains(pattern.Slice(p + 2, name), value) is not { } inClass) return false;
                matched |= inClass;
                p += name + 4;
                low = null;
            }
            else if (pattern[p] == '-' && low is not null && p + 1 < pattern.Length && pattern[p + 1] != ']')
            {
                p++;
                if (!TryLiteral(pattern, ref p, out var high)) return false;
                matched |= value >= low && value <= high;
                low = null;
            }
            else
            {
                if (!TryLiteral(pattern, ref p, out var literal)) return false;
                matched |= value == literal;
                low = literal;
            }
        }

        // The closing bracket.
        return p++ < pattern.Length && matched != negated;
    }

    private static bool TryLiteral(ReadOnlySpan<byte> pattern, ref int p, out byte literal)
    {
        if (pattern[p] == '\\') p++;
        literal = p < pattern.Length ? pattern[p] : (byte)0;
        return p++ < pattern.Length;
    }

    /// <summary>The length of the name in <c>[:name:]</c>; null when this is no class but a set that holds a bracket.</summary>
    private static int? ClassName(ReadOnlySpan<byte> pattern)
    {
        if (pattern is not [_, (byte)':', ..]) return null;
        var end = pattern[2..].IndexOf((byte)']');
        return end > 0 && pattern[end + 1] == ':' ? end - 1 : null;
    }

    private static bool? Contains(ReadOnlySpan<byte> name, byte value)
    {
        if (name.SequenceEqual("alnum"u8)) return char.IsAsciiLetterOrDigit((char)value);
        if (name.SequenceEqual("alpha"u8)) return char.IsAsciiLetter((char)value);
        if (name.SequenceEqual("blank"u8)) return value is (byte)' ' or (byte)'\t';
        if (name.SequenceEqual("cntrl"u8)) return value is < 0x20 or 0x7f;
        if (name.SequenceEqual("digit"u8)) return char.IsAsciiDigit((char)value);
        if (name.SequenceEqual("graph"u8)) return value is > 0x20 and < 0x7f;
        if (name.SequenceEqual("lower"u8)) return char.IsAsciiLetterLower((char)value);
        if (name.SequenceEqual("print"u8)) return value is >= 0x20 and < 0x7f;
        if (name.SequenceEqual("punct"u8)) return value is > 0x20 and < 0x7f && !char.IsAsciiLetterOrDigit((char)value);
        if (name.SequenceEqual("space"u8)) return value is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';
        if (name.SequenceEqual("upper"u8)) return char.IsAsciiLetterUpper((char)value);
        if (name.SequenceEqual("xdigit"u8)) return char.IsAsciiHexDigit((char)value);
        return null;
    }
}
