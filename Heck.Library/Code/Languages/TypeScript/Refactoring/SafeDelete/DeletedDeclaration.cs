using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.SafeDelete;

/// <summary>One declaration that goes: what of the file it is, and whether it may go.</summary>
internal sealed class DeletedDeclaration
{
    private readonly TsScene _ts;
    private readonly TsNode _asked;
    private readonly TsNode _name;

    public DeletedDeclaration(TsScene ts, TsDeclaration declaration, TsNode asked)
    {
        (_ts, _asked, _name) = (ts, asked, declaration.Name);
        Whole = WholeOf(declaration);
    }

    public TsFile File => Whole.File;

    /// <summary>The declaration, with <c>export</c> and documentation: uses inside of it go with it.</summary>
    public TsNode Whole { get; }

    /// <exception cref="HeckException"><c>refactor.side_effects</c>: something it does when it is evaluated would be lost.</exception>
    public void RefuseEffects()
    {
        var evaluated = EvaluatedIn(Whole).Where(n => _ts.Effects.Of(n) == Effect.Does).ToList();
        if (evaluated.Count > 0)
            throw _ts.Refuse(ErrorTable.RefactorSideEffects, _asked, $"The declaration of '{_asked.Text}' does something when it is evaluated, which would be lost.", evaluated, "evaluated");
    }

    /// <summary>The ranges to delete.</summary>
    public IEnumerable<(int Start, int End)> Removal()
    {
        switch (Whole.Kind)
        {
            case K.VariableDeclarator: return OfVariable();
            case K.ShorthandPropertyIdentifierPattern or K.PairPattern or K.ObjectAssignmentPattern: return OfPattern();
            case K.ImportSpecifier or K.NamespaceImport or K.Identifier: return OfImport();
            case K.EnumAssignment or K.PropertyIdentifier or K.String: return OfEnumMember();
            case K.RequiredParameter or K.OptionalParameter or K.TypeParameter or K.ArrayPattern or K.RestPattern or K.AssignmentPattern or K.CatchClause or K.ForInStatement or K.ArrowFunction
                or K.Pair or K.Object or K.AssignmentExpression or K.InferType or K.MappedTypeClause or K.ShorthandPropertyIdentifier or K.ExportSpecifier or K.NamespaceExport or K.FunctionExpression or K.Class:
                throw Unsupported();
            default: return [OfStatement()];
        }
    }

    private static TsNode WholeOf(TsDeclaration declaration)
    {
        var (name, node) = (declaration.Name, declaration.Node);
        if (node.Kind == K.VariableDeclarator && node.Get(F.Name) != name)
            return name.Kind == K.ShorthandPropertyIdentifierPattern && name.Parent.Kind != K.ObjectAssignmentPattern ? name : name.Parent;
        if (node.Kind is K.ImportClause) return name;
        while (node.Parent.Kind is K.AmbientDeclaration || (node.Parent.Kind == K.ExportStatement && node.Field is F.Declaration or F.Value)) node = node.Parent;
        return node;
    }

    private static IEnumerable<TsNode> EvaluatedIn(TsNode whole) => whole.Kind switch
    {
        K.VariableDeclarator => [whole.Get(F.Value), whole.Get(F.Name)],
        K.ObjectAssignmentPattern => [whole.Get(F.Right)],
        K.PublicFieldDefinition => whole.Has(T.Static) ? [whole] : [whole.Get(F.Value), .. whole.All(K.Decorator)],
        K.MethodDefinition => whole.All(K.Decorator),
        _ when ClassOf(whole) is { Exists: true } type => [.. whole.All(F.Decorator), .. type.All(F.Decorator), type.Get(K.ClassHeritage), .. StaticPartsOf(type)],
        _ => [],
    };

    private static IEnumerable<TsNode> StaticPartsOf(TsNode type) => type.Get(F.Body).Named.SelectMany<TsNode, TsNode>(member => member.Kind switch
    {
        K.ClassStaticBlock => [member],
        K.PublicFieldDefinition when member.Has(T.Static) => [member.Get(F.Value)],
        K.Decorator => [member],
        _ => [member.Get(F.Name) is { Kind: K.ComputedPropertyName } computed ? computed : default, .. member.All(K.Decorator)],
    });

    private static TsNode ClassOf(TsNode whole) => whole.Kind.IsClass() ? whole : whole.Kind == K.ExportStatement ? ClassOf(whole.Get(F.Declaration)) : default;

