namespace Heck.Code.Languages.TypeScript;

/// <summary>
/// Writes otherwise, byte for byte in the same place, what the compiler reads and tree-sitter-typescript 0.23 does not:
/// <c>&lt;in out T&gt;</c>, <c>import("m").T&lt;U&gt;</c>, <c>export type *</c>, <c>import defer</c>, <c>using x =</c>, <c>static accessor x</c>, and call signatures that
/// follow each other on lines without semicolons, escapes in template types, <c>using</c> as a name, and <c>any</c> as the only parameter of a function type.
/// </summary>
internal ref struct GrammarGaps
{
    // A longer head of an interface is not recognised; looking back from every brace must stay cheap.
    private const int LongestHead = 1000;

    private readonly ReadOnlySpan<byte> _text;
    private readonly Stack<Bracket> _brackets = new();
    private byte[]? _bridged;
    private int _at;

    /// <summary>The last two words or signs, with their offsets; a sign is one byte.</summary>
    private (int Start, int End) _last;
    private (int Start, int End) _secondLast;

    private GrammarGaps(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>Whether the text may hold what the grammar reads without an error as something else.</summary>
    public static bool MayHide(ReadOnlySpan<byte> text) => text.IndexOf("using "u8) >= 0;

    /// <summary>The text with the gaps bridged, or null when there is nothing to bridge.</summary>
    public static byte[]? Bridge(ReadOnlySpan<byte> text)
    {
        var gaps = new GrammarGaps(text);
        while (gaps._at < text.Length) gaps.ReadNext();
        return gaps._bridged;
    }

    private void ReadNext()
    {
        var b = _text[_at];
        if (IsBlank(b)) _at++;
        else if (b is (byte)'"' or (byte)'\'') ReadSign(EndOfString(_at));
        else if (b == '`') ReadTemplate();
        else if (b == '/' && EndOfCommentOrRegex() is var end && end > _at + 1) _at = end;
        else if (IsWord(b)) ReadWord();
        else ReadBracketOrSign(b);
    }

    private void ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && IsWord(_text[_at])) _at++;
        var word = _text[start.._at];
        if (word.SequenceEqual("in"u8) || word.SequenceEqual("out"u8)) BridgeVariance(start);
        else if (word.SequenceEqual("import"u8)) BridgeImportType(start);
        else if (word.SequenceEqual("type"u8) && Last("export"u8) && Following('*')) Blank(start, _at);
        else if (word.SequenceEqual("defer"u8) && Last("import"u8) && Following('*')) Blank(start, _at);
        else if (word.SequenceEqual("any"u8) && LastSign('(')) BridgeParameter(start);
        else if (word.SequenceEqual("using"u8)) BridgeUsing(start);
        else if (word.SequenceEqual("accessor"u8) && (Last("static"u8) || Last("abstract"u8))) Blank(start, _at);
        Remember(start, _at);
    }

    private void ReadBracketOrSign(byte b)
    {
        if (b is (byte)'(' or (byte)'<') BridgeSignature();
        if (b is (byte)'{' or (byte)'(' or (byte)'[') _brackets.Push(new Bracket(b, HoldsSignatures(b)));
        if (b == '}' && _brackets.TryPeek(out var top) && top.Sign == '$')
        {
            _brackets.Pop();
            _at++;
            ReadTemplateText();
            return;
        }

        if (b is (byte)'}' or (byte)')' or (byte)']') _brackets.TryPop(out _);
        ReadSign(_at + 1);
    }

    private void ReadSign(int end)
    {
        Remember(_at, end);
        _at = end;
    }

    private void Remember(int start, int end) => (_secondLast, _last) = (_last, (start, end));

    /// <summary><c>in</c> and <c>out</c> before a type parameter.</summary>
    private void BridgeVariance(int start)
    {
        if (!LastSign('<') && !LastSign(',') && !(Last("in"u8) && _text[start.._at].SequenceEqual("out"u8))) return;
        var name = SkipBlanks(_at);
        if (name == _at || name >= _text.Length || !IsWord(_text[name])) return;
        var end = EndOfWord(name);
        if (_text[name..end].SequenceEqual("out"u8) && SkipBlanks(end) is var inner && inner < _text.Length && IsWord(_text[inner]) && inner > end)
            end = _text[inner..EndOfWord(inner)].SequenceEqual("extends"u8) ? end : EndOfWord(inner);
        var after = SkipBlanks(end);
        var isParameter = after < _text.Length && (_text[after] is (byte)',' or (byte)'>' or (byte)'=' || _text[after..].StartsWith("extends"u8));
        if (isParameter) Blank(start, _at);
    }

    /// <summary><c>import("m")</c> becomes a name of the same length, which the grammar lets have members and type arguments.</summary>
    private void BridgeImportType(int start)
    {
        var open = SkipBlanks(_at);
        if (open >= _text.Length || _text[open] != '(') return;
        var quote = SkipBlanks(open + 1);
        if (quote >= _text.Length || _text[quote] is not ((byte)'"' or (byte)'\'')) return;
        var close = SkipBlanks(EndOfString(quote));
        if (close >= _text.Length || _text[close] != ')') return;
        var dot = SkipBlanks(close + 1);
        if (dot >= _text.Length || _text[dot] != '.' || IsOfPromise(_text[(dot + 1)..])) return;
        Bridged().AsSpan(start, close + 1 - start).Fill((byte)'_');
        _at = close + 1;
    }

    /// <summary>An import in a value gives a promise, and is read as it is.</summary>
    private static bool IsOfPromise(ReadOnlySpan<byte> member) => member.StartsWith("then"u8) || member.StartsWith("catch"u8) || member.StartsWith("finally"u8);

    /// <summary><c>(any) =&gt; …</c>, where it is a name and not a type.</summary>
    private void BridgeParameter(int start)
    {
        var close = SkipBlanks(_at);
        if (close >= _text.Length || _text[close] != ')') return;
        if (_text[SkipBlanks(close + 1)..].StartsWith("=>"u8)) Bridged()[start] = (byte)'_';
    }

    /// <summary><c>using x = …</c> becomes a constant; where it is a name it becomes another.</summary>
    private void BridgeUsing(int start)
    {
        var name = SkipBlanks(_at);
        var after = name == _at ? name : SkipBlanks(EndOfWord(name));
        var declares = after > name && after < _text.Length && (_text[after] == '=' || _text[after..].StartsWith("of "u8));
        if (declares && Last("await"u8)) Blank(_last.Start, _last.End);
        (declares ? "const"u8 : "_sing"u8).CopyTo(Bridged().AsSpan(start));
    }

    /// <summary>In a type, what begins with a bracket on a new line is a signature of its own; the grammar would go on with the line before.</summary>
    private void BridgeSignature()
    {
        if (!_brackets.TryPeek(out var top) || !top.HoldsSignatures || _last.End == 0) return;
        var lineEnd = _text[_last.End.._at].IndexOf((byte)'\n');
        if (lineEnd >= 0 && EndsType()) Bridged()[_last.End + lineEnd] = (byte)';';
    }

    private readonly bool EndsType()
    {
        var sign = _text[_last.End - 1];
        if (sign is (byte)'>' or (byte)']' or (byte)'}' or (byte)')' or (byte)'"' or (byte)'\'' or (byte)'`')
            return !(sign == '>' && _secondLast.End == _last.Start && _text[_secondLast.Start] == '=');
        return IsWord(sign) && !Last("extends"u8) && !Last("keyof"u8) && !Last("typeof"u8) && !Last("is"u8) && !Last("readonly"u8) && !Last("new"u8) && !Last("infer"u8);
    }

    /// <summary>A brace that opens an interface, or one that begins with a call signature, which no block and no object does.</summary>
    private readonly bool HoldsSignatures(byte bracket)
    {
        if (bracket != '{') return false;
        var first = SkipBlanksAndComments(_at + 1);
        return first < _text.Length && (_text[first] == '<' || (_text[first] == '(' && !LastSign(')') && !LastSign('>'))) || IsInterface();
    }

    private readonly bool IsInterface()
    {
        var head = _text[Math.Max(0, _last.End - LongestHead).._last.End];
        var start = head.LastIndexOf("interface "u8);
        return start >= 0 && head[start..].IndexOfAny("{};"u8) < 0;
    }

    private readonly bool Last(ReadOnlySpan<byte> word) => _text[_last.Start.._last.End].SequenceEqual(word);

    private readonly bool LastSign(char sign) => _last.End > 0 && _text[_last.End - 1] == sign;

    private readonly bool Following(char sign) => SkipBlanks(_at) is var next && next < _text.Length && _text[next] == sign;

    private void Blank(int start, int end) => Bridged().AsSpan(start, end - start).Fill((byte)' ');

    private byte[] Bridged() => _bridged ??= _text.ToArray();

    private void ReadTemplate()
    {
        _at++;
        ReadTemplateText();
    }

    private void ReadTemplateText()
    {
        while (_at < _text.Length && _text[_at] != '`')
        {
            if (_text[_at] == '$' && _at + 1 < _text.Length && _text[_at + 1] == '{')
            {
                _brackets.Push(new Bracket((byte)'$', HoldsSignatures: false));
                ReadSign(_at + 2);
                return;
            }

            if (_text[_at] == '\\') Blank(_at, Math.Min(_at + 2, _text.Length));
            _at += _text[_at] == '\\' ? 2 : 1;
        }

        ReadSign(Math.Min(_at + 1, _text.Length));
    }

    private readonly int EndOfString(int start)
    {
        var at = start + 1;
        while (at < _text.Length && _text[at] != _text[start] && _text[at] != '\n') at += _text[at] == '\\' ? 2 : 1;
        return Math.Min(at + 1, _text.Length);
    }

    /// <summary>The end of what begins with a slash, or the next byte when it divides.</summary>
    private readonly int EndOfCommentOrRegex()
    {
        if (EndOfComment(_at) is > 0 and var end) return end;
        var divides = _last.End > 0 && (IsWord(_text[_last.End - 1]) || _text[_last.End - 1] is (byte)')' or (byte)']' or (byte)'}' or (byte)'"' or (byte)'\'' or (byte)'`');
        return divides && !Last("return"u8) ? _at + 1 : EndOfRegex();
    }

    private readonly int EndOfRegex()
    {
        var inClass = false;
        for (var at = _at + 1; at < _text.Length && _text[at] != '\n'; at++)
        {
            if (_text[at] == '\\') at++;
            else if (_text[at] == '[') inClass = true;
            else if (_text[at] == ']') inClass = false;
            else if (_text[at] == '/' && !inClass) return at + 1;
        }

        return _at + 1;
    }

    private readonly int SkipBlanks(int at)
    {
        while (at < _text.Length && IsBlank(_text[at])) at++;
        return at;
    }

    private readonly int SkipBlanksAndComments(int at)
    {
        while (true)
        {
            at = SkipBlanks(at);
            if (EndOfComment(at) is not (> 0 and var end)) return at;
            at = end;
        }
    }

    /// <summary>-1 when none begins there.</summary>
    private readonly int EndOfComment(int start)
    {
        var rest = _text[Math.Min(start, _text.Length)..];
        if (rest.StartsWith("//"u8)) return rest.IndexOf((byte)'\n') is >= 0 and var end ? start + end : _text.Length;
        if (rest.StartsWith("/*"u8)) return rest[2..].IndexOf("*/"u8) is >= 0 and var close ? start + close + 4 : _text.Length;
        return -1;
    }

    private readonly int EndOfWord(int at)
    {
        while (at < _text.Length && IsWord(_text[at])) at++;
        return at;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static bool IsWord(byte b) => b is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9' or (byte)'_' or (byte)'$' or >= 0x80;

    private readonly record struct Bracket(byte Sign, bool HoldsSignatures);
}
