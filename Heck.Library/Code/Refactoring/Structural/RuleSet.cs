using Heck.Code.Languages;
using Heck.Code.Refactoring.Structural.Rules;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Structural;

/// <summary>Rules read for every language that they are for.</summary>
internal sealed class RuleSet
{
    private readonly Dictionary<ILanguage, List<Rule>> _rules = [];
    private readonly List<string> _warnings = [];

    /// <summary>Languages for which some rule could not be read although it could for a sister.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <exception cref="HeckException"><c>request.invalid</c>, <c>pattern.invalid</c>, <c>rules.invalid</c>.</exception>
    public static RuleSet Of(IEnumerable<RuleDefinition> definitions, CancellationToken ct)
    {
        var set = new RuleSet();
        foreach (var definition in definitions) set.Add(definition, ct);
        return set;
    }

    public IReadOnlyList<Rule> For(ILanguage? language) => language is not null && _rules.TryGetValue(language, out var rules) ? rules : [];

    private void Add(RuleDefinition definition, CancellationToken ct)
    {
        var languages = LanguageCatalog.Named(definition.Language).Where(l => l.Patterns is not null).ToList();
        if (languages.Count == 0)
            throw ErrorTable.RequestInvalid.With($"'{definition.Language}' is no language with structural search.", $"One of: {string.Join(", ", LanguageCatalog.All.Where(l => l.Patterns is not null).Select(l => l.Id))}.");
        HeckException? first = null;
        var read = 0;
        foreach (var language in languages)
        {
            try
            {
                using var compiler = new RuleCompiler(language.Id, language.Patterns!);
                (_rules.TryGetValue(language, out var rules) ? rules : _rules[language] = []).Add(compiler.Compile(definition, ct));
                read++;
            }
            catch (HeckException e) when (languages.Count > 1)
            {
                first ??= e;
                _warnings.Add($"Files of {language.Id} were left out: {e.Error.Message}");
            }
        }

        if (read == 0) throw first!;
    }
}
