using Heck.Code.Languages.Python.Binding;
using Heck.Code.Refactoring;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Languages.Python.Binding;

/// <summary>The identifiers of one file, against the questions by name.</summary>
public sealed class UsesInTests
{
    private static readonly string[] Modules = ["argparse.py", "calendar.py", "dataclasses.py", "enum.py", "json/__init__.py", "json/decoder.py", "json/encoder.py", "json/scanner.py", "shlex.py", "types.py"];

    [Fact]
    public void A_file_gives_what_the_names_in_it_give()
    {
        Assert.SkipUnless(Python.Exists, "python3 is not installed");
        var library = Python.Run("import os; print(os.path.dirname(os.__file__))").Trim();
        var workspace = new MemoryWorkspace(new MemoryFiles([.. Modules.Select(m => (m, File.ReadAllText(Path.Combine(library, m))))]));
        var byFile = new PythonBinder(workspace);
        var byName = new PythonBinder(workspace);
        foreach (var path in Modules.Select(RepoPath.Parse))
        {
            var given = byFile.UsesIn(path, TestContext.Current.CancellationToken).Where(u => u.Symbol is not null).Select(Line).ToHashSet();
            var words = byFile.Program.File(path)!.Sites.Select(s => s.Node.Text).Distinct();
            var asked = words.SelectMany(w => byName.UsesOf(w, TestContext.Current.CancellationToken)).Where(u => u.Path == path && u.Symbol is not null).Select(Line).ToHashSet();
            Assert.NotEmpty(given);
            Assert.Equal(asked.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
        }
    }

    private static string Line(NameUse use) => $"{use.Start} {use.Symbol!.Path} {use.Symbol.Offset} {use.Symbol.Name} {use.Symbol.External} {use.IsDeclaration}";
}
