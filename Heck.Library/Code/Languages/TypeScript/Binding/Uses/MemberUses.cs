using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Types;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>Names after a dot, keys of objects and patterns, attributes.</summary>
internal sealed class MemberUses(TsProgram program)
{
    public IEnumerable<FoundUse> At(TsNode node)
    {
        var parent = node.Parent;
        if (program.Scopes(node.File).DeclaredBy(node) is { } declared) return [FoundUse.Of(node, program.Modules.Carrier(declared))];
        if (node.Kind == K.PrivatePropertyIdentifier && !IsDeclaration(node)) return [OfPrivate(node)];
        switch (parent.Kind)
        {
            case K.MemberExpression: return [OfMember(node, parent)];
            case K.NestedIdentifier: return [new LexicalUses(program).OfTarget(node, program.Modules.Entity(parent))];
            case K.PairPattern: return [OfPatternKey(node)];
            case K.JsxAttribute: return [Use(node, program.Types.Properties.Find(program.Types.Jsx.PropsOf(parent.Parent), node.Text))];
            case K.Pair or K.MethodDefinition when parent.Parent.Kind == K.Object: return [OfLiteralKey(node)];
            default: return program.Members.DeclaredBy(node) is { } member ? [FoundUse.Of(node, member)] : [];
        }
    }

    /// <summary>A key of an object literal: the property of what is expected there, and the literal's own.</summary>
    public FoundUse OfLiteralKey(TsNode key, string form = "{0}")
    {
        var holder = key.Kind == K.ShorthandPropertyIdentifier ? key.Parent : key.Parent.Kind == K.String ? key.Parent.Parent.Parent : key.Parent.Parent;
        var name = key.Text;
        program.Members.OfNode(holder).TryGetValue(name, out var own);
        if (own is null) return FoundUse.Undecided(key, "the key is not followed", form);
        if (IsExported(holder) || program.Types.Contexts.Of(holder) is not { } context) return FoundUse.Of(key, own, form);
        var expected = program.Types.Properties.Find(Substitution.NonNull(context), name);
        return expected.Certainty switch
        {
            Certainty.Found => new FoundUse(key, [.. expected.Symbols, own], form),
            Certainty.Absent => FoundUse.Of(key, own, form),
            Certainty.External => new FoundUse(key, [own], form, External: expected.Type is ExternalType outside ? outside.From : "library"),
            _ => FoundUse.Undecided(key, expected.Why ?? "what is expected here is not known", form),
        };
    }

    public FoundUse OfPatternKey(TsNode key, string form = "{0}")
    {
        var pattern = key.Parent.Kind == K.ObjectPattern ? key.Parent : key.Parent.Kind == K.String ? key.Parent.Parent.Parent : key.Parent.Parent;
        return Use(key, program.Types.Properties.Find(program.Types.Symbols.OfBinding(pattern), key.Text), form);
    }

    public FoundUse OfMember(TsNode name, TsNode access)
    {
        var owner = access.Get(F.Object);
        if (IsImportedType(access, owner)) return new LexicalUses(program).OfTarget(name, program.Types.Nodes.EntityOf(access));
        if (name.File.IsJavaScript && CommonJs.IsModuleExports(access)) return FoundUse.Outside(name, "module");
        if (owner.Kind == K.Import) return FoundUse.Outside(name, "import.meta");
        return Use(name, program.Types.Properties.Find(program.Types.Expressions.TypeOf(owner), name.Text));
    }

    public static FoundUse Use(TsNode name, Property property, string form = "{0}") => property.Certainty switch
    {
        Certainty.Found when property.Symbols.Count > 0 => new FoundUse(name, property.Symbols, form),
        Certainty.Unknown => FoundUse.Undecided(name, property.Why ?? "the type is not known", form),
        Certainty.External when property.Type is ExternalType outside => FoundUse.Outside(name, outside.From, form),
        _ => FoundUse.Outside(name, "another type", form),
    };

    private static bool IsExported(TsNode literal) => literal.Parent.Kind == K.AssignmentExpression && CommonJs.IsModuleExports(literal.Parent.Get(F.Left));

    private static bool IsDeclaration(TsNode name) => name.Field == F.Name && (name.Parent.Kind.IsMethod() || name.Parent.Kind == K.PublicFieldDefinition);

    /// <summary>A private name belongs to the nearest class around it that declares it.</summary>
    private FoundUse OfPrivate(TsNode node)
    {
        for (var body = node.Ancestor(a => a.Kind == K.ClassBody); body.Exists; body = body.Ancestor(a => a.Kind == K.ClassBody))
        {
            if (program.Scopes(node.File).SymbolOf(body.Parent) is not { } type) continue;
            if (program.Members.InstanceOf(type).TryGetValue(node.Text, out var member) || program.Members.StaticOf(type).TryGetValue(node.Text, out member)) return FoundUse.Of(node, member);
        }

        return FoundUse.Undecided(node, "no class around it declares this private name");
    }

    private static bool IsImportedType(TsNode access, TsNode owner)
    {
        while (owner.Kind == K.MemberExpression) owner = owner.Get(F.Object);
        return owner.Kind == K.CallExpression && owner.Get(F.Function).Kind == K.Import && access.Parent.Kind is not (K.CallExpression or K.MemberExpression);
    }
}
