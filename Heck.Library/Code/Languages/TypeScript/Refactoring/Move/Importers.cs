using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Move;

/// <summary>Everybody who reaches a moved symbol through its old file: imports, namespaces, barrels, types of <c>import()</c>.</summary>
internal sealed class Importers(MovePlan plan, Func<RepoPath, ImportChanges> imports, Action<TsSymbol> mustExport)
{
    private readonly List<ProposedEdit> _edits = [];
    private readonly List<TsNode> _changed = [];

    public IReadOnlyList<ProposedEdit> Edits => _edits;

    public IReadOnlyList<TsNode> Changed => _changed;

    private TsScene Ts => plan.Ts;

    public void Follow()
    {
        FollowOwnLists();
        var source = plan.Source.Path;
        foreach (var file in Ts.Program.ImportersOf(source).Where(f => f.File != plan.Source))
        {
            foreach (var statement in file.File.Root.Named.Where(n => n.Kind is K.ImportStatement or K.ExportStatement && LeadsTo(file.File, n.Get(F.Source), source)))
            {
                if (statement.Kind == K.ImportStatement) FollowImport(file, statement);
                else FollowExport(file.File, statement);
            }

            FollowTypes(file.File);
        }
    }

    private bool LeadsTo(TsFile file, TsNode text, RepoPath target) => text.Exists && Ts.Program.Import(file, text.StringValue() ?? "")?.File.Path == target;

    /// <summary><c>export { moved }</c> in the source itself: the new file exports it, and importers go there.</summary>
    private void FollowOwnLists()
    {
        foreach (var statement in plan.Source.Root.All(K.ExportStatement).Where(s => s.Get(F.Source).IsNone && !plan.Statements.Contains(s)))
        {
            if (statement.Has(T.Default) && statement.Get(F.Value) is { Kind: K.Identifier } value && Ts.Names.Of(value) is { } exported && plan.IsMoved(exported))
                throw plan.Refuse(ErrorTable.RefactorUnsupported, $"'{value.Text}' is exported as default by a statement of its own.", [statement]);
            var items = statement.Get(K.ExportClause).All(K.ExportSpecifier).ToList();
            var gone = items.Where(i => Ts.Names.Of(i.Get(F.Name)) is { } symbol && plan.IsMoved(symbol)).ToHashSet();
            if (gone.FirstOrDefault(g => g.Get(F.Alias).Exists) is { Exists: true } renamed) throw plan.Refuse(ErrorTable.RefactorUnsupported, "It is exported under another name.", [renamed]);
            if (gone.Count == 0) continue;
            var ranges = gone.Count == items.Count ? [Lines.Removal(statement)] : ListItems.Removal(items, gone);
            _edits.AddRange(ranges.Select(r => ProposedEdit.Delete(plan.Source.Path, r.Start, r.End)));
        }
    }

    private TsSymbol? MovedBy(string exported)
    {
        var module = Ts.Program.Scopes(plan.Source).Module;
        if (!module.Named.TryGetValue(exported, out var entry)) return null;
        var symbol = entry.Symbol ?? (entry.Local.Exists ? Ts.Names.Of(entry.Local) : null);
        return symbol is not null && plan.IsMoved(symbol) ? symbol.Final : null;
    }

    private void FollowImport(FileScopes file, TsNode statement)
    {
        var like = statement.Get(F.Source).StringValue()!;
        foreach (var clause in statement.Get(K.ImportClause).Named)
        {
            switch (clause.Kind)
            {
                case K.Identifier when MovedBy(AliasTarget.Default) is { } symbol:
                    Retarget(file.File, clause, clause, Form.Default, symbol, like, statement.Has(T.Type));
                    break;
                case K.NamespaceImport:
                    FollowNamespace(file, clause, like);
                    break;
                case K.NamedImports:
                    foreach (var item in clause.All(K.ImportSpecifier))
                    {
                        if (MovedBy(item.Get(F.Name).PropertyName() ?? "") is { } moved) Retarget(file.File, item, item.Get(F.Alias) is { Exists: true } alias ? alias : item.Get(F.Name), Form.Named, moved, like, statement.Has(T.Type));
                    }

                    break;
            }
        }
    }

