using Heck.Code.Languages.CSharp.Binding;
using Heck.Code.Languages.CSharp.Binding.Projects;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Structural.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Code.Languages.CSharp;

/// <summary>C#, read through Roslyn's syntax; no project is evaluated.</summary>
internal sealed class CSharpLanguage : ILanguage
{
    public string Id => "csharp";

    public IReadOnlyList<string> Names { get; } = ["csharp", "cs", "c#"];

    public IReadOnlyList<string> Extensions { get; } = [".cs"];

    public bool ImportsFiles => false;

    public IFactExtractor CreateExtractor() => new CSharpExtractor();

    public SyntaxFaults FindSyntaxFaults(ReadOnlyMemory<byte> utf8, CancellationToken ct)
    {
        var text = Utf8Offsets.Decode(utf8.Span);
        var root = ConditionalCode.Parse(text.Text, [], ct);
        if (!root.ContainsDiagnostics) return SyntaxFaults.None;
        var offsets = root.SyntaxTree.GetDiagnostics(ct).Where(fault => fault.Severity == DiagnosticSeverity.Error).Select(fault => text[fault.Location.SourceSpan.Start]).ToList();
        return new SyntaxFaults(offsets.Count, offsets);
    }

    public IImportResolver CreateResolver(IProjectFiles files) => new CSharpImportResolver(files);

    /// <summary>Kinds are Roslyn's; a pattern is an expression, else statements, else members, else a file.</summary>
    public PatternLanguage Patterns { get; } = new(
        'µ',
        [new("class _ { object _() =>\n", "\n; }"), new("class _ { async void _() {\n", "\n} }"), new("class _ {\n", "\n}"), PatternFrame.None],
        () => new CSharpSourceParser(),
        name => Enum.TryParse<SyntaxKind>(name, out var kind) && Enum.IsDefined(kind) ? (ushort)kind : null,
        kind => ((SyntaxKind)kind).ToString())
    {
        LeftOutCode = (ushort)SyntaxKind.DisabledTextTrivia,
    };

    public IBinderFactory Binder { get; } = new CSharpBinderFactory(new PlainProjects());
}
