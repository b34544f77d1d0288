using System.Text;
using System.Text.RegularExpressions;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Refactoring;
using Heck.Contracts;

namespace Heck.Code.Languages.Go.Binding.Uses;

/// <summary>Places that use a name without being Go: compiler directives, assembly, reflection and templates. What they mean is told as undecided.</summary>
internal sealed partial class HiddenUses(GoProgram program, SymbolFactory symbols)
{
    private static readonly HashSet<string> ByName = ["MethodByName", "FieldByName"];

    public IEnumerable<NameUse> Of(string name, IReadOnlyList<GoObject> declared)
    {
        var global = declared.Where(d => !d.IsMember && d.File.Package.Find(name) == d).ToList();
        var members = declared.Where(d => d.IsMember && d.IsExported).ToList();
        foreach (var file in program.FilesWith(name))
        {
            foreach (var use in Directives(file, name, global).Concat(members.Count > 0 ? Strings(file, name, members) : [])) yield return use;
        }

        foreach (var use in declared.Select(d => d.File.Package.Folder).Distinct().SelectMany(f => InAssembly(f, name, declared))) yield return use;
    }

    private IEnumerable<NameUse> Directives(GoFile file, string name, List<GoObject> global)
    {
        if (global.Count == 0) yield break;
        for (var i = 0; i < file.Tree.Count; i++)
        {
            var comment = file.At(i);
            if (comment.Kind != K.Comment || Directive().Match(comment.Text) is not { Success: true } match) continue;
            foreach (Capture word in match.Groups["name"].Captures)
            {
                if (word.Value == name || word.Value.EndsWith("." + name, StringComparison.Ordinal))
                    yield return Undecided(file.Path, comment.Start + word.Index + word.Length - name.Length, name, "a compiler directive", global);
            }
        }
    }

    private IEnumerable<NameUse> Strings(GoFile file, string name, List<GoObject> members)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        for (var i = 0; i < file.Tree.Count; i++)
        {
            var text = file.At(i);
            if (text.Kind is not (K.InterpretedStringLiteral or K.RawStringLiteral) || file.Tree.Text(i).IndexOf(bytes) < 0) continue;
            if (text.Text.Trim('"', '`') == name && text.Parent.Kind == K.ArgumentList && ByName.Contains(text.Parent.Parent.Get(F.Function).Get(F.Field).Text))
                yield return Undecided(file.Path, text.Start + 1, name, "a name for reflection", members);
            if (text.Text.Contains("{{", StringComparison.Ordinal) && Regex.Match(text.Text, $@"\{{\{{[^}}]*\.(?<name>{Regex.Escape(name)})\b") is { Success: true } match)
                yield return Undecided(file.Path, text.Start + Encoding.UTF8.GetByteCount(text.Text.AsSpan(0, match.Groups["name"].Index)), name, "a name in a template", members);
        }
    }

    /// <summary>Assembly writes a function as <c>·name</c>, a constant as <c>const_name</c>, a field as <c>type_name</c>.</summary>
    private IEnumerable<NameUse> InAssembly(RepoPath folder, string name, IReadOnlyList<GoObject> declared)
    {
        foreach (var path in program.Workspace.Files.Paths.Where(p => p.Extension is ".s" or ".S" && p.Parent == folder))
        {
            if (program.Workspace.Read(path) is not { } text) continue;
            var here = declared.Where(d => d.File.Package.Folder == folder && (d.IsMember || d.File.Package.Find(name) == d)).ToList();
            var match = Regex.Match(Encoding.UTF8.GetString(text.Utf8.Span), $@"(?:·|const_|\w_)(?<name>{Regex.Escape(name)})\b");
            if (here.Count > 0 && match.Success)
                yield return Undecided(path, Encoding.UTF8.GetByteCount(Encoding.UTF8.GetString(text.Utf8.Span).AsSpan(0, match.Groups["name"].Index)), name, "assembly", here);
        }
    }

    private NameUse Undecided(RepoPath path, int start, string name, string why, IEnumerable<GoObject> mayBe) =>
        new(path, start, Encoding.UTF8.GetByteCount(name), null, Why: why, MayBe: [.. mayBe.Select(symbols.Of)]);

    [GeneratedRegex(@"^//(?:go:linkname|export|go:wasmexport|go:cgo_\w+)(?:\s+(?<name>\S+))+")]
    private static partial Regex Directive();
}