    private void Retarget(TsFile file, TsNode item, TsNode local, Form form, TsSymbol symbol, string like, bool isType)
    {
        mustExport(symbol);
        _changed.Add(item);
        var home = plan.HomeOf(symbol);
        if (home == file.Path)
        {
            if (local.Text != symbol.Name) throw plan.Refuse(ErrorTable.RefactorNameTaken, $"{file.Path} imports '{symbol.Name}' under another name.", [local]);
            imports(file.Path).Remove(local);
            return;
        }

        imports(file.Path).Retarget(item, form, home, like, plan.Source.Path, isType, local.Text);
    }

    /// <summary><c>ns.moved</c> becomes <c>moved</c> with an import of its own.</summary>
    private void FollowNamespace(FileScopes file, TsNode clause, string like)
    {
        var space = Ts.Program.Scopes(file.File).DeclaredBy(clause.Get(K.Identifier))!;
        foreach (var use in file.File.Root.Subtree.Where(n => n.Kind == K.Identifier && n.Text == space.Name && n != space.First.Name && Ts.Program.Names.Lookup(n, n.Text, Meaning.All) == space))
        {
            var member = use.Parent.Kind is K.MemberExpression or K.NestedIdentifier ? use.Parent.Get(F.Property) : use.Parent.Kind == K.NestedTypeIdentifier ? use.Parent.Get(F.Name) : default;
            if (member.IsNone || use.Parent.FirstNamed != use) throw plan.Refuse(ErrorTable.RefactorUsedElsewhere, $"The whole module is used as a value in {file.File.Path}.", [use], "used");
            if (MovedBy(member.Text) is not { } symbol) continue;
            mustExport(symbol);
            _changed.Add(member);
            var home = plan.HomeOf(symbol);
            if (home != file.File.Path) imports(file.File.Path).AddNamed(home, like, plan.Source.Path, symbol, symbol.Declarations.TrueForAll(d => d.Node.Kind is K.InterfaceDeclaration or K.TypeAliasDeclaration));
            _edits.Add(ProposedEdit.Delete(file.File.Path, use.Parent.Start, member.Start));
        }
    }

    private void FollowExport(TsFile file, TsNode statement)
    {
        var like = statement.Get(F.Source).StringValue()!;
        if (statement.Get(K.NamespaceExport).Exists) throw plan.Refuse(ErrorTable.RefactorUsedElsewhere, $"{file.Path} exports the whole module under one name.", [statement], "used");
        var items = statement.Get(K.ExportClause).All(K.ExportSpecifier).ToList();
        if (statement.Get(K.ExportClause).IsNone)
        {
            FollowStar(file, statement, like);
            return;
        }

        var gone = items.Select(i => (Item: i, Symbol: MovedBy(i.Get(F.Name).PropertyName() ?? ""))).Where(i => i.Symbol is not null).ToList();
        if (gone.Count == 0) return;
        gone.ForEach(g => mustExport(g.Symbol!));
        _changed.AddRange(gone.Select(g => g.Item));
        var homes = gone.GroupBy(g => plan.HomeOf(g.Symbol!)).ToList();
        if (homes.Exists(h => h.Key == file.Path)) throw plan.Refuse(ErrorTable.RefactorNameTaken, $"{file.Path} passes it on itself.", gone.Select(g => g.Item));
        if (gone.Count == items.Count && homes.Count == 1)
        {
            var (start, end) = Specifiers.Inner(statement.Get(F.Source));
            _edits.Add(new ProposedEdit(file.Path, start, end, CodeText.Of(Specifiers.For(file.Path.Parent, homes[0].Key, like, plan.Source.Path))));
            return;
        }

        _edits.AddRange((gone.Count == items.Count ? [] : ListItems.Removal(items, gone.Select(g => g.Item).ToHashSet())).Select(r => ProposedEdit.Delete(file.Path, r.Start, r.End)));
        var code = new CodeText();
        foreach (var home in homes) code.Write("\n").Append(ExportLine(file, statement.Has(T.Type), [.. home.Select(g => CodeText.From(file.Path, g.Item.Start, g.Item.End))], home.Key, like));
        if (gone.Count == items.Count) _edits.Add(ProposedEdit.Delete(file.Path, Lines.Removal(statement).Start, Lines.Removal(statement).End));
        _edits.Add(ProposedEdit.Insert(file.Path, statement.End, code));
    }

