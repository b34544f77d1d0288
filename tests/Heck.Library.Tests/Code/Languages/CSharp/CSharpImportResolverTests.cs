using Heck.Code.Languages;
using Heck.Code.Languages.CSharp;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Languages.CSharp;

public class CSharpImportResolverTests
{
    private static readonly (string Path, string Namespace)[] Files =
        [("a/One.cs", "App.Model"), ("b/Two.cs", "App.Model"), ("b/Helpers.cs", "App"), ("b/Helpers.Text.cs", "App"), ("Main.cs", "App.Model")];

    [Theory]
    [InlineData("App.Model", "a/One.cs b/Two.cs")]
    [InlineData("global::App.Helpers", "b/Helpers.Text.cs b/Helpers.cs")]
    [InlineData("App.Model.One<int>", "a/One.cs")]
    [InlineData("System.Linq", "")]
    [InlineData("System", "")]
    public void A_namespace_is_its_other_files_and_a_type_the_files_of_its_name(string specifier, string expected)
    {
        var files = new MemoryFiles([.. Files.Select(f => (f.Path, ""))]) { Packages = Files.ToDictionary(f => RepoPath.Parse(f.Path), f => f.Namespace) };
        var found = new CSharpImportResolver(files).Resolve(RepoPath.Parse("Main.cs"), new ImportFact(specifier, 0, ImportKind.Import, []));
        Assert.Equal(expected, string.Join(' ', found));
    }
}
