using System.Diagnostics;
using System.Text;
using Heck.Code.Languages.Go.Binding;
using Heck.Code.Refactoring;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Library.Tests.Code.Languages.Oracles;
using Heck.Library.Tests.Code.Refactoring.Operations;

namespace Heck.Library.Tests.Code.Languages.Go;

/// <summary>Go's own programs judge the expected trees of the cases: they compile, are formatted as gofmt formats, and print what the input prints.</summary>
public class GoOperationOracleTests
{
    /// <summary>Every how many-th case is given to Go in the ordinary run.</summary>
    private const int Stride = 12;

    [Fact]
    public void Go_accepts_every_case_afterwards_and_its_program_prints_the_same()
    {
        Assert.SkipUnless(OracleProgram.Exists("go"), "There is no Go on this machine.");
        var changes = OperationCase.Names("go").Select(OperationCase.Read).Where(c => c.Refused is null).ToList();
        foreach (var given in changes.Where((_, i) => Corpus.IsLong || i % Stride == 0))
        {
            var (before, after) = (Path.Combine(given.Folder, "input"), Path.Combine(given.Folder, "expected"));
            Go(after, "vet", "./...");
            if (given.Program is { } program and not "-") Assert.Equal(Go(Path.Combine(before, program), "run", "."), Go(Path.Combine(after, program), "run", "."));
        }
    }

    [Fact]
    public void Gofmt_finds_nothing_to_change_in_what_a_refactoring_wrote()
    {
        Assert.SkipUnless(OracleProgram.Exists("gofmt"), "There is no gofmt on this machine.");
        var folders = OperationCase.Names("go").Select(OperationCase.Read).Where(c => c.Refused is null).Select(c => Path.Combine(c.Folder, "expected"));
        Assert.Equal("", Run("gofmt", Path.GetTempPath(), ["-l", .. folders]).Trim());
    }

    [Fact]
    public void The_uses_in_a_file_are_those_that_are_found_by_name()
    {
        foreach (var name in OperationCase.Names("go").Where((_, i) => i % 5 == 0))
        {
            var workspace = new MemoryWorkspace(new MemoryFiles([.. OperationCase.Read(name).Input.Select(f => (f.Key, f.Value))]));
            var binder = new GoBinder(workspace);
            foreach (var path in workspace.Files.Paths.Where(p => p.Extension == ".go"))
            {
                var uses = binder.UsesIn(path, TestContext.Current.CancellationToken);
                Assert.Equal(HasDeclarations(workspace.Read(path)!), uses.Count > 0);
                foreach (var use in uses.Where(u => u.Symbol is not null))
                    Assert.Contains(binder.UsesOf(use.Symbol!.Name, TestContext.Current.CancellationToken), u => u.Path == path && u.Start == use.Start && u.Symbol == use.Symbol && u.IsDeclaration == use.IsDeclaration);
            }
        }
    }

    /// <summary>A file may have a package clause only.</summary>
    private static bool HasDeclarations(SourceText text) => Encoding.UTF8.GetString(text.Utf8.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Any(line => !line.StartsWith("package ", StringComparison.Ordinal));

    private static string Go(string folder, params string[] arguments) => Run("go", folder, arguments);

    private static string Run(string program, string folder, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["GOPROXY"] = "off" } })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{folder}: {errors.Result}{output.Result}");
        return output.Result + errors.Result;
    }
}
