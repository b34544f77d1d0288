using Heck.Code.Syntax;

namespace Heck.Code.Refactoring.Structural.Patterns;

/// <summary>How patterns of one language are read: they are its own code with metavariables, so its own parser reads them.</summary>
/// <param name="Mark">A letter that stands for the <c>$</c> of a metavariable while a pattern is parsed, where the language has no <c>$</c> in names.</param>
/// <param name="Frames">Where a pattern may stand in a file, tried in order; the first in which it is free of errors decides what it is.</param>
/// <param name="NewParser">Makes a parser.</param>
/// <param name="KindOf">The id of a node kind by its name in the language's grammar, or null.</param>
/// <param name="KindName">The name of a node kind.</param>
internal sealed record PatternLanguage(
    char Mark,
    IReadOnlyList<PatternFrame> Frames,
    Func<ISourceParser> NewParser,
    Func<string, ushort?> KindOf,
    Func<ushort, string> KindName)
{
    /// <summary>Names of kinds that people hardly mean, so that a later frame goes before them: <c>Array&lt;$T&gt;</c> is a type to them and an expression to TypeScript.</summary>
    public IReadOnlyList<string> Unlikely { get; init; } = [];

    /// <summary>The kind of extras that hold code which the parser leaves out (C#'s <c>#if</c>); null where there is none.</summary>
    public ushort? LeftOutCode { get; init; }

    /// <summary>A language that tree-sitter parses.</summary>
    public static PatternLanguage OfGrammar(Grammar grammar, char mark, Func<ISourceParser> newParser, params IReadOnlyList<PatternFrame> frames) =>
        new(mark, frames, newParser, name => GrammarInfo.Of(grammar).KindOrNull(name), kind => GrammarInfo.Of(grammar).KindName(kind));
}
