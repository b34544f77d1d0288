using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Scopes;

/// <summary>Reads a file's declarations in source order, by the specification's rules of blocks and of where a scope begins.</summary>
internal sealed class ScopeBuilder(GoFile file, FileScopes scopes)
{
    private readonly Stack<(GoScope Scope, int End)> _open = [];

    /// <summary>Null at the file's level, where names belong to the package.</summary>
    private GoScope? Current => _open.Count > 0 ? _open.Peek().Scope : null;

    public void Build()
    {
        for (var i = 0; i < file.Tree.Count; i++)
        {
            while (_open.Count > 0 && _open.Peek().End <= i) _open.Pop();
            var node = file.At(i);
            Declare(node);
        }
    }

    private void Declare(GoNode node)
    {
        switch (node.Kind)
        {
            case K.ImportSpec: Import(node); break;
            case K.FunctionDeclaration: Function(node); break;
            case K.MethodDeclaration: Method(node); break;
            case K.FuncLiteral or K.FunctionType: Open(node); break;
            case K.Block when !IsBody(node): Open(node); break;
            case K.IfStatement or K.ForStatement or K.ExpressionSwitchStatement or K.ExpressionCase or K.DefaultCase or K.CommunicationCase: Open(node); break;
            case K.TypeSwitchStatement: TypeSwitch(node); break;
            case K.TypeCase when Current?.Node != node: Open(node); break;
            case K.TypeSpec or K.TypeAlias: Type(node); break;
            case K.VarSpec: Names(node, ObjectKind.Variable, node.End); break;
            case K.ConstSpec: Names(node, ObjectKind.Constant, node.End); break;
            case K.ShortVarDeclaration or K.RangeClause or K.ReceiveStatement: Short(node); break;
            case K.ParameterDeclaration or K.VariadicParameterDeclaration: Parameter(node); break;
            case K.TypeParameterDeclaration: TypeParameter(node); break;
            case K.StructType or K.InterfaceType: scopes.NoteType(node); break;
            case K.FieldDeclaration when node.Parent.Parent.Kind == K.StructType: Field(node); break;
            case K.MethodElem when node.Parent.Kind == K.InterfaceType: InterfaceMethod(node); break;
            case K.LabeledStatement: Label(node); break;
        }
    }

    private GoScope Open(GoNode node)
    {
        var scope = scopes.Opened(node) ?? scopes.Open(node);
        _open.Push((scope, file.Tree.Nodes[node.Index].Next));
        return scope;
    }

    private static bool IsBody(GoNode block) => block.Field == F.Body && block.Parent.Kind is K.FunctionDeclaration or K.MethodDeclaration or K.FuncLiteral;

    private void Import(GoNode spec)
    {
        var (name, path) = (spec.Get(F.Name), spec.Get(F.Path));
        var written = name.Kind is K.PackageIdentifier or K.Dot or K.BlankIdentifier;
        var import = new GoObject(ObjectKind.Import, written ? name.Text : "", written ? name : path, spec);
        scopes.Imports.Add(import);
        if (name.Kind is K.PackageIdentifier || !written) scopes.Declare(import);
    }

    private void Function(GoNode node)
    {
        var name = node.Get(F.Name);
        var function = new GoObject(ObjectKind.Function, name.Text, name, node);
        scopes.Declare(function);
        if (function.Name is not ("_" or "init") && Current is null) scopes.TopLevel.Add(function);
        Open(node);
    }

    private void Method(GoNode node)
    {
        var name = node.Get(F.Name);
        var method = new GoObject(ObjectKind.Method, name.Text, name, node);
        var type = Unwrap(node.Get(F.Receiver).Named.FirstOrDefault().Get(F.Type));
        scopes.Declare(method);
        scopes.Methods.Add(((type.Kind == K.GenericType ? type.Get(F.Type) : type).Text, method));
        var scope = Open(node);
        var position = 0;
        foreach (var argument in type.Get(F.TypeArguments).Named)
        {
            var parameter = argument.Kind == K.TypeElem ? argument.FirstNamed : argument;
            if (parameter.Text != "_") DeclareIn(scope, new GoObject(ObjectKind.TypeParameter, parameter.Text, parameter, node) { Position = position }, node.Start);
            position++;
        }
    }

