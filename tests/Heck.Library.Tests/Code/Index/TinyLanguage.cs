using System.Text;
using Heck.Code.Languages;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Index;

/// <summary>
/// A language small enough to see through, so that the index is tested apart from any grammar: a line <c>def NAME</c> declares, <c>use NAME</c> uses,
/// <c>import PATH</c> imports; anything else is an error.
/// </summary>
internal sealed class TinyLanguage : ILanguage
{
    public static ILanguage? Of(RepoPath path) => path.Extension == ".tiny" ? new TinyLanguage() : null;

    public string Id => "tiny";

    public IReadOnlyList<string> Extensions => [".tiny"];

    public IFactExtractor CreateExtractor() => new Extractor();

    public IImportResolver CreateResolver(IProjectFiles files) => new Resolver(files);

    private sealed class Extractor : IFactExtractor
    {
        public void Extract(ReadOnlyMemory<byte> utf8, FileFacts facts, CancellationToken ct)
        {
            facts.Clear();
            var start = 0;
            foreach (var line in Encoding.UTF8.GetString(utf8.Span).Split('\n'))
            {
                ExtractLine(line, start, facts);
                start += Encoding.UTF8.GetByteCount(line) + 1;
            }
        }

        public void Dispose()
        {
        }

        private static void ExtractLine(string line, int start, FileFacts facts)
        {
            var length = Encoding.UTF8.GetByteCount(line);
            switch (line.Split(' '))
            {
                case ["def", var name]: facts.Symbols.Add(new SymbolFact(Name(name), SymbolKind.Function, start + 4, start, start + length, -1, true, line, "about " + name)); break;
                case ["use", var name]: facts.References.Add(new ReferenceFact(Name(name), start + 4, ReferenceRole.Call, facts.Symbols.Count - 1)); break;
                case ["import", var path]: facts.Imports.Add(new ImportFact(path, start + 7, ImportKind.Import, [new ImportedName("*", "all")])); break;
                case [""]: break;
                default: facts.ParseErrors++; break;
            }

            int Name(string name)
            {
                if (!facts.Names.Contains(name)) facts.Names.Add(name);
                return facts.Names.IndexOf(name);
            }
        }
    }

    /// <summary>Paths are written from the root; the file <c>prefix.txt</c>, where it is there, goes before them.</summary>
    private sealed class Resolver(IProjectFiles files) : IImportResolver
    {
        private readonly string _prefix = files.Read(RepoPath.Parse("prefix.txt")) is { } text ? Encoding.UTF8.GetString(text.Span).Trim() : "";

        public IReadOnlyList<RepoPath> Resolve(RepoPath from, ImportFact import) =>
            RepoPath.TryParse(_prefix + import.Specifier, out var path) && files.Exists(path) ? [path] : [];
    }
}
