using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>Finds every occurrence of a name in code and says what each means.</summary>
internal sealed class UseFinder(TsProgram program)
{
    private readonly LexicalUses _lexical = new(program);
    private readonly MemberUses _members = new(program);
    private readonly StringKeys _strings = new(program);

    public IEnumerable<FoundUse> Find(IReadOnlyList<FileScopes> files, string name, CancellationToken ct)
    {
        foreach (var file in files)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var start in WholeWords.Find(file.File.Text.Utf8, name))
            {
                foreach (var use in At(file.File, start, name)) yield return use;
            }
        }
    }

    private IEnumerable<FoundUse> At(TsFile file, int start, string name)
    {
        var end = start + System.Text.Encoding.UTF8.GetByteCount(name);
        var node = new TsNode(file, file.Tree.Covering(start, end));
        if (node.Kind == K.Comment) return JsDocNames.At(program, node, start, end, name);
        if (node.Kind == K.String) node = node.Get(K.StringFragment);
        if (node.IsNone || node.Start != start || node.End != end) return [];
        if (node.Kind is not (K.TypeIdentifier or K.StatementIdentifier)) program.Types.Calls.Prepare(node);
        return node.Kind switch
        {
            K.StringFragment => _strings.At(node, name),
            K.PropertyIdentifier or K.PrivatePropertyIdentifier => _members.At(node),
            K.ShorthandPropertyIdentifier => [_lexical.Read(node, Meaning.Value, $"{name}: {NameUse.Hole}"), _members.OfLiteralKey(node, $"{NameUse.Hole}: {name}")],
            K.ShorthandPropertyIdentifierPattern => [_lexical.At(node, $"{name}: {NameUse.Hole}"), _members.OfPatternKey(node, $"{NameUse.Hole}: {name}")],
            K.Identifier or K.TypeIdentifier => [_lexical.At(node)],
            K.StatementIdentifier => [Labels.At(node)],
            _ => [],
        };
    }
}
