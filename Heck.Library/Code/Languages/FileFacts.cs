namespace Heck.Code.Languages;

/// <summary>
/// What one file declares, uses and imports, from syntax alone. Filled by an <see cref="IFactExtractor"/>, which may reuse the instance:
/// whoever keeps something copies it.
/// </summary>
internal sealed class FileFacts
{
    /// <summary>Each distinct name once.</summary>
    public List<string> Names { get; } = [];

    public List<SymbolFact> Symbols { get; } = [];

    public List<ReferenceFact> References { get; } = [];

    public List<ImportFact> Imports { get; } = [];

    /// <summary>The package (Go) that the file belongs to, where the language says so in the file.</summary>
    public string? Package { get; set; }

    /// <summary>Number of places where the parser had to recover.</summary>
    public int ParseErrors { get; set; }

    public void Clear()
    {
        Names.Clear();
        Symbols.Clear();
        References.Clear();
        Imports.Clear();
        Package = null;
        ParseErrors = 0;
    }
}
