using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Refactoring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>
/// Every identifier of one file. Other files are not searched for more uses, so that a namespace, which is known by the first place of all that declares it, is known by its name only.
/// Code that the projects' symbols disable is left out.
/// </summary>
internal sealed class FileUses(CSharpProgram program, CSharpDocument document, CancellationToken ct)
{
    public IEnumerable<NameUse> Read()
    {
        var raw = program.UnitsOf(document).SelectMany(In).ToLookup(r => r.Name, r => r.Use);
        return raw.SelectMany(name => new NameAnalysis(program, name.Key, [.. name], areAll: false).Uses);
    }

    /// <summary>What one symbol of a compilation is among the binder's.</summary>
    public static BoundSymbol BoundOf(CSharpProgram program, ISymbol symbol, CSharpUnit unit)
    {
        var canonical = SymbolFacts.Canonical(symbol);
        var groups = new SymbolGroups(program, SymbolFacts.NameOf(canonical));
        return groups.Bound(groups.Of(canonical, unit));
    }

    private IEnumerable<(string Name, RawUse Use)> In(CSharpUnit unit)
    {
        var reader = new TokenReader(program, unit.Model(document), ct);
        foreach (var token in document.Tree(unit.Parsing).GetRoot(ct).DescendantTokens(descendIntoTrivia: true).Where(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText.Length > 0))
        {
            ct.ThrowIfCancellationRequested();
            if (NamePlace.At(document, token.SpanStart, token.ValueText) is not { } place) continue;
            foreach (var meaning in reader.Read(token))
            {
                var name = meaning.Symbol is { } symbol ? SymbolFacts.NameOf(symbol) : token.ValueText;
                yield return (name, new RawUse(document, place.Start, place.Length, unit, meaning));
            }
        }
    }
}
