using System.Text;
using System.Text.RegularExpressions;
using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Text;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>
/// Types that JavaScript writes in its documentation: <c>@type</c>, <c>@param</c>, <c>@returns</c>, <c>@typedef</c>. A type with braces of its own, or with a name that
/// nothing declares, is not followed.
/// </summary>
internal sealed partial class JsDocTypes(TsProgram program)
{
    private readonly Dictionary<TsNode, TsType?> _types = [];
    private readonly Dictionary<TsNode, TsType?> _results = [];
    private readonly Dictionary<TsFile, Dictionary<string, string>> _typedefs = [];
    private readonly HashSet<string> _reading = [];

    /// <summary>The type written for a variable, field, assignment or parameter; null when none is.</summary>
    public TsType? Of(TsNode declaration)
    {
        if (!declaration.File.IsJavaScript) return null;
        return _types.TryGetValue(declaration, out var known) ? known : _types[declaration] = Read(declaration);
    }

    /// <summary>The type written for what a function returns; null when none is.</summary>
    public TsType? ReturnOf(TsNode function)
    {
        if (!function.File.IsJavaScript) return null;
        if (_results.TryGetValue(function, out var known)) return known;
        return _results[function] = TextAfter(CommentAbove(function), ReturnsTag(), null) is { } text ? Parse(text, function) : null;
    }

    /// <summary>The type that a <c>@typedef</c> of the file, or of the one around a written type, gives a name.</summary>
    public TsType? Typedef(TsNode at, string name)
    {
        var file = program.Scopes(at.File).Outer is { Exists: true } outer ? outer.File : at.File;
        return file.IsJavaScript && TypedefsOf(file).TryGetValue(name, out var text) ? Parse(text, file.Root) : null;
    }

    private TsType? Read(TsNode declaration)
    {
        if (declaration.Kind is not (K.RequiredParameter or K.OptionalParameter))
            return TextAfter(CommentAbove(declaration), TypeTag(), null) is { } text ? Parse(text, declaration) : null;
        var name = declaration.Get(F.Pattern) is { Kind: K.RestPattern } rest ? rest.FirstNamed : declaration.Get(F.Pattern);
        if (TextAfter(CommentDirectlyBefore(declaration), TypeTag(), null) is { } inline) return Parse(inline, declaration);
        return name.Kind == K.Identifier && TextAfter(CommentAbove(declaration.Parent.Parent), ParameterTag(), name.Text) is { } type ? Parse(type, declaration) : null;
    }

    private TsType Parse(string text, TsNode at)
    {
        var written = Normal(text);
        if (written is "*" or "?" or "" or "Object" or "object" or "Function" or "any") return TsType.Any;
        if (written.Contains('{', StringComparison.Ordinal) || !_reading.Add(written)) return NotFollowed;
        try
        {
            var node = program.AddWrittenType($"type _ = {written};", at).Root.FirstNamed.Get(F.Value);
            return node.File.Tree.ErrorCount > 0 || !NamesAreKnown(node) ? NotFollowed : program.Types.Nodes.TypeOf(node);
        }
        finally
        {
            _reading.Remove(written);
        }
    }

    private static UnknownType NotFollowed => new("its type is written in a way that is not followed");

    /// <summary>What JSDoc writes in its own way, as TypeScript writes it.</summary>
    private static string Normal(string text)
    {
        var type = text.Trim().TrimEnd('=');
        if (type.StartsWith("...", StringComparison.Ordinal)) type = $"({type[3..]})[]";
        return type.TrimStart('?', '!').Replace("Array.<", "Array<", StringComparison.Ordinal).Replace("Object.<", "Record<", StringComparison.Ordinal).Replace("Promise.<", "Promise<", StringComparison.Ordinal);
    }

    private bool NamesAreKnown(TsNode type) => type.Subtree.Where(n => n.Kind is K.TypeIdentifier or K.Identifier && n.Field != F.Property && n.Parent.Kind is not (K.NestedTypeIdentifier or K.MemberExpression) && n.Field != F.Pattern)
        .All(n => program.Names.Lookup(n, n.Text, Meaning.All) is not null || Typedef(n, n.Text) is not null);

    private Dictionary<string, string> TypedefsOf(TsFile file)
    {
        if (_typedefs.TryGetValue(file, out var known)) return known;
        var found = _typedefs[file] = [];
        var text = Encoding.UTF8.GetString(file.Text.Utf8.Span);
        foreach (Match tag in TypedefTag().Matches(text))
        {
            var end = EndOfBraces(text, tag.Index + tag.Length);
            if (end > 0 && NameAhead().Match(text, end) is { Success: true } name) found.TryAdd(name.Groups[1].Value, text[(tag.Index + tag.Length)..(end - 1)]);
        }

        return found;
    }

    /// <summary>The text in braces after a tag, where the name that must follow it does.</summary>
    private static string? TextAfter(string comment, Regex tag, string? name)
    {
        foreach (Match match in tag.Matches(comment))
        {
            var start = match.Index + match.Length;
            var end = EndOfBraces(comment, start);
            if (end < 0 || (name is not null && NameAhead().Match(comment, end).Groups[1].Value != name)) continue;
            return comment[start..(end - 1)];
        }

        return null;
    }

    /// <summary>The offset behind the brace that closes the one before <paramref name="at"/>; -1 when none does.</summary>
    private static int EndOfBraces(string text, int at)
    {
        for (var depth = 1; at < text.Length; at++)
        {
            if (text[at] == '{') depth++;
            if (text[at] == '}' && --depth == 0) return at + 1;
        }

        return -1;
    }

    /// <summary>The documentation of a declaration: before it, or before the statement that begins with it.</summary>
    private static string CommentAbove(TsNode node)
    {
        for (; node.Exists; node = node.Parent)
        {
            if (CommentDirectlyBefore(node) is { Length: > 0 } comment) return comment;
            if (!BeginsWith(node.Parent, node)) return "";
        }

        return "";
    }

    private static bool BeginsWith(TsNode parent, TsNode node) => parent.Kind switch
    {
        K.LexicalDeclaration or K.VariableDeclaration => parent.FirstNamed == node,
        K.ExportStatement or K.ExpressionStatement or K.AssignmentExpression => true,
        K.VariableDeclarator or K.Pair or K.PublicFieldDefinition => node.Field == F.Value,
        _ => false,
    };

    private static string CommentDirectlyBefore(TsNode node)
    {
        if (node.Parent.IsNone) return "";
        var tree = node.File.Tree;
        var before = -1;
        for (var child = tree.FirstChild(node.Parent.Index); child >= 0 && child != node.Index; child = tree.NextSibling(child)) before = child;
        return before >= 0 && tree.Nodes[before].IsExtra && tree.TextString(before) is var text && text.StartsWith("/**", StringComparison.Ordinal) ? text : "";
    }

    [GeneratedRegex(@"@type\s*\{")]
    private static partial Regex TypeTag();

    [GeneratedRegex(@"@(?:param|arg|argument)\s*\{")]
    private static partial Regex ParameterTag();

    [GeneratedRegex(@"@returns?\s*\{")]
    private static partial Regex ReturnsTag();

    [GeneratedRegex(@"@typedef\s*\{")]
    private static partial Regex TypedefTag();

    [GeneratedRegex(@"\G\s*\[?\s*([\w$]+)")]
    private static partial Regex NameAhead();
}
