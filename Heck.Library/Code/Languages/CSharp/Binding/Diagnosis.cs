using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp.Binding;

/// <summary>What the compiler says of some files, in every project that has them.</summary>
internal sealed class Diagnosis(CSharpProgram program, CancellationToken ct)
{
    // A type's name in lower case letters only, a 'new' that hides nothing any more, a public name without documentation: no change of meaning. Where warnings are errors they count.
    private static readonly string[] Harmless = ["CS8981", "CS0109", "CS1591"];

    public IReadOnlyList<CompilerFinding> Of(IReadOnlyCollection<RepoPath> files)
    {
        var documents = files.Select(program.Document).OfType<CSharpDocument>().ToList();
        return [.. documents.SelectMany(d => program.UnitsOf(d), (d, u) => (Document: d, Unit: u)).SelectMany(x => In(x.Unit, x.Document))
            .Concat(documents.SelectMany(d => program.UnitsOf(d)).Distinct().SelectMany(Elsewhere)).Distinct()];
    }

    private IEnumerable<CompilerFinding> In(CSharpUnit unit, CSharpDocument document) => Told(unit.Model(document).GetDiagnostics(cancellationToken: ct));

    /// <summary>Declarations of other files, such as a class that no longer implements its interface.</summary>
    private IEnumerable<CompilerFinding> Elsewhere(CSharpUnit unit) => Told(unit.Compilation.GetDeclarationDiagnostics(ct));

    private IEnumerable<CompilerFinding> Told(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var told in diagnostics)
        {
            if (told.IsSuppressed || told.Severity < DiagnosticSeverity.Warning || (told.Severity == DiagnosticSeverity.Warning && Harmless.Contains(told.Id))) continue;
            if (told.Location.SourceTree is not { } tree || program.DocumentOf(tree) is not { } document) yield return new CompilerFinding(default, 0, told.Id, told.GetMessage());
            else yield return new CompilerFinding(document.Path, document.OffsetOf(told.Location.SourceSpan.Start), told.Id, told.GetMessage());
        }
    }
}
