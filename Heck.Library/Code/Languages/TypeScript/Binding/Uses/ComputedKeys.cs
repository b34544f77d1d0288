using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Types;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>
/// Strings that spell a member's name and may reach <c>value[key]</c> through variables: whether they do is not followed, so where both a string and
/// such an access exist the string is undecided.
/// </summary>
internal sealed class ComputedKeys(TsProgram program, string name)
{
    public IEnumerable<FoundUse> Among(IReadOnlyList<FileScopes> files, IReadOnlyList<FoundUse> found)
    {
        var decided = found.Select(u => u.Name).ToHashSet();
        var strings = files.SelectMany(f => StringsIn(f.File)).Where(s => !decided.Contains(s)).ToList();
        if (strings.Count == 0) return [];
        var accesses = files.SelectMany(f => f.File.Root.Subtree).Where(MayReach).ToList();
        return accesses.Count == 0 ? [] : strings.Where(s => IsKept(s) || accesses.Exists(a => ReferenceEquals(a.File, s.File))).Select(s => FoundUse.Undecided(s, $"it may be the key of {accesses[0].File.Path}:{accesses[0].File.Text.Lines.PositionAt(accesses[0].Start).Line}"));
    }

    private IEnumerable<TsNode> StringsIn(TsFile file)
    {
        foreach (var start in WholeWords.Find(file.Text.Utf8, name))
        {
            var node = new TsNode(file, file.Tree.Covering(start, start + System.Text.Encoding.UTF8.GetByteCount(name)));
            if (node.Kind == K.String) node = node.Get(K.StringFragment);
            if (node.Kind == K.StringFragment && node.Parent.Kind == K.String && node.Text == name && !IsCompared(node.Parent)) yield return node;
        }
    }

    /// <summary>Text that is looked at and goes nowhere: <c>x === "name"</c>, a case, an import.</summary>
    private static bool IsCompared(TsNode text) => text.Parent.Kind switch
    {
        K.BinaryExpression => text.Parent.Get(F.Operator).Text is "===" or "!==" or "==" or "!=",
        K.SwitchCase or K.ImportStatement or K.ExportStatement or K.ImportSpecifier or K.ExportSpecifier or K.JsxAttribute => true,
        K.Arguments => text.Parent.Parent.Get(F.Function).Text.StartsWith("console.", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>A string whose type keeps its text, so that it may travel to other files as a key.</summary>
    private static bool IsKept(TsNode fragment) => fragment.Ancestor(a => a.Kind is K.AsExpression or K.LiteralType or K.VariableDeclarator or K.StatementBlock) is { Kind: K.AsExpression or K.LiteralType };

    private bool MayReach(TsNode node)
    {
        if (node.Kind != K.SubscriptExpression || node.Get(F.Index).Kind is K.String or K.Number) return false;
        program.Types.Calls.Prepare(node);
        return program.Types.Expressions.TypeOf(node.Get(F.Index)) is not (PrimitiveType { Name: "number" } or EnumType or LiteralType)
            && program.Types.Properties.Find(program.Types.Expressions.TypeOf(node.Get(F.Object)), name) is { Certainty: Certainty.Found, Symbols: { Count: > 0 } symbols } && symbols.Any(s => !s.IsLibrary);
    }
}
