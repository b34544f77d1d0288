namespace Heck.Code.Patches.Replies.Matching;

/// <summary>A file's lines as numbers, equal where a widening takes lines for equal, and where a row of lines occurs in it: all places, those that overlap too.</summary>
internal sealed class LineKeys
{
    private const int Unknown = -1;

    private readonly Widening _widening;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly int[] _file;

    public LineKeys(FileLines file, Widening widening)
    {
        _widening = widening;
        _file = new int[file.Count];
        for (var line = 0; line < _file.Length; line++)
        {
            var key = LineFold.Of(file[line], widening);
            if (!_numbers.TryGetValue(key, out var number)) _numbers.Add(key, number = _numbers.Count);
            _file[line] = number;
        }
    }

    /// <summary>The first lines of all places, found in linear time by Knuth, Morris and Pratt, since a hostile reply would make anything else quadratic.</summary>
    public List<int> PlacesOf(IReadOnlyList<string> lines)
    {
        var pattern = new int[lines.Count];
        for (var i = 0; i < pattern.Length; i++)
        {
            pattern[i] = _numbers.GetValueOrDefault(LineFold.Of(lines[i], _widening), Unknown);
            if (pattern[i] == Unknown) return [];
        }

        return pattern.Length == 0 ? [] : PlacesOf(pattern);
    }

    private List<int> PlacesOf(int[] pattern)
    {
        var places = new List<int>();
        var borders = Borders(pattern);
        var matched = 0;
        for (var line = 0; line < _file.Length; line++)
        {
            while (matched > 0 && (matched == pattern.Length || pattern[matched] != _file[line])) matched = borders[matched - 1];
            if (pattern[matched] == _file[line]) matched++;
            if (matched == pattern.Length) places.Add(line + 1 - pattern.Length);
        }

        return places;
    }

    // For each prefix the length of the longest shorter prefix that it ends in.
    private static int[] Borders(int[] pattern)
    {
        var borders = new int[pattern.Length];
        var border = 0;
        for (var i = 1; i < pattern.Length; i++)
        {
            while (border > 0 && pattern[border] != pattern[i]) border = borders[border - 1];
            if (pattern[border] == pattern[i]) border++;
            borders[i] = border;
        }

        return borders;
    }
}
