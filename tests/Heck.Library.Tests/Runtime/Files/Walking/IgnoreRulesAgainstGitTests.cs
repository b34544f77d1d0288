using System.Text;
using CsCheck;
using Heck.Runtime.Files.Walking.Ignoring;

namespace Heck.Library.Tests.Runtime.Files.Walking;

/// <summary>The matcher and <c>git check-ignore</c> give the same answer. One git process judges a whole sample.</summary>
public class IgnoreRulesAgainstGitTests
{
    private static readonly Gen<string> Pattern = Gen.OneOf(
        "a", "b", "c", "ab", ".", "*", "?", "**", "***", "/", "/", "**/", "/**", "/**/", "[ab]", "[!a]", "[^b]", "[a-c]", "[]a]", "[!]a]", "[a-]", "[b\\]]",
        "[[:alpha:]]", "[[:punct:]b]", "[[:nope:]]", "[[:alpha]", "[", "]", "\\a", "\\*", "\\\\", "\\", "!", "#", "\\#", "\\!", " ", "\\ ", "\t", "é", "*.", "-")
        .Array[1, 6].Select(string.Concat);

    private static readonly Gen<string> IgnoreText =
        Gen.Select(Pattern.Array[1, 4], Gen.OneOf("\n", "\n", "\r\n"), Gen.Bool, (lines, end, last) => string.Join(end, lines) + (last ? end : ""));

    private static readonly Gen<string> AnyPath =
        Gen.OneOf("a", "b", "c", "ab", "ba", "abc", "a.b", ".a", "*", "?", "a b", " ", "a ", "#a", "!a", "é", "[a]", "a-", "\\a", "a\t").Array[1, 4].Select(s => string.Join('/', s));

    [Fact]
    public void Every_verdict_is_gits() => Gen.Select(IgnoreText, AnyPath.Array[12]).Array[150].Sample(
        cases =>
        {
            using var repository = new TempRepository();
            for (var i = 0; i < cases.Length; i++) repository.Write($"d{i}/.gitignore", cases[i].Item1);
            var asked = cases.SelectMany((c, i) => c.Item2.Select(path => (Rules: c.Item1, Path: path, Full: $"d{i}/{path}"))).ToList();
            var answer = repository.GitWith(string.Concat(asked.Select(a => a.Full + '\0')), "check-ignore", "-v", "-n", "--no-index", "-z", "--stdin").Split('\0');

            // Four fields a path: source, line, pattern, path. A pattern with '!' means taken back.
            Assert.Equal((asked.Count * 4) + 1, answer.Length);
            for (var i = 0; i < asked.Count; i++)
            {
                var git = answer[(i * 4) + 2] is { Length: > 0 } pattern && pattern[0] != '!';
                Assert.True(git == IsIgnored(asked[i].Rules, asked[i].Path), $"git says {git} of '{asked[i].Path}' under '{asked[i].Rules}'");
            }
        },
        iter: 6,
        threads: 1);

    // The cases that guided the matcher, judged by git as well as by hand.
    [Theory]
    [InlineData("a/b**/c", "a/bx/y/c", true)]
    [InlineData("**/b", "a/ab", false)]
    [InlineData("a/**", "a", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("foo\\ ", "foo ", true)]
    [InlineData("foo  ", "foo", true)]
    [InlineData("\\#x", "#x", true)]
    [InlineData("\\!x", "!x", true)]
    [InlineData("A", "a", false)]
    [InlineData("/", "a", false)]
    [InlineData("a?b", "a/b", false)]
    [InlineData("a[/]b", "a/b", false)]
    [InlineData("\uFEFFa", "a", true)]
    [InlineData("a/\n!a/b", "a/b", true)]
    [InlineData("a/*\n!a/b", "a/b", false)]
    public void A_known_case_is_as_git_says(string rules, string path, bool ignored)
    {
        using var repository = new TempRepository();
        repository.Write(".gitignore", rules);
        repository.Write(path);
        var git = repository.GitWith(path, "check-ignore", "--no-index", "--stdin").Length > 0;
        Assert.Equal((ignored, ignored), (git, IsIgnored(rules, path)));
    }

    private static bool IsIgnored(string rules, string path)
    {
        var scope = new IgnoreScope(null, null, IgnoreFile.Parse(Encoding.UTF8.GetBytes(rules), 0));
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var start = 0; start < bytes.Length;)
        {
            var slash = bytes.AsSpan(start).IndexOf((byte)'/');
            var end = slash < 0 ? bytes.Length : start + slash;
            if (scope.IsIgnored(bytes.AsSpan(0, end), start, isFolder: slash >= 0)) return true;
            start = end + 1;
        }

        return false;
    }
}
