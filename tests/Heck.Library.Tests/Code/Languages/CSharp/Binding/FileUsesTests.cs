using Heck.Code.Languages.CSharp.Binding;
using Heck.Code.Languages.CSharp.Binding.Projects;
using Heck.Contracts;
using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Languages.CSharp.Binding;

public sealed class FileUsesTests
{
    /// <summary>Namespaces apart, which in one file are known by their name only.</summary>
    [Fact]
    public void The_uses_in_a_file_are_those_that_each_name_has_there()
    {
        var folder = Path.Combine(Corpus.Repository, "Heck.Library", "Contracts");
        var workspace = new MemoryWorkspace(new MemoryFiles(Corpus.Files(folder, ".cs").Select(f => KeyValuePair.Create(RepoPath.Parse(Path.GetRelativePath(folder, f).Replace('\\', '/')), (ReadOnlyMemory<byte>)File.ReadAllBytes(f)))));
        var binder = new CSharpBinderFactory(new PlainProjects()).Bind(workspace);
        var ct = TestContext.Current.CancellationToken;
        foreach (var path in workspace.Files.Paths.Where(p => p.Name is "RepoPath.cs" or "Envelope.cs" or "ErrorTable.cs"))
        {
            var here = binder.UsesIn(path, ct).Where(u => u.Symbol?.Kind != "namespace").ToList();
            Assert.NotEmpty(here);
            var text = workspace.Read(path)!;
            var names = here.Select(u => System.Text.Encoding.UTF8.GetString(text.Utf8.Span.Slice(u.Start, u.Length))).Distinct().Order(StringComparer.Ordinal).Take(40).ToHashSet();
            foreach (var name in names)
            {
                var all = binder.UsesOf(name, ct).Where(u => u.Path == path && u.Symbol?.Kind != "namespace").Select(u => (u.Start, u.Symbol, u.IsDeclaration)).ToList();
                Assert.Equal(all, here.Where(u => all.Exists(a => a.Start == u.Start)).Select(u => (u.Start, u.Symbol, u.IsDeclaration)));
            }
        }
    }
}
