using Heck.Code.Languages.TypeScript.Binding;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Refactoring.Rename;

public sealed class TextLedgerTests
{
    [Fact]
    public void Every_occurrence_of_the_word_stands_in_one_list()
    {
        var ledger = Rename(new RenameOptions("made", AcceptUnknown: true)).Ledger;
        Assert.Equal(["a.ts:1:22", "a.ts:4:53"], ledger.Changed.Select(p => p.ToString()));
        Assert.Equal(["a.ts:2:32"], ledger.OtherSymbol.Select(p => p.ToString()));
        Assert.Equal(["a.ts:3:4", "a.ts:3:10", "notes.md:1:5"], ledger.TextOnly.Select(p => p.ToString()));
        Assert.Equal(["a.ts:4:35"], ledger.Unknown.Select(p => p.ToString()));
        Assert.NotNull(ledger.Unknown[0].Role);
    }

    [Fact]
    public void Comments_and_strings_of_code_change_when_asked_and_text_of_other_files_does_not()
    {
        var ledger = Rename(new RenameOptions("made", Comments: true, Strings: true, AcceptUnknown: true)).Ledger;
        Assert.Equal(["a.ts:1:22", "a.ts:3:4", "a.ts:3:10", "a.ts:4:53"], ledger.Changed.Select(p => p.ToString()));
        Assert.Equal(["notes.md:1:5"], ledger.TextOnly.Select(p => p.ToString()));
    }

    private static RenameOutcome Rename(RenameOptions options)
    {
        var workspace = new MemoryWorkspace(new MemoryFiles(
            ("a.ts", """
                export class Thing { make() {} }
                export class Other { label = { make: 1 } }
                // make "make"
                export const all = (x: any) => [x.make, new Thing().make];
                """),
            ("notes.md", "How make works; makes, remake")));
        return new RenameDriver(workspace, TypeScriptBinderFactory.Instance).Rename(RepoPath.Parse("a.ts"), 22, options, TestContext.Current.CancellationToken);
    }
}
