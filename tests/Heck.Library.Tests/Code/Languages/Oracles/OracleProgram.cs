using System.Diagnostics;
using System.Text.Json;

namespace Heck.Library.Tests.Code.Languages.Oracles;

/// <summary>A program under <c>tests/oracles</c> that reads paths and prints the declarations that a compiler sees.</summary>
internal static class OracleProgram
{
    public static string Script(string name) => Path.Combine(Corpus.Repository, "tests", "oracles", name);

    public static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, program)));

    public static OracleAnswer Ask(string program, IEnumerable<string> arguments, IReadOnlyList<string> files)
    {
        var lines = Run(program, arguments, files);
        var failed = lines.Where(l => l.EndsWith("\terror", StringComparison.Ordinal)).Select(l => l.Split('\t')[0]).ToHashSet();
        return new OracleAnswer([.. lines.Where(l => !l.EndsWith("\terror", StringComparison.Ordinal)).Select(Parse)], failed);
    }

    private static string[] Run(string program, IEnumerable<string> arguments, IReadOnlyList<string> files)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        using (process.StandardInput)
            foreach (var file in files) process.StandardInput.WriteLine(file);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Declared Parse(string line)
    {
        var parts = line.Split('\t');
        return new Declared(parts[0], int.Parse(parts[1]), int.Parse(parts[2]), parts[3], JsonSerializer.Deserialize<string>(parts[4])!);
    }
}
