using Heck.Code.Languages;

namespace Heck.Code.Index.Store;

/// <summary>The names of an import as one text: <c>name</c> or <c>name=local</c>, a line each; null when there are none.</summary>
internal static class ImportedNames
{
    public static string? Pack(IReadOnlyList<ImportedName> names) => names.Count == 0
        ? null
        : string.Join('\n', names.Select(n => n.Name == n.Local ? n.Name : $"{n.Name}={n.Local}"));

    public static IReadOnlyList<ImportedName> Unpack(string? packed) => packed is null ? [] : [.. packed.Split('\n').Select(One)];

    private static ImportedName One(string text) => text.IndexOf('=') is var at and >= 0
        ? new ImportedName(text[..at], text[(at + 1)..])
        : new ImportedName(text, text);
}
