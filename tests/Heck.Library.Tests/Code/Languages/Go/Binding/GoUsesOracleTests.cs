using System.Diagnostics;
using System.Globalization;
using Heck.Code.Languages.Go.Binding;
using Heck.Contracts;
using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Languages.Go.Binding;

/// <summary>What the binder says of each identifier beside what <c>go/types</c> says, over packages of Go's standard library.</summary>
public class GoUsesOracleTests(ITestOutputHelper output)
{
    private static readonly string[] Few = ["container/list", "encoding/csv", "go/scanner", "net/textproto", "sort", "text/tabwriter"];

    [Fact]
    public void No_identifier_is_claimed_to_mean_what_it_does_not_mean()
    {
        Assert.SkipUnless(OracleProgram.Exists("go"), "There is no Go on this machine.");
        var root = Environment.GetEnvironmentVariable("HECK_GO_MODULE") ?? StandardLibrary();
        Assert.SkipUnless(Directory.Exists(root), "Go's sources are not on this machine (golang-src).");
        var all = Corpus.Files(root, ".go").Where(f => !f.Contains("/testdata/")).ToList();
        var folders = Corpus.IsLong ? all.Select(f => Path.GetDirectoryName(f)!).Where(f => !f.Contains("/vendor/") && !f.Contains("/cmd/")).Distinct() : Few.Select(f => Path.Combine(root, f));
        var only = Environment.GetEnvironmentVariable("HECK_GO_PACKAGES")?.Split(',').Select(f => Path.Combine(root, f));
        var expected = Ask(root, only ?? folders);
        var files = new MemoryFiles(all.Append(Path.Combine(root, "go.mod")).Where(f => Corpus.IsLong || !f.Contains("/cmd/"))
            .Select(f => KeyValuePair.Create(RepoPath.Parse(Path.GetRelativePath(root, f)), (ReadOnlyMemory<byte>)File.ReadAllBytes(f))));
        var binder = new GoBinder(new MemoryWorkspace(files));
        var (proved, open, wrong) = (0, 0, new List<string>());
        var reasons = new Dictionary<string, (int Count, string First)>();
        expected.RemoveAll(e => e.Name is "nil" or "true" or "false" or "iota"); // tokens of the grammar, which cannot be renamed
        foreach (var line in expected)
        {
            var (claim, why) = binder.Claim(line.Path, line.Offset, line.Target);
            if (claim is null) open++;
            else if (claim == true) proved++;
            else wrong.Add($"{line.Path}:{line.Offset} {line.Name} should be {(line.Target is { } t ? t.ToString() : "outside")}, is {why}");
            if (claim is null) reasons[why] = reasons.GetValueOrDefault(why) is var (count, first) && first is not null ? (count + 1, first) : (1, $"{line.Path}:{line.Offset} {line.Name}");
        }

        output.WriteLine($"{expected.Count} identifiers: {proved} proved ({100.0 * proved / expected.Count:F2} %), {open} open, {wrong.Count} wrong");
        foreach (var (reason, count) in reasons.OrderByDescending(r => r.Value.Count).Take(40)) output.WriteLine($"{count.Count} {reason}, first at {count.First}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(60)));
        Assert.True(proved > 0.99 * expected.Count);
    }

    private static string StandardLibrary()
    {
        using var go = Process.Start(new ProcessStartInfo("go", ["env", "GOROOT"]) { RedirectStandardOutput = true })!;
        var root = new DirectoryInfo(Path.Combine(go.StandardOutput.ReadToEnd().Trim(), "src"));
        return root.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? root.FullName;
    }

    private static List<(RepoPath Path, int Offset, string Name, (RepoPath, int)? Target)> Ask(string root, IEnumerable<string> folders)
    {
        using var process = Process.Start(new ProcessStartInfo("go", ["run", OracleProgram.Script("go-uses.go"), root]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = root })!;
        var answer = process.StandardOutput.ReadToEndAsync();
        foreach (var folder in folders) process.StandardInput.WriteLine(folder);
        process.StandardInput.Close();
        process.WaitForExit();
        return [.. answer.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).Select(p => (
            RepoPath.Parse(p[0]), Number(p[1]), p[2], p[3] == "-" ? ((RepoPath, int)?)null : (RepoPath.Parse(p[3]), Number(p[4]))))];
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
