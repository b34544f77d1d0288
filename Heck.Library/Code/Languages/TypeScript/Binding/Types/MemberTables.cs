using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>The declared members of classes, interfaces, type literals and object literals.</summary>
internal sealed class MemberTables(TsProgram program)
{
    private readonly Dictionary<TsSymbol, (int Declarations, Dictionary<string, TsSymbol> Instance, Dictionary<string, TsSymbol> Static)> _bySymbol = [];
    private readonly Dictionary<TsNode, Dictionary<string, TsSymbol>> _byNode = [];
    private readonly Dictionary<TsNode, TsSymbol> _declared = [];

    public Dictionary<string, TsSymbol> InstanceOf(TsSymbol type) => TablesOf(type).Instance;

    public Dictionary<string, TsSymbol> StaticOf(TsSymbol type) => TablesOf(type).Static;

    /// <summary>Members of an object literal, a type literal or an interface body.</summary>
    public Dictionary<string, TsSymbol> OfNode(TsNode node)
    {
        if (_byNode.TryGetValue(node, out var known)) return known;
        var table = _byNode[node] = [];
        foreach (var member in node.Named) AddMember(table, table, member, parent: null);
        return table;
    }

    /// <summary>The member that a property-name node declares, or null when it declares none.</summary>
    public TsSymbol? DeclaredBy(TsNode name)
    {
        var member = name.Parent;
        if (member.Kind is K.Object) return Find(OfNode(member), name);
        if (!(member.Kind.IsMethod() || member.Kind is K.PublicFieldDefinition or K.PropertySignature or K.Pair)) return null;
        if (member.Get(F.Name) != name && member.Get(F.Key) != name) return null;
        var body = member.Parent;
        return body.Kind switch
        {
            K.Object or K.ObjectType => Find(OfNode(body), name),
            K.ClassBody or K.InterfaceBody when program.Scopes(name.File).SymbolOf(body.Parent) is { } type => DeclaredIn(type, name),
            _ => null,
        };
    }

    /// <summary>The property that a constructor's parameter with a modifier declares.</summary>
    public TsSymbol? DeclaredByParameter(TsNode name)
    {
        var parameter = name.Parent;
        if (!IsParameterProperty(parameter)) return null;
        var body = parameter.Ancestor(a => a.Kind == K.ClassBody);
        return body.Exists && program.Scopes(name.File).SymbolOf(body.Parent) is { } type ? DeclaredIn(type, name) : null;
    }

    private TsSymbol? DeclaredIn(TsSymbol type, TsNode name)
    {
        TablesOf(type);
        return _declared.GetValueOrDefault(name.NameText());
    }

    private static TsSymbol? Find(Dictionary<string, TsSymbol> table, TsNode name) => name.PropertyName() is { } text ? table.GetValueOrDefault(text) : null;

    private (int Declarations, Dictionary<string, TsSymbol> Instance, Dictionary<string, TsSymbol> Static) TablesOf(TsSymbol type)
    {
        // A merged declaration in a file read later makes the tables larger; symbols that were given out stay.
        if (_bySymbol.TryGetValue(type, out var tables) && tables.Declarations == type.Declarations.Count) return tables;
        var done = tables.Declarations;
        tables = _bySymbol[type] = (type.Declarations.Count, tables.Instance ?? [], tables.Static ?? []);
        foreach (var declaration in type.Declarations.Skip(done)) AddBody(declaration.Node, type, tables.Instance, tables.Static);
        return tables;
    }

    private void AddBody(TsNode declaration, TsSymbol type, Dictionary<string, TsSymbol> instance, Dictionary<string, TsSymbol> statics)
    {
        if (!declaration.Kind.IsClass() && declaration.Kind != K.InterfaceDeclaration) return;
        foreach (var member in declaration.Get(F.Body).Named)
        {
            AddMember(instance, statics, member, type);
            if (member.Kind == K.MethodDefinition && member.Get(F.Name).PropertyName() == "constructor") AddParameterProperties(member, instance, type);
        }

        if (declaration.File.IsJavaScript && declaration.Kind.IsClass()) AddAssignedFields(declaration, instance, type);
    }

    private void AddMember(Dictionary<string, TsSymbol> instance, Dictionary<string, TsSymbol> statics, TsNode member, TsSymbol? parent)
    {
        var name = member.Kind switch
        {
            K.MethodDefinition or K.MethodSignature or K.AbstractMethodSignature or K.PublicFieldDefinition or K.PropertySignature => member.Get(F.Name),
            K.Pair => member.Get(F.Key),
            K.ShorthandPropertyIdentifier => member,
            _ => default,
        };
        if (name.IsNone || NameOf(name) is not { } text || (parent is not null && text == "constructor")) return;
        var isStatic = parent is not null && member.IsStatic();
        Add(isStatic ? statics : instance, text, name, member, KindOf(member, text), parent, isStatic);
    }

    private string? NameOf(TsNode name) => name.PropertyName() ?? (name.Kind == K.ComputedPropertyName ? SymbolKeys.Of(program, name.FirstNamed) : null);

    private static string KindOf(TsNode member, string name) =>
        name.StartsWith('#') ? "private name" : member.Kind.IsMethod() && !member.Has(T.Get) && !member.Has(T.Set) ? "method" : "property";

    private void Add(Dictionary<string, TsSymbol> table, string text, TsNode name, TsNode node, string kind, TsSymbol? parent, bool isStatic = false)
    {
        if (!table.TryGetValue(text, out var symbol))
            table[text] = symbol = new TsSymbol(text, kind, Meaning.Value) { Parent = parent, IsMember = true, IsStatic = isStatic };
        symbol.Declare(name.NameText(), node, Meaning.Value);
        _declared[name.NameText()] = symbol;
    }

    private void AddParameterProperties(TsNode constructor, Dictionary<string, TsSymbol> instance, TsSymbol type)
    {
        foreach (var parameter in constructor.Get(F.Parameters).Named.Where(IsParameterProperty))
        {
            if (parameter.Get(F.Pattern) is { Kind: K.Identifier } name) Add(instance, name.Text, name, parameter, "property", type);
        }
    }

    private static bool IsParameterProperty(TsNode parameter) =>
        parameter.Kind is K.RequiredParameter or K.OptionalParameter
        && (parameter.Get(K.AccessibilityModifier).Exists || parameter.Get(K.OverrideModifier).Exists || parameter.Has(T.Readonly));

    /// <summary>In JavaScript <c>this.x = …</c> in a class declares x.</summary>
    private void AddAssignedFields(TsNode declaration, Dictionary<string, TsSymbol> instance, TsSymbol type)
    {
        foreach (var assignment in declaration.Get(F.Body).Subtree.Where(n => n.Kind == K.AssignmentExpression))
        {
            var left = assignment.Get(F.Left);
            if (left.Kind != K.MemberExpression || left.Get(F.Object).Kind != K.This) continue;
            if (ThisContainer.Of(left.Get(F.Object)) is not { IsStatic: false } owner || owner.Class != declaration) continue;
            var name = left.Get(F.Property);
            if (!instance.TryGetValue(name.Text, out var field) || field.First.Node.Kind == K.AssignmentExpression) Add(instance, name.Text, name, assignment, "property", type);
        }
    }
}
