namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>What the standard library exports, with types, as a table that <c>eng/tables/go-standard-types.go</c> makes.</summary>
internal static class StandardApi
{
    private static readonly Lazy<Dictionary<string, (char Kind, string Type)>> Table = new(Read);
    private static readonly Lazy<HashSet<string>> Packages = new(() => [.. Table.Value.Where(l => l.Value.Kind == 'f' || l.Value.Kind == 't').Select(l => l.Key.IndexOf('.', StringComparison.Ordinal) is var dot && l.Key.Contains('/', StringComparison.Ordinal) ? l.Key[..l.Key.IndexOf('.', l.Key.LastIndexOf('/'))] : l.Key[..dot])]);
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, GoType> Parsed = new();

    /// <summary>Whether the library has a package of this path.</summary>
    public static bool HasPackage(string path) => Packages.Value.Contains(path);

    public static bool IsType(string full) => Table.Value.TryGetValue(full, out var line) && line.Kind == 't';

    /// <summary>Whether a type is an interface.</summary>
    public static bool IsInterface(string full) => Table.Value.TryGetValue(full, out var line) && line is { Kind: 't', Type: "interface" or "any" };

    /// <summary>The type of a variable, constant or field.</summary>
    public static GoType? Variable(string full) => Of(full, 'v');

    public static GoType.Function? Function(string full) => Of(full, 'f') as GoType.Function;

    /// <summary>What lies under a named type where that is no struct or interface.</summary>
    public static GoType? Underlying(string full) => Of(full, 't');

    private static GoType? Of(string full, char kind)
    {
        if (!Table.Value.TryGetValue(full, out var line) || line.Kind != kind || line.Type is "struct" or "interface" or "?" or "any" && kind == 't') return null;
        return Parsed.GetOrAdd(line.Type, text => new StandardTypeReader(text).Type());
    }

    private static Dictionary<string, (char, string)> Read()
    {
        using var stream = typeof(StandardApi).Assembly.GetManifestResourceStream("standard-types.txt")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<string, (char, string)>(9000) { ["builtin.error.Error"] = ('f', "func()(string)") };
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var name = line.IndexOf(' ', StringComparison.Ordinal);
            table[line[..name]] = (line[name + 1], line[(name + 3)..]);
        }

        return table;
    }
}
