using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Common;

/// <summary>The imports that a file gets and loses by a change.</summary>
internal sealed class ImportPlan(GoScene scene, GoFile file)
{
    private readonly SortedDictionary<string, (string Name, List<BoundSymbol> StandsFor)> _new = new(StringComparer.Ordinal);
    private readonly List<(int At, BoundSymbol StandsFor)> _present = [];
    private readonly HashSet<GoObject> _used = [];

    /// <summary>The name for a package in this file as new code writes it, followed by a dot; empty for the file's own package. Imports it where that is needed; null where its name is taken.</summary>
    public CodeText? Qualifier(string path, string name)
    {
        if (file.Scopes.Imports.FirstOrDefault(i => GoProgram.PathOf(i) == path && i.Name is not ("_" or ".")) is { } present)
        {
            _used.Add(present);
            var called = present.Name.Length > 0 ? present.Name : scene.Checker.Names.NameOf(present.Declaration) ?? name;
            return new CodeText().Use(called, SymbolOf(present, called)).Write(".");
        }

        if (scene.Checker.Names.ImportNamed(file, name) is not null || file.Package.Find(name) is not null) return null;
        if (!_new.ContainsKey(path)) _new[path] = (name, []);
        return CodeText.Of(_new[path].Name + ".");
    }

    /// <summary>Copied code uses an import of its own file: this file gets it too, or has it. Null, or the name that is taken by something else.</summary>
    public string? Carry(GoObject import, string called)
    {
        var path = GoProgram.PathOf(import);
        var symbol = SymbolOf(import, called);
        foreach (var mine in file.Scopes.Imports.Where(i => GoProgram.PathOf(i) == path))
        {
            if ((mine.Name.Length > 0 ? mine.Name : scene.Checker.Names.NameOf(mine.Declaration) ?? called) != called) continue;
            _used.Add(mine);
            _present.Add((mine.NameNode.Start, symbol));
            return null;
        }

        if (scene.Checker.Names.ImportNamed(file, called) is not null || file.Package.Find(called) is not null) return called;
        if (!_new.TryGetValue(path, out var known)) _new[path] = known = (called, []);
        if (known.Name != called) return called;
        known.StandsFor.Add(symbol);
        return null;
    }

    public BoundSymbol SymbolOf(GoObject import, string called) =>
        import.Name.Length > 0 ? scene.SymbolOf(import) : new BoundSymbol(import.File.Path, import.NameNode.Start, called, "import");

    /// <summary>The edits; imports that no code outside of what goes uses are taken away.</summary>
    /// <param name="gone">Ranges of the file that are deleted or replaced by code that uses none of them.</param>
    public IEnumerable<ProposedEdit> Edits(IReadOnlyList<(int Start, int End)> gone)
    {
        var unused = gone.Count == 0 ? [] : UnusedWithout(gone).Where(i => !_used.Contains(i)).ToList();
        foreach (var (at, symbol) in _present.Distinct()) yield return ProposedEdit.Insert(file.Path, at, new CodeText().Declare("", symbol));
        var list = file.Root.All(K.ImportDeclaration).ToList();
        var specs = file.Scopes.Imports.Select(i => i.Declaration).ToList();
        if (unused.Count > 0 && unused.Count == specs.Count && _new.Count == 0 && list.Count == 1)
        {
            var (start, end) = GoLines.Widen(file, GoLines.StartOf(file, GoLines.LineOf(file, list[0].Start)), GoLines.After(file, GoLines.LineOf(file, list[0].End)));
            yield return ProposedEdit.Delete(file.Path, start, end);
            yield break;
        }

        if (_new.Count > 0 && unused.Find(u => u.Declaration.Parent.Kind == K.ImportDeclaration) is { } replaced)
        {
            // An import alone in its declaration makes way for a new one.
            unused.Remove(replaced);
            var (path, (name, symbols)) = _new.First();
            _new.Remove(path);
            yield return new ProposedEdit(file.Path, replaced.Declaration.Start, replaced.Declaration.End, Spec(new CodeText(), path, name, symbols));
        }

        foreach (var import in unused)
        {
            var spec = import.Declaration;
            var whole = spec.Parent.Kind == K.ImportDeclaration || spec.Parent.Named.Count() == 1 && _new.Count == 0 ? spec.Ancestor(K.ImportDeclaration) : spec;
            var (start, end) = GoLines.Widen(file, GoLines.StartOf(file, GoLines.LineOf(file, whole.Start)), GoLines.After(file, GoLines.LineOf(file, whole.End)));
            yield return ProposedEdit.Delete(file.Path, start, end);
        }

        foreach (var edit in Added(list)) yield return edit;
    }

