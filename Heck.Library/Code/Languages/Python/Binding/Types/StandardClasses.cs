namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>The members of the standard library's classes, as <c>eng/python/standard_classes.py</c> read them from CPython.</summary>
internal static class StandardClasses
{
    private const string Resource = "standard-classes.txt";

    private static readonly Lazy<Dictionary<string, string[]>> Lines = new(Read);

    /// <summary>Whether the class, by its dotted name, has the member; null when the class is not known.</summary>
    public static bool? Has(string dotted, string member)
    {
        if (!Lines.Value.TryGetValue(dotted, out var words)) return null;
        if (words is [['=', .. var other]]) return Has(other, member);
        return words.Contains(member) || words.Any(w => w.StartsWith('<') && Has(w[1..], member) == true);
    }

    /// <summary>Whether a class is, or derives from, another.</summary>
    public static bool Derives(string dotted, string other)
    {
        if (dotted == other) return true;
        if (!Lines.Value.TryGetValue(dotted, out var words)) return false;
        return words is [['=', .. var same]] ? Derives(same, other) : words.Any(w => w.StartsWith('<') && Derives(w[1..], other));
    }

    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(StandardClasses).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var lines = new Dictionary<string, string[]>();
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            lines[words[0]] = words[1..];
        }

        return lines;
    }
}
