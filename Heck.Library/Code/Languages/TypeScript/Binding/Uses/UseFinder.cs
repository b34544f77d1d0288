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

    /// <summary>Every identifier of one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Only those spelled so; null for all.</param>
    /// <param name="withMembers">Names after a dot and keys too, which need types.</param>
    /// <param name="ct">Stops it.</param>
    public IEnumerable<FoundUse> In(TsFile file, string? name, bool withMembers, CancellationToken ct)
    {
        foreach (var node in file.Root.Subtree)
        {
            if (!node.Kind.IsIdentifier() || node.End == node.Start || (name is not null && node.Text != name)) continue;
            if (!withMembers && node.Kind is K.PropertyIdentifier or K.PrivatePropertyIdentifier) continue;
            program.Begin(node.Text, ct);
            foreach (var use in Of(node, node.Text, withMembers)) yield return use;
        }
    }

    private IEnumerable<FoundUse> At(TsFile file, int start, string name)
    {
        var end = start + System.Text.Encoding.UTF8.GetByteCount(name);
        var node = new TsNode(file, file.Tree.Covering(start, end));
        if (node.Kind == K.Comment) return JsDocNames.At(program, node, start, end, name);
        if (node.Kind == K.String) node = node.Get(K.StringFragment);
        return node.IsNone || node.Start != start || node.End != end ? [] : Of(node, name, withMembers: true);
    }

    private IEnumerable<FoundUse> Of(TsNode node, string name, bool withMembers)
    {
        if (withMembers && node.Kind is not (K.TypeIdentifier or K.StatementIdentifier)) program.Types.Calls.Prepare(node);
        return node.Kind switch
        {
            K.StringFragment => _strings.At(node, name),
            K.PropertyIdentifier or K.PrivatePropertyIdentifier => _members.At(node),
            K.ShorthandPropertyIdentifier or K.ShorthandPropertyIdentifierPattern when !withMembers => [node.Kind == K.ShorthandPropertyIdentifier ? _lexical.Read(node, Meaning.Value) : _lexical.At(node)],
            K.ShorthandPropertyIdentifier => [_lexical.Read(node, Meaning.Value, $"{name}: {NameUse.Hole}"), _members.OfLiteralKey(node, $"{NameUse.Hole}: {name}")],
            K.ShorthandPropertyIdentifierPattern => [_lexical.At(node, $"{name}: {NameUse.Hole}"), _members.OfPatternKey(node, $"{NameUse.Hole}: {name}")],
            K.Identifier or K.TypeIdentifier => [_lexical.At(node)],
            K.StatementIdentifier => [Labels.At(node)],
            _ => [],
        };
    }
}
