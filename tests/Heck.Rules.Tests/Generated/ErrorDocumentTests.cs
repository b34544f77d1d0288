using System.Text;
using Heck.Contracts.Errors;
using Heck.Tests.Shared;

namespace Heck.Rules.Tests.Generated;

public sealed class ErrorDocumentTests
{
    [Fact]
    public void Docs_list_every_error() => Snapshot.Matches("docs/errors.md", Document());

    [Fact]
    public void Codes_are_unique() =>
        Assert.Equal(ErrorTable.All.Count, ErrorTable.All.Select(e => e.Code).Distinct().Count());

    [Fact]
    public void Codes_are_lower_case_words() =>
        Assert.All(ErrorTable.All, e => Assert.Matches("^[a-z]+(\\.[a-z_]+)?$", e.Code));

    [Fact]
    public void Every_error_says_what_it_means_and_what_to_do() =>
        Assert.All(ErrorTable.All, e => Assert.True(e.Meaning.EndsWith('.') && e.Advice.EndsWith('.'), $"{e.Code}: meaning and advice are sentences"));

    private static string Document()
    {
        var page = new StringBuilder("""
            # Errors

            Generated from `ErrorTable` by `./build.sh schemas`. A failed call prints `payload.error {code, message, hint, details}` and ends with the exit code.

            | exit | meaning |
            |---|---|

            """);
        foreach (var exit in Enum.GetValues<ExitCode>())
            page.AppendLine($"| {(int)exit} | {Words(exit)} |");
        page.AppendLine().AppendLine("| code | exit | what it means | what to do |").AppendLine("|---|---|---|---|");
        foreach (var e in ErrorTable.All)
            page.AppendLine($"| `{e.Code}` | {(int)e.Exit} | {e.Meaning} | {e.Advice} |");
        return page.ToString();
    }

    private static string Words(ExitCode exit) => exit switch
    {
        ExitCode.Done => "done",
        ExitCode.ProblemsFound => "done, problems found",
        ExitCode.BadRequest => "the request or the configuration is wrong",
        ExitCode.Environment => "the machine lacks something: a tool, a network, a provider",
        ExitCode.Refused => "refused by policy, budget or approval, or because the result could not be trusted",
        ExitCode.Conflict => "someone else holds the lock, or the base has moved",
        ExitCode.Internal => "a defect of Heck",
        ExitCode.Cancelled => "cancelled by the caller",
        _ => throw new ArgumentOutOfRangeException(nameof(exit), exit, "no words for this exit code"),
    };
}
