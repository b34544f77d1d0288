using Heck.Contracts.Envelopes;
using Heck.Contracts;
using Heck.Library.Tests.Code.Languages.Oracles;
using Heck.Runtime.Processes;
using Heck.Verbs.RefactorRename;
using Heck.Verbs.Refactoring;

namespace Heck.Library.Tests.Verbs.RefactorRename;

/// <summary>Renames that need a language server, by the real servers.</summary>
public sealed class SecondEngineTests : IDisposable
{
    private const string Python = """
        import functools


        class User:
            def __init__(self):
                self.name = "x"


        def make():
            return User()


        print(functools.reduce(lambda a, b: a, [make()]).name)

        """;

    private const string TypeScript = """
        declare function pick(from: any): { name: string }[];
        export class User { name = "x"; }
        declare const odd: any;
        export const one = pick(1)[0].name;
        export const two = odd.name;

        """;

    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task What_the_binder_cannot_decide_refuses_and_says_who_might_know()
    {
        WithNodeModules("pyright");
        _repository.Write("a.py", Python);
        var refused = await RenameAsync("a.py:6:14", trust: false);
        Assert.Equal("refactor.unknown_occurrences", refused.Error!.Code);
        Assert.Contains(refused.Meta.Warnings, w => w.Contains("pyright", StringComparison.Ordinal) && w.Contains("--trust", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pyright_decides_what_the_binder_cannot()
    {
        WithNodeModules("pyright");
        _repository.Write("a.py", Python);
        var renamed = (await RenameAsync("a.py:6:14", trust: true)).Payload!;
        Assert.Contains("[make()]).label)", renamed.Diff, StringComparison.Ordinal);
        Assert.Equal(("pyright", 1, 0), (renamed.Engine.Second!.Name, renamed.Engine.Second.Decided, renamed.Engine.Second.Differences.Count));
    }

    [Fact]
    public async Task A_value_without_type_stays_undecided_whatever_a_server_leaves_alone()
    {
        WithNodeModules("typescript", "typescript-language-server");
        _repository.Write("tsconfig.json", "{}");
        _repository.Write("a.ts", TypeScript);
        var refused = await RenameAsync("a.ts:2:21", trust: true);
        Assert.Equal("refactor.unknown_occurrences", refused.Error!.Code);
        Assert.Contains("a.ts:5:24", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gopls_is_not_asked_while_the_binder_knows()
    {
        Assert.SkipWhen(ProgramFinder.TryFind("gopls") is null, "gopls is not installed");
        _repository.Write("go.mod", "module ex\n\ngo 1.19\n");
        _repository.Write("a.go", "package ex\n\ntype User struct{ Name string }\n\nvar u = User{Name: \"x\"}.Name\n");
        var renamed = (await RenameAsync("a.go:3:19", trust: true, "Label")).Payload!;
        Assert.Null(renamed.Engine.Second);
    }

    private Task<Envelope<RefactorPayload>> RenameAsync(string target, bool trust, string name = "label") =>
        new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root })
            .RunValidAsync(new RefactorRenameRequest { Target = target, New = name, DryRun = true, Trust = trust }, TestContext.Current.CancellationToken);

    private void WithNodeModules(params string[] packages)
    {
        _repository.Write(".gitignore", "node_modules\n");
        Directory.CreateDirectory(Path.Combine(_repository.Root, "node_modules"));
        foreach (var package in packages) Directory.CreateSymbolicLink(Path.Combine(_repository.Root, "node_modules", package), Corpus.Npm(package));
    }
}