    private static GoNode Unwrap(GoNode type)
    {
        while (type.Kind is K.PointerType or K.ParenthesizedType) type = type.FirstNamed;
        return type;
    }

    private void TypeSwitch(GoNode node)
    {
        Open(node);
        var name = node.Get(F.Alias).FirstNamed;
        if (name.Kind != K.Identifier || name.Text == "_") return;
        var variable = new GoObject(ObjectKind.Variable, name.Text, name, node);
        scopes.Declare(variable);
        foreach (var clause in node.Named.Where(c => c.Kind is K.TypeCase or K.DefaultCase)) scopes.Open(clause).Declare(variable, clause.EndOf(":"u8));
    }

    private void Type(GoNode node)
    {
        var name = node.Get(F.Name);
        Add(new GoObject(ObjectKind.Type, name.Text, name, node), name.Start);
        if (node.Get(F.TypeParameters).Exists) Open(node);
    }

    private void Names(GoNode spec, ObjectKind kind, int from)
    {
        foreach (var name in spec.All(F.Name)) Add(new GoObject(kind, name.Text, name, spec), from);
    }

    /// <summary>A short declaration declares those of its names that its own block does not have yet.</summary>
    private void Short(GoNode node)
    {
        if (!node.Has(":="u8) || Current is not { } scope) return;
        foreach (var name in node.Get(F.Left).Named)
        {
            if (name.Kind == K.Identifier && name.Text != "_" && scope.Find(name.Text, name.Start) is null)
                DeclareIn(scope, new GoObject(ObjectKind.Variable, name.Text, name, node), node.End);
        }
    }

    private void Parameter(GoNode node)
    {
        var list = node.Parent;
        var function = list.Parent;
        if (Current is not { } scope || scope.Node != function) return;
        var kind = list.Field switch { F.Receiver => ObjectKind.Receiver, F.Result => ObjectKind.Result, _ => ObjectKind.Parameter };
        var body = function.Get(F.Body);
        foreach (var name in Parameters.NamesOf(node).Where(n => n.Text != "_"))
            DeclareIn(scope, new GoObject(kind, name.Text, name, node), body.Exists ? body.Start : function.End);
    }

    private void TypeParameter(GoNode node)
    {
        if (Current is not { } scope) return;
        foreach (var name in node.All(F.Name).Where(n => n.Text != "_"))
            DeclareIn(scope, new GoObject(ObjectKind.TypeParameter, name.Text, name, node), node.Parent.Start);
    }

    private void Field(GoNode node)
    {
        var type = node.Parent.Parent;
        foreach (var name in node.All(F.Name)) scopes.DeclareMember(type, new GoObject(ObjectKind.Field, name.Text, name, node));
        if (!node.Get(F.Name).Exists && EmbeddedName(node.Get(F.Type)) is { Exists: true } embedded)
            scopes.DeclareMember(type, new GoObject(ObjectKind.Field, embedded.Text, embedded, node) { IsEmbedded = true });
    }

    private static GoNode EmbeddedName(GoNode type) => type.Kind switch
    {
        K.GenericType => EmbeddedName(type.Get(F.Type)),
        K.QualifiedType => type.Get(F.Name),
        K.TypeIdentifier => type,
        _ => default,
    };

    private void InterfaceMethod(GoNode node)
    {
        var name = node.Get(F.Name);
        scopes.DeclareMember(node.Parent, new GoObject(ObjectKind.InterfaceMethod, name.Text, name, node));
        Open(node);
    }

    private void Label(GoNode node)
    {
        var name = node.Get(F.Label);
        var function = node.Ancestor(K.FunctionDeclaration, K.MethodDeclaration, K.FuncLiteral);
        if (function.Exists && name.Text != "_") scopes.DeclareLabel(function, new GoObject(ObjectKind.Label, name.Text, name, node));
    }

    private void Add(GoObject declared, int from)
    {
        if (declared.Name == "_") return;
        if (Current is { } scope)
        {
            DeclareIn(scope, declared, from);
            return;
        }

        scopes.Declare(declared);
        scopes.TopLevel.Add(declared);
    }

    private void DeclareIn(GoScope scope, GoObject declared, int from)
    {
        scope.Declare(declared, from);
        scopes.Declare(declared);
    }
}
