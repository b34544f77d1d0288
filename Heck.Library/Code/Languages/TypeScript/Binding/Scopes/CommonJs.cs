using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>The shapes of CommonJS: <c>require("x")</c>, <c>module.exports</c>, <c>exports.x</c>.</summary>
internal static class CommonJs
{
    public static bool Marks(TsNode node) => IsModuleExports(node) || IsExportsProperty(node) || RequireOf(node) is not null;

    /// <summary>The specifier of a <c>require</c> call, else null.</summary>
    public static string? RequireOf(TsNode node) =>
        node.Kind == K.CallExpression && node.Get(F.Function) is { Kind: K.Identifier, Text: "require" } && node.Get(F.Arguments).FirstNamed is { Kind: K.String } specifier
            ? specifier.StringValue()
            : null;

    public static bool IsModuleExports(TsNode node) =>
        node.Kind == K.MemberExpression && node.Get(F.Object) is { Kind: K.Identifier, Text: "module" } && node.Get(F.Property).Text == "exports";

    /// <summary><c>exports.x</c> or <c>module.exports.x</c>.</summary>
    public static bool IsExportsProperty(TsNode node) =>
        node.Kind == K.MemberExpression && (node.Get(F.Object) is { Kind: K.Identifier, Text: "exports" } || IsModuleExports(node.Get(F.Object)));
}
