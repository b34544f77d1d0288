using System.Text;
using Heck.Code.Languages;
using Heck.Code.Text;

namespace Heck.Library.Tests.Code.Languages;

/// <summary>Facts as lines that read well in a test.</summary>
internal static class ExtractedFacts
{
    public static FileFacts Of(ILanguage language, string source)
    {
        var facts = new FileFacts();
        using var extractor = language.CreateExtractor();
        extractor.Extract(Encoding.UTF8.GetBytes(source), facts, TestContext.Current.CancellationToken);
        return facts;
    }

    /// <summary><c>kind Outer.name</c>, with a plus before what is exported.</summary>
    public static string[] Symbols(ILanguage language, string source)
    {
        var facts = Of(language, source);
        return [.. facts.Symbols.Select(s => $"{(s.Exported ? "+" : "")}{s.Kind.ToString().ToLowerInvariant()} {Qualified(facts, s)}")];
    }

    /// <summary><c>role name</c>, with <c>@symbol</c> for the symbol that it stands in.</summary>
    public static string[] References(ILanguage language, string source)
    {
        var facts = Of(language, source);
        return [.. facts.References.Select(r => $"{r.Role.ToString().ToLowerInvariant()} {facts.Names[r.Name]}{(r.Enclosing < 0 ? "" : "@" + facts.Names[facts.Symbols[r.Enclosing].Name])}")];
    }

    /// <summary><c>kind specifier: name as local, …</c></summary>
    public static string[] Imports(ILanguage language, string source) =>
        [.. Of(language, source).Imports.Select(i => $"{i.Kind.ToString().ToLowerInvariant()} {i.Specifier}: {string.Join(", ", i.Names.Select(n => n.Name == n.Local ? n.Name : $"{n.Name} as {n.Local}"))}".TrimEnd(' ', ':'))];

    public static SymbolFact Symbol(FileFacts facts, string name) => facts.Symbols.First(s => facts.Names[s.Name] == name);

    public static (int Line, int Column) NamePlace(string source, SymbolFact symbol) => new LineMap(Encoding.UTF8.GetBytes(source)).PositionAt(symbol.NameStart);

    private static string Qualified(FileFacts facts, SymbolFact symbol) =>
        Outer(facts, symbol) + facts.Names[symbol.Name];

    private static string Outer(FileFacts facts, SymbolFact symbol) => symbol switch
    {
        { Parent: >= 0 } => Qualified(facts, facts.Symbols[symbol.Parent]) + ".",
        { Owner: >= 0 } => facts.Names[symbol.Owner] + ".",
        _ => "",
    };
}
