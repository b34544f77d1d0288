using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Languages.Python.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Contracts;

namespace Heck.Code.Languages.Python.Binding;

/// <summary>Says what Python's names mean in one state of the sources.</summary>
internal sealed class PythonBinder : IBinder
{
    private readonly PythonProgram _program;
    private readonly SymbolFactory _symbols;
    private readonly UseFinder _uses;
    private readonly StringUses _strings;
    private readonly ComputedNames _computed;
    private readonly RenameSets _sets;
    private readonly Dictionary<string, IReadOnlyList<NameUse>> _byName = [];

    public PythonBinder(IWorkspace workspace)
    {
        _program = new PythonProgram(workspace);
        var evaluator = Evaluator = new Evaluator(_program);
        _symbols = new SymbolFactory(_program, evaluator);
        var index = new MemberIndex(_program, evaluator, _symbols);
        var modules = new ModuleNames(_program, _symbols);
        var members = new MemberLookup(evaluator, _symbols, index, modules);
        var keywords = new KeywordLookup(_program, evaluator, _symbols);
        _uses = new UseFinder(evaluator, _symbols, members, keywords, modules);
        _strings = new StringUses(evaluator, _symbols, index, members, new ReflectionStrings(_program, evaluator, _symbols, index, members, keywords));
        _computed = new ComputedNames(_program, evaluator, _symbols, index);
        _sets = new RenameSets(_program, evaluator, _symbols, index, keywords);
    }

    public PythonProgram Program => _program;

    public SymbolFactory Symbols => _symbols;

    public Evaluator Evaluator { get; }

    public BoundSymbol? SymbolAt(RepoPath path, int offset, CancellationToken ct)
    {
        if (_program.File(path) is not { } file || WordAt(file, offset) is not { } word) return null;
        var here = UsesOf(word, ct).Where(u => u.Path == path && offset >= u.Start && offset < u.Start + u.Length).ToList();
        return (here.Find(u => u.IsDeclaration) ?? here.FirstOrDefault())?.Symbol;
    }

    public IReadOnlyList<NameUse> UsesOf(string name, CancellationToken ct)
    {
        if (_byName.TryGetValue(name, out var known)) return known;
        var uses = new List<NameUse>();
        foreach (var file in _program.FilesWith(name))
        {
            ct.ThrowIfCancellationRequested();
            uses.AddRange(file.SitesOf(name).SelectMany(_uses.At));
            uses.AddRange(_strings.In(file, name));
        }

        uses.AddRange(_computed.Of(name));
        return _byName[name] = [.. uses.OrderBy(u => u.Path).ThenBy(u => u.Start)];
    }

    public IReadOnlyList<NameUse> UsesIn(RepoPath path, CancellationToken ct)
    {
        if (_program.File(path) is not { } file) return [];
        var uses = new List<NameUse>();
        foreach (var site in file.Sites)
        {
            ct.ThrowIfCancellationRequested();
            uses.AddRange(_uses.At(site));
        }

        uses.AddRange(_strings.In(file));
        return [.. uses.OrderBy(u => u.Start)];
    }

    public RenameSet SetOf(BoundSymbol symbol, CancellationToken ct)
    {
        if (symbol.Offset >= 0 && _symbols.EntityOf(symbol) is null) SymbolAt(symbol.Path, symbol.Offset, ct);
        return _sets.Of(symbol, UsesOf(symbol.Name, ct));
    }

    public (int Start, int End)? ExtentOf(BoundSymbol symbol)
    {
        if (_symbols.EntityOf(symbol) is not Entity.Of(var variable) || variable.Scope.Kind is ScopeKind.Module or ScopeKind.Class || variable.IsParameter) return null;
        return (variable.Scope.Node.Start, variable.Scope.Node.End);
    }

    public IReadOnlyList<int> SyntaxErrorsIn(RepoPath path)
    {
        if (_program.File(path) is not { } file || file.Unit.Tree.ErrorCount == 0) return [];
        var errors = new List<int>();
        foreach (var node in file.Unit.Tree.Nodes)
        {
            if (node.IsError || node.IsMissing) errors.Add(node.Start);
        }

        return errors.Count > 0 ? errors : [file.Unit.Tree.FirstErrorOffset];
    }

    public TextKind TextAt(RepoPath path, int offset)
    {
        if (_program.File(path) is not { } file) return TextKind.Other;
        for (var node = (PythonNode?)file.Unit[file.Unit.Tree.Covering(offset, offset + 1)]; node is { } at; node = at.Parent)
        {
            if (at.Is(Kinds.Comment)) return TextKind.Comment;
            if (at.Is(Kinds.String)) return TextKind.String;
            if (at.Is(Kinds.Interpolation)) return TextKind.Other;
        }

        return TextKind.Other;
    }

    private static string? WordAt(PythonFile file, int offset)
    {
        var text = file.Text.Utf8.Span;
        if (offset < 0 || offset >= text.Length || !IsWord(text[offset])) return null;
        var (start, end) = (offset, offset);
        while (start > 0 && IsWord(text[start - 1])) start--;
        while (end < text.Length && IsWord(text[end])) end++;
        return System.Text.Encoding.UTF8.GetString(text[start..end]);
    }

    private static bool IsWord(byte b) => b >= 0x80 || b == '_' || char.IsAsciiLetterOrDigit((char)b);
}
