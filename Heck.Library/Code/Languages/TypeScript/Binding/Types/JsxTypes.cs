using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>What the attributes of a JSX element are properties of: the first parameter of a function component, or the props of a class.</summary>
internal sealed class JsxTypes(TsProgram program)
{
    public TsType? AttributeType(TsNode attribute) =>
        attribute.FirstNamed is { Kind: K.PropertyIdentifier } name ? program.Types.Properties.Find(PropsOf(attribute.Parent), name.Text).Type : null;

    /// <param name="element">An opening or self-closing element.</param>
    public TsType PropsOf(TsNode element)
    {
        var name = element.Get(F.Name);
        if (name.Kind == K.Identifier && char.IsLower(name.Text[0])) return new ExternalType("JSX");
        var component = program.Types.Expressions.TypeOf(name);
        if (component is ExternalType or UnknownType) return component;
        if (program.Types.Calls.SignaturesOf(component, construct: false) is [var signature, ..]) return signature.Parameters.Count > 0 ? program.Types.Calls.ParameterAt(signature, 0) : TsType.Opaque;
        if (program.Types.Calls.Constructed(component) is InstanceType instance) return program.Types.Properties.Find(instance, "props") is { Certainty: Certainty.Found } props ? props.Type : FromBase(instance);
        return new UnknownType("the component is not followed");
    }

    /// <summary>The first type argument of the library class that a class component extends, as in React.</summary>
    private TsType FromBase(InstanceType component)
    {
        var arguments = component.Symbol.Declarations.Select(d => d.Node.Get(K.ClassHeritage).Get(K.ExtendsClause).Get(F.TypeArguments)).FirstOrDefault(a => a.Exists);
        return arguments.Exists ? program.Types.Nodes.TypeOf(arguments.FirstNamed) : new UnknownType("the component is not followed");
    }
}
