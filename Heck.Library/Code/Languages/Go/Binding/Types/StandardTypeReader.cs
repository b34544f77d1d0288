namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>Reads a type as the table of the standard library writes it: Go's syntax without blanks, names with their package's whole path.</summary>
internal sealed class StandardTypeReader(string text)
{
    private int _at;

    public GoType Type()
    {
        if (Take("*")) return new GoType.Pointer(Type());
        if (Take("[]")) return new GoType.Slice(Type());
        if (Take("["))
        {
            var length = Until(']');
            return new GoType.Array(Type()) { Length = length };
        }

        if (Take("map["))
        {
            var key = Type();
            Take("]");
            return new GoType.Map(key, Type());
        }

        foreach (var direction in (string[])["chan<-", "<-chan", "chan"])
        {
            if (Take(direction + " ")) return new GoType.Channel(Type()) { Direction = direction };
        }

        if (!Take("func(")) return Name();
        var parameters = List(out var isVariadic);
        Take("(");
        return new GoType.Function(parameters, List(out _), isVariadic, []);
    }

    private List<GoType> List(out bool isVariadic)
    {
        var types = new List<GoType>();
        isVariadic = false;
        while (!Take(")"))
        {
            isVariadic = Take("...");
            types.Add(isVariadic ? new GoType.Slice(Type()) : Type());
            Take(",");
        }

        return types;
    }

    private GoType Name()
    {
        var start = _at;
        while (_at < text.Length && text[_at] is not (',' or ')' or ']')) _at++;
        var name = text[start.._at];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? new GoType.Basic(name.Replace('_', ' ')) : new GoType.External(name[..dot], name[(dot + 1)..]);
    }

    private string Until(char end)
    {
        var start = _at;
        _at = text.IndexOf(end, start) + 1;
        return text[start..(_at - 1)];
    }

    private bool Take(string token)
    {
        if (!text.AsSpan(_at).StartsWith(token, StringComparison.Ordinal)) return false;
        _at += token.Length;
        return true;
    }
}
