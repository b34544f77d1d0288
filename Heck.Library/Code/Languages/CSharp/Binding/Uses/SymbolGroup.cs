using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Refactoring;
using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>One symbol of the sources, as each compilation knows it.</summary>
internal sealed class SymbolGroup
{
    public BoundSymbol? Bound { get; set; }

    /// <summary>The same symbol in each project that sees it.</summary>
    public List<(ISymbol Symbol, CSharpUnit Unit)> Symbols { get; } = [];
}
