using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Contracts;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>The interfaces of the standard library, which types of the workspace fulfil without naming them.</summary>
internal sealed class StandardInterfaces(GoProgram program)
{
    /// <summary>Asked for by packages that every program has, if only through others.</summary>
    private static readonly HashSet<string> Everywhere = ["builtin", "encoding", "encoding/json", "errors", "flag", "fmt", "io", "io/fs", "os", "sort", "gopkg.in/yaml"];

    private static readonly Lazy<ILookup<string, Interface>> ByMethod = new(Read);

    private readonly Dictionary<string, bool> _isUsed = [];

    /// <summary>An interface outside that has a method of this name and that a type with these methods fulfils; null without one.</summary>
    public string? FulfilledWith(string method, IReadOnlyDictionary<string, string?> methods) =>
        ByMethod.Value[method].FirstOrDefault(i => i.Methods.All(m => methods.TryGetValue(m.Key, out var signature) && signature == m.Value) && IsUsed(i.Package))?.Name;

    public static bool Has(string method) => ByMethod.Value.Contains(method);

    private bool IsUsed(string package)
    {
        if (Everywhere.Contains(package)) return true;
        if (_isUsed.TryGetValue(package, out var known)) return known;
        var last = package[(package.LastIndexOf('/') + 1)..];
        return _isUsed[package] = program.Workspace.FilesWithWord(last).Where(GoProgram.IsGo).Any(f => Imports(f, package));
    }

    private bool Imports(RepoPath path, string package) =>
        program.Workspace.Read(path) is { } text && text.Utf8.Span.IndexOf(System.Text.Encoding.UTF8.GetBytes($"\"{package}")) >= 0;

    private static ILookup<string, Interface> Read()
    {
        using var stream = typeof(StandardInterfaces).Assembly.GetManifestResourceStream("standard-interfaces.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(Interface.Parse)
            .SelectMany(i => i.Methods.Keys, (i, m) => (i, m)).ToLookup(x => x.m, x => x.i);
    }

    private sealed record Interface(string Name, string Package, IReadOnlyDictionary<string, string> Methods)
    {
        public static Interface Parse(string line)
        {
            var words = line.Split(' ');
            var methods = words.Skip(1).Select(w => (Name: w[..w.IndexOf('(', StringComparison.Ordinal)], Signature: w[w.IndexOf('(', StringComparison.Ordinal)..]));
            return new Interface(words[0], words[0][..words[0].LastIndexOf('.')], methods.ToDictionary(m => m.Name, m => m.Signature));
        }
    }
}
