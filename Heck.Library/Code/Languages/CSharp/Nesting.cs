namespace Heck.Code.Languages.CSharp;

/// <summary>
/// How deep a text may nest in the places where Roslyn's parser recurses without a look at its stack: brackets, type arguments, chains of <c>?.</c>,
/// <c>..</c>, <c>not</c>, <c>into</c> and <c>partial</c>, and conditions of the preprocessor. An upper bound: of strings and comments only those are told apart of which it
/// is sure, since whoever means harm would hide brackets behind what we mistake for a string.
/// </summary>
internal ref struct Nesting
{
    /// <summary>The worst of them takes about 600 bytes of stack a level, and a stack may have no more than 1.5 MB. No program is written so.</summary>
    private const int Deepest = 1000;

    private readonly ReadOnlySpan<char> _text;

    /// <summary>The brackets that are open, each with the links of the chains right inside it; the first is the file.</summary>
    private readonly Span<(char Bracket, int Links)> _open;
    private int _lastQuote = -1;
    private bool _isComment;
    private int _depth;
    private int _angles;
    private int _allLinks;
    private int _conditions;
    private int _branches;

    private Nesting(ReadOnlySpan<char> text, Span<(char Bracket, int Links)> open)
    {
        _text = text;
        _open = open;
    }

    public static bool IsTooDeep(ReadOnlySpan<char> text)
    {
        Span<(char Bracket, int Links)> open = stackalloc (char, int)[Deepest + 2];
        open.Clear();
        var nesting = new Nesting(text, open);
        for (var at = 0; at < text.Length; at++)
        {
            nesting.Read(at);
            if (nesting._depth + nesting._angles + nesting._allLinks + nesting._branches > Deepest) return true;
        }

        return false;
    }

    private void Read(int at)
    {
        var letter = _text[at];
        if (letter == '\n') _isComment = _text[(at + 1)..].TrimStart() is ['/', '/', ..];
        // It could be a hole in a string of several lines.
        if (letter == '{') _isComment = false;
        if (_isComment) return;
        switch (letter)
        {
            case ')' or ']' or '}' or '(' or '[' or '{' when IsQuoted(at): break;
            case '(' or '[' or '{': _open[++_depth] = (letter, 0); break;
            case ')': Close('('); break;
            case ']': Close('['); break;
            case '}': Close('{'); break;
            // A shift is no list of type arguments; a comparison leaves its sign open to the end of the statement.
            case '<' when at + 1 == _text.Length || _text[at + 1] != '<': _angles++; break;
            case '>': _angles = Math.Max(0, _angles - 1); break;
            case '?' when _text[(at + 1)..].TrimStart() is ['.' or '[' or '/', ..]: AddLink(); break;
            case '.' when at > 0 && _text[at - 1] == '.': AddLink(); break;
            case 'n' when IsWord(at, "not"): AddLink(); break;
            case 'i' when IsWord(at, "into"): AddLink(); break;
            case 'p' when IsWord(at, "partial"): AddLink(); break;
            case ';': EndStatement(); break;
            case '#': ReadDirective(_text[(at + 1)..]); break;
        }
    }

    private readonly bool IsWord(int at, ReadOnlySpan<char> word) =>
        _text[at..].StartsWith(word) && (at == 0 || !char.IsLetterOrDigit(_text[at - 1])) && (at + word.Length == _text.Length || !char.IsLetterOrDigit(_text[at + word.Length]));

    /// <summary>Alone between quotes, as lexers have it. Where it is code after all, what we take for code is quoted, so that at most half can be hidden.</summary>
    private bool IsQuoted(int at)
    {
        if (at == 0 || at + 1 == _text.Length || _text[at - 1] is not ('\'' or '"') || _text[at + 1] != _text[at - 1] || at - 1 == _lastQuote) return false;
        _lastQuote = at + 1;
        return true;
    }

    private void AddLink()
    {
        _open[_depth].Links++;
        _allLinks++;
    }

    private void EndLinks()
    {
        _allLinks -= _open[_depth].Links;
        _open[_depth].Links = 0;
    }

    /// <summary>What closes another bracket than the last is skipped by the parser.</summary>
    private void Close(char bracket)
    {
        if (_open[_depth].Bracket != bracket) return;
        EndLinks();
        _depth--;
    }

    private void EndStatement()
    {
        EndLinks();
        _angles = 0;
    }

    /// <summary>Branches of one condition cost the square of their number; a condition recurses over its operators.</summary>
    private void ReadDirective(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" \t");
        if (rest.StartsWith("endif")) _conditions = Math.Max(0, _conditions - 1);
        else if (rest.StartsWith("if")) _conditions++;
        if (_conditions == 0) _branches = 0;
        if (!rest.StartsWith("if") && !rest.StartsWith("elif")) return;
        var line = rest[..(rest.IndexOfAny('\r', '\n') is >= 0 and var end ? end : rest.Length)];
        _branches += 1 + (line.Length > Deepest ? line.Length : 0);
    }
}
