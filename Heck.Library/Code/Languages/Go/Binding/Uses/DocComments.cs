using System.Text;
using System.Text.RegularExpressions;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Go.Binding.Uses;

/// <summary>The names that comments hold as code does: the first word of a declaration's comment, and links in brackets.</summary>
internal sealed partial class DocComments(GoProgram program, GoChecker checker, SymbolFactory symbols)
{
    public IEnumerable<NameUse> In(GoFile file, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        for (var i = 0; i < file.Tree.Count; i++)
        {
            if (file.At(i) is { Kind: K.Comment } comment && file.Tree.Text(i).IndexOf(bytes) >= 0 && Commented(comment) is { Exists: true } declaration)
            {
                foreach (var use in FirstWord(comment, declaration, name).Concat(Links(comment, declaration, name))) yield return use;
            }
        }
    }

    /// <summary>The declaration below a group of comments that touch it.</summary>
    private static GoNode Commented(GoNode comment)
    {
        var tree = comment.File.Tree;
        var (at, line) = (comment.Index, LastLine(comment));
        while (tree.NextSibling(at) is var next and >= 0)
        {
            if (tree.Nodes[next].Line > line + 1) return default;
            if (tree.Nodes[next].IsNamed && tree.Nodes[next].Line == line + 1 && !tree.Nodes[next].IsExtra) return comment.File.At(next);
            if (tree.Nodes[next].IsExtra) line = LastLine(comment.File.At(next));
            at = next;
        }

        return default;
    }

    private static int LastLine(GoNode comment) => comment.File.Tree.Nodes[comment.Index].Line + comment.Text.TrimEnd().Count(c => c == '\n');

    private static bool IsFirst(GoNode comment)
    {
        var tree = comment.File.Tree;
        var line = tree.Nodes[comment.Index].Line;
        for (var before = comment.Index - 1; before >= 0 && tree.Parent(comment.Index) is var parent && before > parent; before--)
        {
            if (tree.Parent(before) != parent || !tree.Nodes[before].IsExtra) continue;
            return LastLine(comment.File.At(before)) < line - 1 || !StandsAlone(comment.File.At(before));
        }

        return true;
    }

    private static bool StandsAlone(GoNode comment)
    {
        var text = comment.File.Text.Utf8.Span;
        for (var at = comment.Start - 1; at >= 0 && text[at] != '\n'; at--)
        {
            if (text[at] is not ((byte)' ' or (byte)'\t' or (byte)'\r')) return false;
        }

        return true;
    }

    private IEnumerable<NameUse> FirstWord(GoNode comment, GoNode declaration, string name)
    {
        if (!IsFirst(comment) || !StandsAlone(comment) || Start().Match(comment.Text) is not { Success: true } match || match.Groups["name"].Value != name) yield break;
        var declared = NamesOf(declaration).Select(comment.File.Scopes.DeclaredAt).FirstOrDefault(o => o?.Name == name);
        if (declared is not null) yield return Use(comment, match.Groups["name"], symbols.Of(declared));
    }

    private static IEnumerable<GoNode> NamesOf(GoNode declaration) => declaration.Kind switch
    {
        K.TypeDeclaration or K.VarDeclaration or K.ConstDeclaration => declaration.Named.Take(1).SelectMany(NamesOf),
        _ => declaration.All(F.Name),
    };

    private IEnumerable<NameUse> Links(GoNode comment, GoNode declaration, string name)
    {
        if (declaration.Parent.Kind is not (K.SourceFile or K.TypeDeclaration or K.ConstDeclaration or K.VarDeclaration or K.VarSpecList or K.FieldDeclarationList or K.InterfaceType)) yield break;
        foreach (Match link in Link().Matches(comment.Text))
        {
            Found? owner = null;
            var parts = link.Groups["part"].Captures;
            // A package may name itself.
            foreach (var part in parts.Count > 1 && parts[0].Value == comment.File.Package.Name ? parts.Skip(1) : parts)
            {
                owner = owner is null ? checker.Names.InFile(comment.File, part.Value) : Within(owner, part.Value, comment.File.Package);
                if (owner.Object is null || owner.Object.Kind == ObjectKind.Predeclared) break;
                if (part.Value == name) yield return Use(comment, part, symbols.Of(owner, name));
            }
        }
    }

    private Found Within(Found owner, string name, GoPackage from)
    {
        if (owner.Object is { Kind: ObjectKind.Import } import) return program.Imported(import)?.Find(name) is { } declared ? new Found(declared) : Found.Nothing;
        return owner.Object is { Kind: ObjectKind.Type } type ? checker.Members.Find(checker.TypeFor(type), name, from) : Found.Nothing;
    }

    private static NameUse Use(GoNode comment, Capture text, BoundSymbol? symbol)
    {
        var start = comment.Start + Encoding.UTF8.GetByteCount(comment.Text.AsSpan(0, text.Index));
        return new NameUse(comment.File.Path, start, Encoding.UTF8.GetByteCount(text.Value), symbol);
    }

    [GeneratedRegex(@"^(?://|/\*)\s*(?:(?:A|An|The)\s+)?(?<name>[\p{L}_][\p{L}\p{Nd}_]*)")]
    private static partial Regex Start();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}_\])])\[\*?(?<part>[\p{L}_][\p{L}\p{Nd}_]*)(?:\.(?<part>[\p{L}_][\p{L}\p{Nd}_]*)){0,2}\](?![\p{L}\p{Nd}_:(\[])")]
    private static partial Regex Link();
}