    private IEnumerable<(int Start, int End)> OfVariable()
    {
        var declaration = Whole.Parent;
        if (declaration.Parent.Kind is K.ForStatement or K.ForInStatement) throw Unsupported();
        var all = declaration.All(K.VariableDeclarator).ToList();
        if (all.Count > 1) return ListItems.Removal(all, new HashSet<TsNode> { Whole });
        var statement = declaration;
        while (statement.Parent.Kind is K.ExportStatement or K.AmbientDeclaration) statement = statement.Parent;
        return [Statement(statement)];
    }

    private IEnumerable<(int Start, int End)> OfPattern()
    {
        var pattern = Whole.Parent;
        var items = pattern.Named.ToList();
        // What a rest takes is everything that is not named before it.
        if (pattern.Kind != K.ObjectPattern || items.Exists(i => i.Kind == K.RestPattern)) throw Unsupported();
        if (items.Count > 1) return ListItems.Removal(items, new HashSet<TsNode> { Whole });
        if (pattern.Parent.Kind != K.VariableDeclarator) throw Unsupported();
        var declarator = new DeletedDeclaration(_ts, new TsDeclaration(pattern, pattern.Parent), _asked);
        if (_ts.Effects.Of(pattern.Parent.Get(F.Value)) == Effect.Does)
            throw _ts.Refuse(ErrorTable.RefactorSideEffects, _asked, $"What '{_asked.Text}' is taken from does something when it is evaluated, which would be lost.", [pattern.Parent.Get(F.Value)], "evaluated");
        return new DeletedDeclaration(_ts, new TsDeclaration(pattern.Parent.Get(F.Name), pattern.Parent), _asked).OfVariable();
    }

    /// <summary>The last name of an import takes the import along in TypeScript, which drops it anyway; in JavaScript the module is still loaded.</summary>
    private IEnumerable<(int Start, int End)> OfImport()
    {
        var statement = Whole.Ancestor(K.ImportStatement);
        if (statement.IsNone) throw Unsupported();
        var clause = statement.Get(K.ImportClause);
        var names = clause.Get(K.NamedImports).All(K.ImportSpecifier).ToList();
        var parts = clause.Named.ToList();
        if (Whole.Kind == K.ImportSpecifier && names.Count > 1) return ListItems.Removal(names, new HashSet<TsNode> { Whole });
        var part = Whole.Kind == K.ImportSpecifier ? clause.Get(K.NamedImports) : Whole;
        if (parts.Count > 1) return ListItems.Removal(parts, new HashSet<TsNode> { part });
        return statement.File.IsJavaScript ? [(clause.Start, statement.Get(F.Source).Start)] : [Statement(statement)];
    }

    private IEnumerable<(int Start, int End)> OfEnumMember()
    {
        var members = Whole.Parent.Named.ToList();
        var next = members.SkipWhile(m => m != Whole).Skip(1).FirstOrDefault();
        // A member without a value counts on from the one before it.
        if (next.Exists && next.Kind != K.EnumAssignment)
            throw _ts.Refuse(ErrorTable.RefactorSideEffects, _asked, $"The value of '{next.Text}' counts on from '{_asked.Text}' and would be another.", [next]);
        var (start, end) = ListItems.Removal(members, new HashSet<TsNode> { Whole }).First();
        return [(start, end)];
    }

    private (int Start, int End) OfStatement()
    {
        if (_name == Whole) throw Unsupported();
        return Statement(Whole);
    }

    private (int Start, int End) Statement(TsNode statement)
    {
        if (!Containers.IsStatementList(statement.Parent) && statement.Parent.Kind is not (K.ClassBody or K.InterfaceBody or K.ObjectType)) throw Unsupported();
        var (start, end) = Lines.Removal(statement.Parent.Kind is K.ClassBody or K.InterfaceBody or K.ObjectType ? statement : statement);
        var next = statement.NextSibling;
        if (next.Exists && Lines.WouldJoin(statement, statement.File.Text.Utf8.Span[next.Start..next.End])) throw Unsupported();
        return (start, end);
    }

    private HeckException Unsupported() =>
        _ts.Refuse(ErrorTable.RefactorUnsupported, _asked, $"'{_asked.Text}' is declared in a way that cannot be deleted alone.", [Whole], "declared", "A parameter is removed by change-signature.");
}
