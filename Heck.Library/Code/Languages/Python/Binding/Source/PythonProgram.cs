using Heck.Code.Languages.Python.Modules;
using Heck.Code.Refactoring;
using Heck.Code.Syntax;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Languages.Python.Binding.Source;

/// <summary>The Python files of one state of the workspace, read and scanned as they are needed.</summary>
internal sealed class PythonProgram(IWorkspace workspace)
{
    private readonly Dictionary<RepoPath, PythonFile?> _files = [];
    private readonly Dictionary<string, IReadOnlyList<PythonFile>> _byWord = [];

    public PythonModules Modules { get; } = new(workspace.Files);

    public static bool IsPython(RepoPath path) => path.Extension is ".py" or ".pyi" or ".pyw";

    public PythonFile? File(RepoPath path)
    {
        if (!IsPython(path)) return null;
        if (_files.TryGetValue(path, out var known)) return known;
        return _files[path] = Read(path);
    }

    /// <summary>The files that hold a word and pass a look at their text.</summary>
    public IEnumerable<PythonFile> FilesWith(string word, Func<SourceText, bool> passes) =>
        workspace.FilesWithWord(word).Where(p => IsPython(p) && workspace.Read(p) is { } text && passes(text)).Select(File).OfType<PythonFile>();

    private PythonFile? Read(RepoPath path)
    {
        if (workspace.Read(path) is not { } text) return null;
        using var parser = new SyntaxParser(Grammar.Python);
        return PythonFile.Read(path, text, parser);
    }

    /// <summary>A module's source and stub.</summary>
    public IEnumerable<PythonFile> FilesOf(PythonModule module) => module.Files.Select(File).OfType<PythonFile>();

    /// <summary>The files that hold a word.</summary>
    public IReadOnlyList<PythonFile> FilesWith(string word)
    {
        if (_byWord.TryGetValue(word, out var known)) return known;
        return _byWord[word] = [.. workspace.FilesWithWord(word).Select(File).OfType<PythonFile>()];
    }
}
