using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Types;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>Strings that name a property: quoted keys, element access, keys of <c>keyof</c>, <c>Pick</c> and <c>T["name"]</c>.</summary>
internal sealed class StringKeys(TsProgram program)
{
    private readonly MemberUses _members = new(program);

    public IEnumerable<FoundUse> At(TsNode fragment, string name)
    {
        var text = fragment.Parent;
        var parent = text.Parent;
        if (text.Kind != K.String) return [];
        switch (parent.Kind)
        {
            case K.Pair when text.Field == F.Key: return [_members.OfLiteralKey(fragment)];
            case K.PairPattern when text.Field == F.Key: return [_members.OfPatternKey(fragment)];
            case K.SubscriptExpression when text.Field == F.Index: return [MemberUses.Use(fragment, program.Types.Properties.Find(program.Types.Expressions.TypeOf(parent.Get(F.Object)), name))];
            case K.LiteralType: return OfLiteralType(fragment, parent, name);
            case K.ImportStatement or K.ExportStatement or K.ImportSpecifier or K.ExportSpecifier: return [];
        }

        if (program.Scopes(fragment.File).DeclaredBy(fragment) is { } declared) return [FoundUse.Of(fragment, declared)];
        if (program.Members.DeclaredBy(text) is { } member) return [FoundUse.Of(fragment, member)];
        return OfExpression(fragment, text, name);
    }

    private IEnumerable<FoundUse> OfLiteralType(TsNode fragment, TsNode literal, string name)
    {
        var holder = literal.Parent;
        while (holder.Kind is K.UnionType or K.ParenthesizedType) (literal, holder) = (holder, holder.Parent);
        if (holder.Kind == K.LookupType && holder.LastNamed == literal) return Key(fragment, program.Types.Nodes.TypeOf(holder.FirstNamed), name);
        if (holder.Kind == K.TypeArguments && holder.Parent.Kind == K.GenericType) return OfTypeArgument(fragment, holder, literal, name);
        return [];
    }

    /// <summary>A key given for a parameter that is constrained to the keys of another.</summary>
    private IEnumerable<FoundUse> OfTypeArgument(TsNode fragment, TsNode arguments, TsNode argument, string name)
    {
        var generic = arguments.Parent;
        var given = arguments.Named.ToList();
        var index = given.IndexOf(argument);
        if (generic.Get(F.Name).Text is "Pick" or "Omit" && index == 1) return Key(fragment, program.Types.Nodes.TypeOf(given[0]), name);
        if (program.Names.Lookup(generic, generic.Get(F.Name).Text, Scopes.Meaning.Type) is not { } symbol) return [];
        var parameters = program.Modules.Resolve(symbol).Symbol is { } target ? program.Types.Nodes.ParametersOf(target) : [];
        if (index >= parameters.Count || program.Types.Nodes.ConstraintOf(parameters[index]) is not { } constraint) return [];
        var mapper = program.Types.Substitution.Map(parameters, [.. given.Select(program.Types.Nodes.TypeOf)]);
        return OfKeys(fragment, program.Types.Substitution.Apply(constraint, mapper), name);
    }

    private IEnumerable<FoundUse> OfExpression(TsNode fragment, TsNode text, string name)
    {
        if (text.Parent.Kind == K.BinaryExpression && text.Field == F.Left && text.Parent.Get(F.Operator).Text == "in")
            return Key(fragment, program.Types.Expressions.TypeOf(text.Parent.Get(F.Right)), name);
        return program.Types.Contexts.KeysExpected(text) is { } keys ? OfKeys(fragment, keys, name) : [];
    }

    private IEnumerable<FoundUse> OfKeys(TsNode fragment, TsType keys, string name) => keys switch
    {
        KeyOfType of => Key(fragment, of.Of, name),
        ParameterType parameter when program.Types.Nodes.ConstraintOf(parameter.Symbol) is KeyOfType of => Key(fragment, of.Of, name),
        UnionType union => union.Types.SelectMany(t => OfKeys(fragment, t, name)).Take(1),
        DeferredType deferred => OfKeys(fragment, program.Types.Nodes.Expanded(deferred), name),
        _ => [],
    };

    private IEnumerable<FoundUse> Key(TsNode fragment, TsType owner, string name) => [MemberUses.Use(fragment, program.Types.Properties.Find(owner, name))];
}
