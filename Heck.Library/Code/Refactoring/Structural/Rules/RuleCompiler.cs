using System.Text;
using System.Text.RegularExpressions;
using Heck.Code.Refactoring.Structural.Patterns;
using Heck.Code.Refactoring.Structural.Rewriting;
using Heck.Code.Syntax;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Structural.Rules;

/// <summary>Reads rules for one language and holds them to their own examples.</summary>
internal sealed class RuleCompiler(string languageId, PatternLanguage language) : IDisposable
{
    private static readonly TimeSpan RegexLimit = TimeSpan.FromSeconds(1);

    private readonly ISourceParser _parser = language.NewParser();

    /// <exception cref="HeckException"><c>pattern.invalid</c>, <c>rules.invalid</c>.</exception>
    public Rule Compile(RuleDefinition definition, CancellationToken ct)
    {
        try
        {
            var pattern = Read(definition.Pattern, ct);
            var rule = new Rule(
                definition.Id, pattern, [.. (definition.Where ?? []).Select(c => Compile(c, pattern, ct))],
                definition.Rewrite is null ? null : Rewrite.Read(definition.Rewrite, pattern), IsOneForOne(pattern, definition.Rewrite, ct));
            EnsureExamples(rule, definition, ct);
            return rule;
        }
        catch (HeckException e) when (e.Error.Code == ErrorTable.PatternInvalid.Code && definition.Id.Length > 0)
        {
            throw Invalid(definition.Id, e.Error.Message, e);
        }
    }

    public void Dispose() => _parser.Dispose();

    private Pattern Read(string source, CancellationToken ct) => new PatternReader(language, _parser).Read(source, ct);

    private bool IsOneForOne(Pattern pattern, string? rewrite, CancellationToken ct)
    {
        if (pattern.Roots.Length > 1 || string.IsNullOrWhiteSpace(rewrite)) return false;
        try
        {
            return Read(rewrite, ct).Roots is [var only] && language.KindName(only.Kind) is var kind && !kind.Contains("sequence", StringComparison.Ordinal) && !kind.Contains("list", StringComparison.Ordinal);
        }
        catch (HeckException)
        {
            // A rewrite need not be a pattern: it may be one metavariable, or a piece that only its place completes.
            return false;
        }
    }

    private Constraint Compile(ConstraintDefinition c, Pattern pattern, CancellationToken ct)
    {
        Constraint? Inner(ConstraintDefinition? inner) => inner is null ? null : Compile(inner, pattern, ct);
        if (c == new ConstraintDefinition { Of = c.Of } || c.Any is { Count: 0 }) throw ErrorTable.PatternInvalid.With("A condition asks nothing.", "Give kind, regex, pattern, inside, has, precedes, follows, not or any.");
        return new Constraint(
            c.Of is null ? null : HoleOf(c.Of, pattern), c.Kind is null ? null : KindOf(c.Kind), c.Regex is null ? null : RegexOf(c.Regex), c.Pattern is null ? null : Read(c.Pattern, ct),
            Inner(c.Inside), Inner(c.Has), Inner(c.Precedes), Inner(c.Follows), Inner(c.Not), c.Any?.Select(one => Compile(one, pattern, ct)).ToList());
    }

    private static string HoleOf(string of, Pattern pattern) =>
        pattern.Holes.FirstOrDefault(h => h.Name.Length > 0 && h.Name == of.TrimStart('$')) is { } hole
            ? hole.Name
            : throw ErrorTable.PatternInvalid.With($"'of: {of}' names no metavariable of the pattern '{pattern.Source}'.", pattern.Holes.Count == 0 ? "It has none." : $"It has {string.Join(", ", pattern.Holes)}.");

    private ushort KindOf(string name) => language.KindOf(name)
        ?? throw ErrorTable.PatternInvalid.With($"'kind: {name}' is no kind of node of {languageId}.", "Give a kind of its tree-sitter grammar, such as call_expression; for csharp a SyntaxKind of Roslyn, such as InvocationExpression.");

    private static Regex RegexOf(string text)
    {
        try
        {
            return new Regex(text, RegexOptions.CultureInvariant, RegexLimit);
        }
        catch (ArgumentException e)
        {
            throw ErrorTable.PatternInvalid.With($"'regex: {text}' is no regular expression: {e.Message}", inner: e);
        }
    }

    private void EnsureExamples(Rule rule, RuleDefinition definition, CancellationToken ct)
    {
        if (definition.Match.FirstOrDefault(code => !Finds(rule, code, ct)) is { } missed) throw Invalid(rule.Id, $"it finds nothing in its own example '{missed}'");
        if (definition.NoMatch.FirstOrDefault(code => Finds(rule, code, ct)) is { } found) throw Invalid(rule.Id, $"it finds something in its own counter-example '{found}'");
    }

    private bool Finds(Rule rule, string code, CancellationToken ct)
    {
        using var tree = _parser.Parse(Encoding.UTF8.GetBytes(code), ct);
        return rule.MatchesIn(tree, ct).Any();
    }

    private static HeckException Invalid(string id, string why, Exception? cause = null) => ErrorTable.RulesInvalid.With($"The rule '{id}' cannot be used: {why}", inner: cause);
}
