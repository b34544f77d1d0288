using System.Text.RegularExpressions;
using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary><c>@param name</c> in the comment above a function names its parameter.</summary>
internal static partial class JsDocParameters
{
    public static IEnumerable<FoundUse> At(TsProgram program, TsNode comment, int start, int end, string name)
    {
        var text = comment.Text;
        if (!text.StartsWith("/**", StringComparison.Ordinal)) return [];
        var at = System.Text.Encoding.UTF8.GetCharCount(comment.File.Text.Utf8.Span[comment.Start..start]);
        if (!Tag().IsMatch(text[..at])) return [];
        var parameter = ParameterOf(program, FunctionBelow(comment), name);
        return parameter is null ? [] : [new FoundUse(comment, [parameter], Span: (start, end))];
    }

    private static TsNode FunctionBelow(TsNode comment)
    {
        var next = comment.NextSibling;
        if (next.Kind == K.ExportStatement) next = next.Get(F.Declaration) is { Exists: true } declaration ? declaration : next.Get(F.Value);
        if (next.Kind is K.LexicalDeclaration or K.VariableDeclaration) next = next.Get(K.VariableDeclarator).Get(F.Value);
        if (next.Kind is K.PublicFieldDefinition or K.Pair) next = next.Get(F.Value);
        if (next.Kind == K.AmbientDeclaration) next = next.FirstNamed;
        return next;
    }

    private static TsSymbol? ParameterOf(TsProgram program, TsNode function, string name)
    {
        if (function.IsNone || !function.Kind.IsFunctionLike()) return null;
        return program.Scopes(function.File).OpenedBy(function)?.Names.GetValueOrDefault(name) is { Kind: "parameter" } parameter ? parameter.Final : null;
    }

    [GeneratedRegex(@"@(param|arg|argument)\s+(\{[^}]*\}\s*)?\[?$")]
    private static partial Regex Tag();
}
