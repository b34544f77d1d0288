namespace Heck.Code.Languages.CSharp;

/// <summary>C#, read through Roslyn's syntax; no project is evaluated.</summary>
internal sealed class CSharpLanguage : ILanguage
{
    public string Id => "csharp";

    public IReadOnlyList<string> Extensions { get; } = [".cs"];

    public IFactExtractor CreateExtractor() => new CSharpExtractor();

    public IImportResolver CreateResolver(IProjectFiles files) => new CSharpImportResolver(files);
}
