using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Structural.Patterns;

namespace Heck.Code.Languages;

/// <summary>What Heck knows of one language. Adding one is a folder under <c>Code/Languages</c> and a line in <see cref="LanguageCatalog"/>.</summary>
internal interface ILanguage
{
    /// <summary>The language's lower-case name: <c>typescript</c>, <c>python</c>.</summary>
    string Id { get; }

    /// <summary>The names by which a user may ask for it; one name may stand for several languages (<c>typescript</c> for TSX too).</summary>
    IReadOnlyList<string> Names => [Id];

    /// <summary>File extensions with their dot, lower case.</summary>
    IReadOnlyList<string> Extensions { get; }

    IFactExtractor CreateExtractor();

    IImportResolver CreateResolver(IProjectFiles files);

    /// <summary>What the language cannot read in a file.</summary>
    SyntaxFaults FindSyntaxFaults(ReadOnlyMemory<byte> utf8, CancellationToken ct) => SyntaxFaults.None;

    /// <summary>Whether imports name files, so that they follow when a file is renamed.</summary>
    bool ImportsFiles => true;

    /// <summary>The binder that refactorings ask, or null where the language has none yet. Languages that refer to each other share one family.</summary>
    IBinderFactory? Binder => null;

    /// <summary>How patterns of structural search are read, or null where the language has none.</summary>
    PatternLanguage? Patterns => null;
}
