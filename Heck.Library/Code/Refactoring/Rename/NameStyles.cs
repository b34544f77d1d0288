using System.Text;

namespace Heck.Code.Refactoring.Rename;

/// <summary>The ways in which a file is called after a symbol: as it is, <c>kebab-case</c>, <c>snake_case</c>, <c>camelCase</c>, <c>PascalCase</c>.</summary>
internal static class NameStyles
{
    public static IReadOnlyList<Func<string, string>> All { get; } =
    [
        name => name,
        name => string.Join('-', Words(name)).ToLowerInvariant(),
        name => string.Join('_', Words(name)).ToLowerInvariant(),
        name => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..],
        name => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..],
    ];

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var begins = char.IsUpper(name[i]) && (i == 0 || !char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((begins || name[i] == '_') && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (name[i] != '_') word.Append(name[i]);
        }

        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }
}
