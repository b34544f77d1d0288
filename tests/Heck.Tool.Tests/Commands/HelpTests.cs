using System.Text;
using Heck.Tests.Shared;

namespace Heck.Tool.Tests.Commands;

public sealed class HelpTests
{
    [Fact]
    public async Task Help_of_the_program_and_of_every_verb_is_as_committed()
    {
        using var process = new HeckProcess();
        var help = new StringBuilder();
        foreach (var line in HeckEngine.Verbs.Select(v => v.Name + " --help").Prepend("--help"))
            help.Append("$ heck ").AppendLine(line).AppendLine(await HelpAsync(process, line));
        Snapshot.Matches("tests/Heck.Tool.Tests/Snapshots/help.txt", help.ToString());
    }

    // The help aligns with trailing blanks, which editors and git would take away.
    private static async Task<string> HelpAsync(HeckProcess process, string line)
    {
        var help = await process.RunAsync(line.Split(' '));
        return string.Join('\n', help.Stdout.Split('\n').Select(l => l.TrimEnd()));
    }
}
