using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Keys that are symbols, as names that no property of a program has: <c>[Symbol.iterator]</c>, <c>[STATE]</c> for a constant that holds a symbol.</summary>
internal static class SymbolKeys
{
    /// <summary>The name for a key expression, or null when it is no symbol that is known.</summary>
    public static string? Of(TsProgram program, TsNode expression)
    {
        if (expression.Kind == K.MemberExpression && expression.Get(F.Object) is { Kind: K.Identifier, Text: "Symbol" }) return $"[Symbol.{expression.Get(F.Property).Text}]";
        if (expression.Kind != K.Identifier || program.Names.Lookup(expression, expression.Text, Meaning.Value) is not { } name) return null;
        if (program.Modules.Resolve(name).Symbol is not { IsLibrary: false } constant || constant.First.Node.Kind != K.VariableDeclarator) return null;
        return program.Types.Symbols.TypeOf(constant) is PrimitiveType { Name: "symbol" } ? $"[{constant.First.Name.File.Path}:{constant.First.Name.Start}]" : null;
    }
}
