using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Moves;

/// <summary>A file that gets declarations, there or new.</summary>
internal sealed class TargetFile(GoScene scene, RepoPath path, string package)
{
    private readonly ImportPlan? _plan = scene.Program.File(path) is { } file ? new ImportPlan(scene, file) : null;
    private readonly SortedDictionary<string, (string Name, List<BoundSymbol> StandsFor)> _imports = new(StringComparer.Ordinal);
    private readonly List<CodeText> _texts = [];

    public GoFile? File => scene.Program.File(path);

    public void Add(CodeText text) => _texts.Add(text);

    /// <summary>Null, or the name that means something else there.</summary>
    public string? Carry(GoObject import, string called)
    {
        if (_plan is not null) return _plan.Carry(import, called);
        var key = GoProgram.PathOf(import);
        if (_imports.FirstOrDefault(i => i.Value.Name == called && i.Key != key).Key is not null) return called;
        if (!_imports.TryGetValue(key, out var known)) _imports[key] = known = (called, []);
        if (known.Name != called) return called;
        known.StandsFor.Add(import.Name.Length > 0 ? scene.SymbolOf(import) : new BoundSymbol(import.File.Path, import.NameNode.Start, called, "import"));
        return null;
    }

    /// <summary>The name of a package with a dot; null where it means something else there.</summary>
    public CodeText? Qualifier(string importPath, string name)
    {
        if (_plan is not null) return _plan.Qualifier(importPath, name);
        if (_imports.TryGetValue(importPath, out var known)) return CodeText.Of(known.Name + ".");
        if (_imports.Values.Any(i => i.Name == name)) return null;
        _imports[importPath] = (name, []);
        return CodeText.Of(name + ".");
    }

    public void AddTo(List<ProposedEdit> edits, Dictionary<RepoPath, CodeText> created)
    {
        var text = new CodeText();
        for (var i = 0; i < _texts.Count; i++) text.Write(i == 0 ? "" : "\n\n").Append(_texts[i]);
        if (File is { } file)
        {
            var end = file.Text.Utf8.Length;
            var isEnded = end == 0 || file.Text.Utf8.Span[end - 1] == '\n';
            edits.Add(ProposedEdit.Insert(path, end, CodeText.Of(isEnded ? "\n" : "\n\n").Append(text).Write(isEnded ? "\n" : "")));
            edits.AddRange(_plan!.Edits([]));
            return;
        }

        created[path] = CodeText.Of($"package {package}\n\n").Append(ImportPlan.Clause(_imports)).Append(text).Write("\n");
    }
}
