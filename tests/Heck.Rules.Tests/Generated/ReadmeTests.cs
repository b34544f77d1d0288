using System.Text;
using Heck.Tests.Shared;

namespace Heck.Rules.Tests.Generated;

public sealed class ReadmeTests
{
    private const string Begin = "<!-- verbs -->\n";
    private const string End = "<!-- /verbs -->";

    [Fact]
    public void The_readme_lists_the_verbs_that_there_are()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));
        var start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= Begin.Length && end >= start, $"README.md has no {Begin.Trim()} … {End}");
        Snapshot.Matches("README.md", page[..start] + Table() + page[end..]);
    }

    private static string Table()
    {
        var table = new StringBuilder("| verb | |\n|---|---|\n");
        foreach (var verb in HeckEngine.Verbs)
            table.Append($"| `heck {verb.Name}` | {verb.Summary} |\n");
        return table.ToString();
    }
}
