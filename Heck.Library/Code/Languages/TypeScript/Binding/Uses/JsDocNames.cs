using System.Text;
using System.Text.RegularExpressions;
using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Types;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>Names in documentation that are code: <c>@param name</c> of the function below, <c>{@link Name}</c>, and types in braces after a tag.</summary>
internal static partial class JsDocNames
{
    public static IEnumerable<FoundUse> At(TsProgram program, TsNode comment, int start, int end, string name)
    {
        var text = comment.Text;
        if (!text.StartsWith("/**", StringComparison.Ordinal)) return [];
        var before = text[..Encoding.UTF8.GetCharCount(comment.File.Text.Utf8.Span[comment.Start..start])];
        var function = FunctionBelow(comment);
        if (ParameterTag().IsMatch(before)) return Use(comment, ParameterOf(program, function, name), start, end);
        if (TemplateTag().IsMatch(before)) return Use(comment, TypeParameterOf(program, function, name), start, end);
        if (MemberLink().Match(before) is { Success: true } link) return Use(comment, MemberOf(program, comment, function, link.Groups[1].Value, name), start, end);
        if (ImportedType().Match(before) is { Success: true } import) return Use(comment, Exported(program, comment, import.Groups[1].Value, name), start, end);
        return Link().IsMatch(before) || TypeInBraces().IsMatch(before) ? Use(comment, Named(program, comment, function, name), start, end) : [];
    }

    private static IEnumerable<FoundUse> Use(TsNode comment, TsSymbol? symbol, int start, int end) => symbol is null ? [] : [new FoundUse(comment, [symbol], Span: (start, end))];

    private static TsSymbol? Named(TsProgram program, TsNode comment, TsNode below, string name)
    {
        var scopes = program.Scopes(comment.File);
        if (comment.Parent.Kind is K.ClassBody or K.InterfaceBody && scopes.SymbolOf(comment.Parent.Parent) is { } type
            && (program.Members.InstanceOf(type).GetValueOrDefault(name) ?? program.Members.StaticOf(type).GetValueOrDefault(name)) is { } member) return member;
        var at = below.Exists && scopes.OpenedBy(below) is not null ? below : comment;
        return program.Names.Lookup(at, name, Meaning.All) is { IsLibrary: false } symbol ? program.Modules.Carrier(symbol) : null;
    }

    private static TsSymbol? MemberOf(TsProgram program, TsNode comment, TsNode below, string owner, string name) =>
        Named(program, comment, below, owner) is { } named && program.Modules.Resolve(named).Symbol is { } type
            ? program.Members.InstanceOf(type).GetValueOrDefault(name) ?? program.Members.StaticOf(type).GetValueOrDefault(name) ?? type.Exports.GetValueOrDefault(name)
            : null;

    private static TsSymbol? Exported(TsProgram program, TsNode comment, string specifier, string name) =>
        program.Import(comment.File, specifier) is { } module && program.Modules.FindExport(module, name).Symbol is { } symbol ? program.Modules.Carrier(symbol) : null;

    private static TsNode FunctionBelow(TsNode comment)
    {
        var next = comment.NextSibling;
        if (next.Kind == K.ExportStatement) next = next.Get(F.Declaration) is { Exists: true } declaration ? declaration : next.Get(F.Value);
        if (next.Kind is K.LexicalDeclaration or K.VariableDeclaration) next = next.Get(K.VariableDeclarator).Get(F.Value);
        if (next.Kind == K.ExpressionStatement) next = next.FirstNamed;
        while (next.Kind == K.AssignmentExpression) next = next.Get(F.Right);
        if (next.Kind is K.PublicFieldDefinition or K.Pair) next = next.Get(F.Value);
        if (next.Kind == K.AmbientDeclaration) next = next.FirstNamed;
        return next;
    }

    private static TsSymbol? ParameterOf(TsProgram program, TsNode function, string name)
    {
        if (function.IsNone || !function.Kind.IsFunctionLike()) return null;
        return program.Scopes(function.File).OpenedBy(function)?.Names.GetValueOrDefault(name) is { Kind: "parameter" } parameter ? parameter.Final : null;
    }

    private static TsSymbol? TypeParameterOf(TsProgram program, TsNode declaration, string name) =>
        TypeNodes.ParametersOf(program, declaration).FirstOrDefault(p => p.Name == name);

    [GeneratedRegex(@"@template\s+(\{[^}]*\}\s*)?([\w$]+\s*,\s*)*$")]
    private static partial Regex TemplateTag();

    [GeneratedRegex(@"@(param|arg|argument)\s+(\{[^}]*\}\s*)?\[?$")]
    private static partial Regex ParameterTag();

    [GeneratedRegex(@"\{@(?:link|linkcode|linkplain)\s+([\w$]+)[#.]$")]
    private static partial Regex MemberLink();

    [GeneratedRegex(@"\{[^}@]*import\(['""]([^'""()]+)['""]\)\.$")]
    private static partial Regex ImportedType();

    [GeneratedRegex(@"\{@(link|linkcode|linkplain)\s+$|@see\s+$")]
    private static partial Regex Link();

    [GeneratedRegex(@"@(param|arg|argument|type|typedef|returns?|template|extends|augments|implements|throws|property|prop|satisfies|this|enum)\s+\{[^}@]*(?<![.\w$'""])$")]
    private static partial Regex TypeInBraces();
}
