using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Properties that a program declares by setting them on a function or a class of the same file: <c>create.get = …</c>.</summary>
internal sealed class SetProperties(TsProgram program)
{
    private readonly Dictionary<TsSymbol, Dictionary<string, TsSymbol>> _bySymbol = [];
    private readonly Dictionary<TsFile, ILookup<string, TsNode>> _byFile = [];

    public Dictionary<string, TsSymbol> On(TsSymbol owner)
    {
        if (_bySymbol.TryGetValue(owner, out var known)) return known;
        var table = _bySymbol[owner] = [];
        if (owner.IsLibrary) return table;
        foreach (var assignment in AssignmentsIn(owner.First.Name.File)[owner.Name])
        {
            var target = assignment.Get(F.Left);
            if (program.Names.Lookup(target.Get(F.Object), owner.Name, Meaning.Value)?.Final == owner) Declare(table, owner, target.Get(F.Property), assignment);
        }

        return table;
    }

    public Dictionary<string, TsSymbol> On(FunctionType function) => OwnerOf(function.Nodes[0]) is { } owner ? On(owner) : [];

    /// <summary>Those of the function that one of them is set on.</summary>
    public Dictionary<string, TsSymbol> Beside(TsSymbol property) =>
        program.Names.Lookup(property.First.Name.Parent.Get(F.Object), property.First.Name.Parent.Get(F.Object).Text, Meaning.Value) is { } owner ? On(owner) : [];

    public static bool IsOne(TsSymbol symbol) => symbol is { IsMember: true, Parent: null, First.Node.Kind: K.AssignmentExpression };

    /// <summary>A static of a class goes by its hierarchy; a property of a function by the shapes that the function is given for.</summary>
    private static void Declare(Dictionary<string, TsSymbol> table, TsSymbol owner, TsNode name, TsNode assignment)
    {
        if (name.Kind != K.PropertyIdentifier || name.Text == "prototype") return;
        var isClass = owner.Declarations.Exists(d => d.Node.Kind.IsClass());
        if (!table.TryGetValue(name.Text, out var symbol))
            table[name.Text] = symbol = new TsSymbol(name.Text, "property", Meaning.Value) { Parent = isClass ? owner : null, IsMember = true, IsStatic = isClass };
        symbol.Declare(name, assignment, Meaning.Value);
    }

    private TsSymbol? OwnerOf(TsNode function)
    {
        var name = function.Kind.IsFunctionExpression() && function.Parent.Kind == K.VariableDeclarator ? function.Parent.Get(F.Name) : function.Get(F.Name);
        return name.Kind == K.Identifier ? program.Scopes(function.File).DeclaredBy(name) : null;
    }

    private ILookup<string, TsNode> AssignmentsIn(TsFile file)
    {
        if (_byFile.TryGetValue(file, out var known)) return known;
        return _byFile[file] = file.Root.Subtree
            .Where(n => n.Kind == K.AssignmentExpression && n.Get(F.Left) is { Kind: K.MemberExpression } left && left.Get(F.Object).Kind == K.Identifier)
            .ToLookup(n => n.Get(F.Left).Get(F.Object).Text);
    }
}