    /// <summary>The import clauses of a new file: what <see cref="Carry"/> and <see cref="Qualifier"/> asked for.</summary>
    public static CodeText Clause(IReadOnlyDictionary<string, (string Name, List<BoundSymbol> StandsFor)> imports)
    {
        var text = new CodeText();
        if (imports.Count == 0) return text;
        if (imports.Count == 1)
        {
            var (path, (name, symbols)) = imports.First();
            return Spec(text.Write("import "), path, name, symbols).Write("\n\n");
        }

        text.Write("import (\n");
        var standard = imports.Where(i => ImportPaths.IsStandard(i.Key)).OrderBy(i => i.Key, StringComparer.Ordinal).ToList();
        var others = imports.Where(i => !ImportPaths.IsStandard(i.Key)).OrderBy(i => i.Key, StringComparer.Ordinal).ToList();
        foreach (var (path, (name, symbols)) in standard) Spec(text.Write("\t"), path, name, symbols).Write("\n");
        if (standard.Count > 0 && others.Count > 0) text.Write("\n");
        foreach (var (path, (name, symbols)) in others) Spec(text.Write("\t"), path, name, symbols).Write("\n");
        return text.Write(")\n\n");
    }

    private IEnumerable<ProposedEdit> Added(List<GoNode> declarations)
    {
        if (_new.Count == 0) yield break;
        if (declarations.FirstOrDefault(d => d.Get(K.ImportSpecList).Exists && !d.Text.Contains("\"C\"", StringComparison.Ordinal)) is { Exists: true } block)
        {
            foreach (var (path, (name, symbols)) in _new) yield return InBlock(block.Get(K.ImportSpecList), path, name, symbols);
        }
        else if (declarations is [.., var last])
        {
            var text = new CodeText();
            foreach (var (path, (name, symbols)) in _new) Spec(text.Write("\nimport "), path, name, symbols);
            yield return ProposedEdit.Insert(file.Path, last.End, text);
        }
        else
        {
            yield return ProposedEdit.Insert(file.Path, file.Root.Get(K.PackageClause).End, CodeText.Of("\n\n").Append(TrimEnd(Clause(_new))));
        }
    }

    private static CodeText TrimEnd(CodeText clause)
    {
        var text = new CodeText();
        for (var i = 0; i < clause.Pieces.Count; i++)
        {
            if (i == clause.Pieces.Count - 1 && clause.Pieces[i] is CodePiece.Written last) text.Write(last.Text.TrimEnd('\n'));
            else Add(text, clause.Pieces[i]);
        }

        return text;
    }

    private static void Add(CodeText text, CodePiece piece)
    {
        switch (piece)
        {
            case CodePiece.Written(var written): text.Write(written); break;
            case CodePiece.Declared(var name, var symbol): text.Declare(name, symbol); break;
        }
    }

    /// <summary>In order among imports of its kind: the standard library's, or others.</summary>
    private ProposedEdit InBlock(GoNode list, string path, string name, List<BoundSymbol> symbols)
    {
        var specs = list.All(K.ImportSpec).ToList();
        var kin = specs.Where(s => ImportPaths.IsStandard(PathOf(s)) == ImportPaths.IsStandard(path)).ToList();
        if (kin.FirstOrDefault(s => string.CompareOrdinal(PathOf(s), path) > 0) is { Exists: true } next)
            return ProposedEdit.Insert(file.Path, GoLines.StartOf(file, GoLines.LineOf(file, next.Start)), Spec(CodeText.Of("\t"), path, name, symbols).Write("\n"));
        var last = kin.Count > 0 ? kin[^1] : specs.LastOrDefault();
        if (last.IsNone) return ProposedEdit.Insert(file.Path, list.Start + 1, Spec(CodeText.Of("\n\t"), path, name, symbols).Write("\n"));
        if (kin.Count == 0 && ImportPaths.IsStandard(path))
            return ProposedEdit.Insert(file.Path, GoLines.StartOf(file, GoLines.LineOf(file, specs[0].Start)), Spec(CodeText.Of("\t"), path, name, symbols).Write("\n\n"));
        return ProposedEdit.Insert(file.Path, GoLines.After(file, GoLines.LineOf(file, last.End)), Spec(CodeText.Of(kin.Count == 0 ? "\n\t" : "\t"), path, name, symbols).Write("\n"));
    }

    private static string PathOf(GoNode spec) => spec.Get(F.Path).Text.Trim('"', '`');

    private static CodeText Spec(CodeText text, string path, string name, List<BoundSymbol> symbols)
    {
        if (NeedsName(path, name))
        {
            foreach (var symbol in symbols.Distinct()) text.Declare("", symbol);
            return text.Write($"{name} \"{path}\"");
        }

        foreach (var symbol in symbols.Distinct()) text.Declare("", symbol);
        return text.Write($"\"{path}\"");
    }

    private static bool NeedsName(string path, string name) => ImportPaths.NameOf(path) != name;

    /// <summary>Imports that are used only in ranges that go.</summary>
    private List<GoObject> UnusedWithout(IReadOnlyList<(int Start, int End)> gone)
    {
        bool IsGone(GoNode node) => gone.Any(g => g.Start <= node.Start && node.End <= g.End);
        var uses = GoScene.Names(file.Root).Where(n => n.Kind is K.Identifier or K.PackageIdentifier && !GoScene.Declares(n)).Select(n => (Node: n, Import: scene.Meaning(n))).Where(u => u.Import?.Kind == ObjectKind.Import).ToList();
        return [.. file.Scopes.Imports.Where(i => i.Name is not ("_" or ".") && uses.Exists(u => u.Import == i) && uses.TrueForAll(u => u.Import != i || IsGone(u.Node)))];
    }

    public IReadOnlyDictionary<string, (string Name, List<BoundSymbol> StandsFor)> New => _new;
}
