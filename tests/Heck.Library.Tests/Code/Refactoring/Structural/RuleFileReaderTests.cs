using System.Text;
using Heck.Code.Refactoring.Structural;
using Heck.Code.Refactoring.Structural.Rules;
using Heck.Contracts.Errors;

namespace Heck.Library.Tests.Code.Refactoring.Structural;

public sealed class RuleFileReaderTests
{
    private const string Good = """
        rules:
          - id: no-log
            language: typescript
            pattern: console.log($$$A)
            where:
              - not: { inside: { kind: catch_clause } }
              - any:
                  - { of: $$$A, regex: . }
                  - has: { pattern: arguments }
            rewrite: log($$$A)
            match: ['console.log(1)']
            no_match: ['try { a() } catch { console.log(1) }']
        """;

    [Fact]
    public void A_rule_is_read_and_held_to_its_examples()
    {
        var rule = Assert.Single(Read(Good).Rules);
        Assert.Equal(("no-log", "log($$$A)"), (rule.Id, rule.Rewrite));
        RuleSet.Of([rule], TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("a: {")]
    public void Nesting_without_end_is_refused_and_takes_no_stack(string piece) =>
        Assert.Contains("nests deeper than 60", Assert.Throws<HeckException>(() => Read(string.Concat(Enumerable.Repeat(piece, 200_000)))).Error.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("rules: &a [*a]\n")]
    [InlineData("rules: &a\n  ? [*a]\n  : x\n")]
    public void What_holds_itself_is_refused_and_takes_no_stack(string yaml) => Assert.Contains("holds itself", Assert.Throws<HeckException>(() => Read(yaml)).Error.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("match: ['console.log(1)']", "match: ['console.warn(1)']", "finds nothing in its own example 'console.warn(1)'")]
    [InlineData("no_match: [", "no_match: ['console.log(2)', ", "finds something in its own counter-example 'console.log(2)'")]
    [InlineData("kind: catch_clause", "kind: catch_claws", "catch_claws")]
    [InlineData("regex: .", "regex: (", "regular expression")]
    [InlineData("of: $$$A", "of: $B", "of: $B")]
    [InlineData("rewrite: log($$$A)", "rewrite: log($B)", "$B")]
    [InlineData("language: typescript", "language: cobol", "cobol")]
    [InlineData("pattern: console", "patern: console", "patern")]
    [InlineData("rules:", "rules: [", "line")]
    public void A_rule_that_is_wrong_says_what_and_where(string good, string bad, string message)
    {
        var refusal = Assert.Throws<HeckException>(() => RuleSet.Of(Read(Good.Replace(good, bad, StringComparison.Ordinal)).Rules, TestContext.Current.CancellationToken));
        Assert.Equal(ErrorTable.RulesInvalid.Code, refusal.Error.Code);
        Assert.Contains(message, refusal.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_grows_by_its_anchors_is_refused()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 10; i++) bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        Assert.Equal(ErrorTable.RulesInvalid.Code, Assert.Throws<HeckException>(() => Read(bomb.ToString())).Error.Code);
    }

    [Theory]
    [InlineData("inside: { kind: function_declaration }", "function f() { foo(1) }", "foo(1)")]
    [InlineData("has: { kind: number }", "foo(1)", "foo(a)")]
    [InlineData("precedes: { pattern: bar() }", "foo(1); a(); bar()", "bar(); foo(1)")]
    [InlineData("follows: { pattern: bar() }", "bar(); foo(1)", "foo(1); bar()")]
    [InlineData("regex: ^foo.1", "foo(1)", "foo(2)")]
    [InlineData("{ of: $A, kind: identifier }", "foo(a)", "foo(1)")]
    public void A_condition_decides(string condition, string match, string noMatch)
    {
        var rules = $"rules:\n  - id: a\n    language: javascript\n    pattern: foo($A)\n    where:\n      - {condition}\n    match: ['{match}']\n    no_match: ['{noMatch}']\n";
        RuleSet.Of(Read(rules).Rules, TestContext.Current.CancellationToken);
    }

    private static RuleFile Read(string yaml) => RuleFileReader.Read("rules.yml", Encoding.UTF8.GetBytes(yaml));
}