    /// <summary>What a barrel passes on it passes on from the new place too.</summary>
    private void FollowStar(TsFile file, TsNode statement, string like)
    {
        var code = new CodeText();
        var exported = Ts.Program.Scopes(plan.Source).Module.Named.Keys.Where(k => k != AliasTarget.Default).Select(MovedBy).OfType<TsSymbol>().Distinct().ToList();
        foreach (var home in exported.GroupBy(plan.HomeOf).Where(h => h.Key != file.Path && !IsStarred(file, h.Key)))
        {
            foreach (var kind in home.GroupBy(IsType))
            {
                var names = kind.OrderBy(s => s.First.Name.Start).ToList();
                names.ForEach(mustExport);
                code.Write("\n").Append(ExportLine(file, kind.Key || statement.Has(T.Type), [.. names.Select(s => new CodeText().Use(s.Name, Ts.Bound(s)))], home.Key, like));
            }
        }

        if (code.Pieces.Count == 0) return;
        _changed.Add(statement);
        _edits.Add(ProposedEdit.Insert(file.Path, Lines.WithComments(statement).End, code));
    }

    private bool IsStarred(TsFile file, RepoPath target) => file.Root.All(K.ExportStatement).Any(s => s.Get(K.ExportClause).IsNone && s.Get(K.NamespaceExport).IsNone && LeadsTo(file, s.Get(F.Source), target));

    private static bool IsType(TsSymbol symbol) => symbol.Declarations.TrueForAll(d => d.Node.Kind is K.InterfaceDeclaration or K.TypeAliasDeclaration);

    private CodeText ExportLine(TsFile file, bool isType, List<CodeText> items, RepoPath target, string like)
    {
        var quote = Lines.QuoteOf(file);
        var code = CodeText.Of(isType ? "export type { " : "export { ");
        for (var i = 0; i < items.Count; i++) code.Write(i > 0 ? ", " : "").Append(items[i]);
        return code.Write($" }} from {quote}{Specifiers.For(file.Path.Parent, target, like, plan.Source.Path)}{quote}{Lines.Semicolon(file)}");
    }

    /// <summary><c>import("./a").Moved</c> as a type names its new module; a module that is loaded as a whole cannot be followed.</summary>
    private void FollowTypes(TsFile file)
    {
        foreach (var text in Specifiers.In(file).Where(s => s.Parent.Kind == K.Arguments && LeadsTo(file, s, plan.Source.Path)))
        {
            var call = text.Parent.Parent;
            var member = call.Parent.Kind is K.MemberExpression or K.NestedTypeIdentifier or K.NestedIdentifier ? call.Parent.LastNamed : default;
            var isLoaded = call.Get(F.Function).Kind == K.Import || call.Get(F.Function).Text == "require";
            if (!isLoaded) continue;
            var symbol = member.Exists ? MovedBy(member.Text) : null;
            if (member.Exists && symbol is null && member.Text != "then") continue;
            if (symbol is null) throw plan.Refuse(ErrorTable.RefactorUsedElsewhere, $"{file.Path} loads the whole module.", [text], "used");
            mustExport(symbol);
            _changed.Add(text);
            var (start, end) = Specifiers.Inner(text);
            _edits.Add(new ProposedEdit(file.Path, start, end, CodeText.Of(Specifiers.For(file.Path.Parent, plan.HomeOf(symbol), text.StringValue()!, plan.Source.Path))));
        }
    }
}
