namespace Heck.Code.Languages.TypeScript.Binding.Syntax;

/// <summary>Questions about kinds of nodes that more than one part of the binder asks.</summary>
internal static class NodeShapes
{
    public static bool IsFunctionLike(this K kind) => kind is K.FunctionDeclaration or K.GeneratorFunctionDeclaration or K.FunctionSignature or K.FunctionExpression
        or K.GeneratorFunction or K.ArrowFunction or K.MethodDefinition or K.MethodSignature or K.AbstractMethodSignature or K.CallSignature
        or K.ConstructSignature or K.FunctionType or K.ConstructorType;

    public static bool IsFunctionExpression(this K kind) => kind is K.FunctionExpression or K.GeneratorFunction or K.ArrowFunction;

    public static bool IsClass(this K kind) => kind is K.ClassDeclaration or K.AbstractClassDeclaration or K.Class;

    public static bool IsIdentifier(this K kind) => kind is K.Identifier or K.TypeIdentifier or K.PropertyIdentifier or K.PrivatePropertyIdentifier
        or K.ShorthandPropertyIdentifier or K.ShorthandPropertyIdentifierPattern or K.StatementIdentifier;

    public static bool IsPattern(this K kind) => kind is K.ObjectPattern or K.ArrayPattern or K.RestPattern or K.AssignmentPattern or K.Identifier;

    public static bool IsMethod(this K kind) => kind is K.MethodDefinition or K.MethodSignature or K.AbstractMethodSignature;

    public static bool IsStatic(this TsNode member) => member.Has(T.Static);

    /// <summary>The name that a property-name node stands for: an identifier's text, a string's or number's value; null when it is computed.</summary>
    public static string? PropertyName(this TsNode name) => name.Kind switch
    {
        K.PropertyIdentifier or K.PrivatePropertyIdentifier or K.Identifier or K.TypeIdentifier or K.Number
            or K.ShorthandPropertyIdentifier or K.ShorthandPropertyIdentifierPattern => name.Text,
        K.String => name.StringValue(),
        K.ComputedPropertyName when name.FirstNamed is { Kind: K.String } text => text.StringValue(),
        _ => null,
    };

    /// <summary>The text between the quotes; null when it has escapes.</summary>
    public static string? StringValue(this TsNode text)
    {
        var parts = text.Named.ToList();
        return parts.Count switch
        {
            0 => "",
            1 when parts[0].Kind == K.StringFragment => parts[0].Text,
            _ => null,
        };
    }

    /// <summary>The node that holds the characters of a name: the fragment of a string, else the node itself.</summary>
    public static TsNode NameText(this TsNode name) => name.Kind switch
    {
        K.String => name.Get(K.StringFragment),
        K.ComputedPropertyName => name.FirstNamed.NameText(),
        _ => name,
    };

    /// <summary>Strips parentheses around an expression.</summary>
    public static TsNode Unwrapped(this TsNode node)
    {
        while (node.Kind == K.ParenthesizedExpression) node = node.FirstNamed;
        return node;
    }
}
