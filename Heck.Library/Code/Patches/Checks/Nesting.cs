namespace Heck.Code.Patches.Checks;

/// <summary>How deep brackets nest, strings and comments not told apart: an upper bound for what a parser has to keep.</summary>
internal static class Nesting
{
    public static int DepthOf(ReadOnlySpan<byte> utf8)
    {
        var (depth, angles, deepest) = (0, 0, 0);
        foreach (var unit in utf8)
        {
            switch (unit)
            {
                case (byte)'(' or (byte)'[' or (byte)'{':
                    depth++;
                    break;
                case (byte)')' or (byte)']' or (byte)'}':
                    depth = Math.Max(0, depth - 1);
                    break;
                case (byte)'<':
                    angles++;
                    break;
                case (byte)'>':
                    angles = Math.Max(0, angles - 1);
                    break;
                // Most are comparisons, which no bracket closes.
                case (byte)';' or (byte)'\n':
                    angles = 0;
                    break;
            }

            deepest = Math.Max(deepest, depth + angles);
        }

        return deepest;
    }
}
