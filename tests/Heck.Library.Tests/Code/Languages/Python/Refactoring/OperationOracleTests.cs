using Heck.Library.Tests.Code.Refactoring.Operations;

namespace Heck.Library.Tests.Code.Languages.Python.Refactoring;

/// <summary>CPython on the cases of Python's refactorings: the expected tree compiles, and the program prints what it printed before.</summary>
public sealed class OperationOracleTests
{
    [Fact]
    public void Expected_trees_compile_and_print_what_their_inputs_print()
    {
        Assert.SkipUnless(Python.Exists, "python3 is not installed");
        var cases = OperationCase.Names("python").Select(OperationCase.Read).Where(c => c.Refused is null).ToList();
        Assert.True(cases.Count >= 45, $"{cases.Count} cases");
        Assert.All(cases, c => Assert.NotNull(c.Program));
        var report = Python.Run(Script, cases.SelectMany(c => new[] { c.Folder, c.Program! }));
        Assert.Equal("", report);
    }

    /// <summary>Programs run one after the other in one interpreter each; what differs or does not compile is printed.</summary>
    private const string Script = """
        import os, subprocess, sys
        def run(tree, program):
            return subprocess.run([sys.executable, "-B", "-X", "utf8", program], cwd=tree, capture_output=True, text=True)
        for case, program in zip(sys.argv[1::2], sys.argv[2::2]):
            name = os.path.basename(case)
            for folder, _, files in os.walk(os.path.join(case, "expected")):
                for file in files:
                    if file.endswith(".py"):
                        try:
                            with open(os.path.join(folder, file), "rb") as source:
                                compile(source.read(), file, "exec")
                        except SyntaxError as error:
                            print(name, "does not compile:", error)
            arguments = program.split()
            before, after = (run(os.path.join(case, part), arguments[-1]) for part in ("input", "expected"))
            if before.returncode != 0 or before.stdout == "":
                print(name, "prints nothing before:", before.stderr)
            elif (before.returncode, before.stdout) != (after.returncode, after.stdout):
                print(name, "prints", repr(after.stdout), after.stderr, "instead of", repr(before.stdout))
        """;
}
