using System.Text;
using Heck.Code.Languages.TypeScript.Binding;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Refactoring.Rename;

public sealed class RenameDriverTests
{
    private const string Source = """
        import { total } from './b';
        export interface Item { total: number }
        export function sum(items: Item[], start = total): number {
          let result = start;
          outer: for (const item of items) {
            if (item.total < 0) break outer;
            result += item.total;
          }
          return total + [result].map(<V>(value: V) => value)[0];
        }
        """;

    [Theory]
    [InlineData("items")]
    [InlineData("start")]
    [InlineData("result")]
    [InlineData("item ")]
    [InlineData("outer")]
    [InlineData("V>")]
    [InlineData("value:")]
    public void A_name_with_a_range_in_its_file_is_renamed_by_that_file_alone(string at) =>
        Assert.Equal(["a.ts"], FilesReadFor(at));

    [Theory]
    [InlineData("total: ")]
    [InlineData("sum")]
    public void A_name_that_other_files_may_use_is_looked_for_in_them(string at) =>
        Assert.Equal(["a.ts", "b.ts", "c.ts"], FilesReadFor(at));

    private static SortedSet<string> FilesReadFor(string at)
    {
        const string Everything = "items start result item outer V value total sum";
        var workspace = new ReadingWorkspace(new MemoryWorkspace(new MemoryFiles(
            ("a.ts", Source), ("b.ts", $"export const total = 1; // {Everything}"), ("c.ts", $"import {{ sum }} from './a'; // {Everything} renamed"))));
        var offset = Encoding.UTF8.GetByteCount(Source[..Source.IndexOf(at, StringComparison.Ordinal)]);
        var outcome = new RenameDriver(workspace, TypeScriptBinderFactory.Instance).Rename(RepoPath.Parse("a.ts"), offset, new RenameOptions("renamed"), TestContext.Current.CancellationToken);
        Assert.NotEmpty(outcome.Edits.Files);
        return workspace.Read;
    }
}
