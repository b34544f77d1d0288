using System.Diagnostics;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Code.Languages.Oracles;
using Heck.Library.Tests.Code.Refactoring.Rename;

namespace Heck.Library.Tests.Code.Languages.Go.Binding;

/// <summary>The cases under tests/fixtures/refactor: an input tree and a request, and the tree that is expected or the refusal.</summary>
public class GoRenameTests
{
    /// <summary>Every how many-th case is given to the compiler in the ordinary run.</summary>
    private const int Stride = 9;

    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(RenameCase.Root, "go-*").Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rename_gives_what_the_case_expects(string name)
    {
        var given = RenameCase.Read(name);
        var refusal = Record.Exception(() => given.Run()) as HeckException;
        Assert.Equal(given.Refused ?? "", refusal is null ? "" : $"{refusal.Error.Code}{(refusal.Error.Code == given.Refused ? "" : " " + refusal.Error.Message + refusal.Error.Details)}");
        if (refusal is not null)
        {
            Assert.True(refusal.Error.Code == ErrorTable.RefactorInvalidName.Code || refusal.Error.Details?["places"] is not null, "a refusal names the places");
            return;
        }

        Assert.Equal(Join(given.Expected), Join(given.Run()));
    }

    [Fact]
    public void Go_accepts_every_case_after_the_rename_as_before_and_its_program_prints_the_same()
    {
        Assert.SkipUnless(OracleProgram.Exists("go"), "There is no Go on this machine.");
        var renames = Cases.Select(c => RenameCase.Read(c.Data)).Where(c => c.Refused is null).ToList();
        foreach (var given in renames.Where((_, i) => Corpus.IsLong || i % Stride == 0))
        {
            var (before, after) = (Path.Combine(given.Folder, "input"), Path.Combine(given.Folder, "expected"));
            foreach (var module in Directory.EnumerateFiles(after, "go.mod", SearchOption.AllDirectories)) Go(Path.GetDirectoryName(module)!, "vet", "./...");
            if (given.Program is { } program) Assert.Equal(Go(Path.Combine(before, program), "run", "."), Go(Path.Combine(after, program), "run", "."));
        }
    }

    private static string Go(string folder, params string[] arguments)
    {
        using var go = Process.Start(new ProcessStartInfo("go", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["GOPROXY"] = "off" } })!;
        var (output, errors) = (go.StandardOutput.ReadToEndAsync(), go.StandardError.ReadToEndAsync());
        go.WaitForExit();
        Assert.True(go.ExitCode == 0, $"{folder}: {errors.Result}");
        return output.Result + errors.Result;
    }

    private static string Join(SortedDictionary<string, string> tree) => string.Join('\n', tree.Select(f => $"== {f.Key}\n{f.Value}"));
}
