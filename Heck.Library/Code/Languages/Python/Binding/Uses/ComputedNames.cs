using System.Text;
using System.Text.RegularExpressions;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring;
using Heck.Code.Text;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>Members whose names the program puts together: <c>getattr(self, "do_" + command)</c>. Every member that fits may be meant.</summary>
internal sealed partial class ComputedNames(PythonProgram program, Evaluator evaluator, SymbolFactory symbols, MemberIndex index)
{
    private static readonly string[] Functions = ["getattr", "hasattr", "setattr", "methodcaller"];

    private readonly Dictionary<PythonFile, IReadOnlyList<(PythonNode Text, PythonNode Owner, string Prefix, string Suffix)>> _patterns = [];

    public IEnumerable<NameUse> Of(string name)
    {
        if (index.Declaring(name).Count == 0) yield break;
        var files = Functions.SelectMany(f => program.FilesWith(f, text => MayFit(text, name))).Distinct();
        foreach (var (text, owner, prefix, suffix) in files.SelectMany(PatternsOf))
        {
            if (name.Length < prefix.Length + suffix.Length || !name.StartsWith(prefix, StringComparison.Ordinal) || !name.EndsWith(suffix, StringComparison.Ordinal)) continue;
            var mayBe = evaluator.Of(owner) switch
            {
                PythonType.Instance(var of, _) => index.RelatedMembers(of, name, name).Select(symbols.Of),
                PythonType.Class(var of) => index.RelatedMembers(of, name, name).Select(symbols.Of),
                PythonType.UnknownType or PythonType.NeverType or PythonType.OneOf => index.AllMembers(name, name),
                _ => [],
            };
            yield return new NameUse(text.File.Path, text.Start, text.End - text.Start, null, Why: "a name that is put together when the program runs", MayBe: [.. mayBe.Distinct()]);
        }
    }

    /// <summary>Whether a text calls one of the functions with a string that begins as the name does; asked before the file is parsed.</summary>
    private static bool MayFit(SourceText text, string name) =>
        CallWithText().Matches(Encoding.UTF8.GetString(text.Utf8.Span)).Any(m => name.StartsWith(m.Groups["prefix"].Value, StringComparison.Ordinal));

    private IReadOnlyList<(PythonNode Text, PythonNode Owner, string Prefix, string Suffix)> PatternsOf(PythonFile file)
    {
        if (_patterns.TryGetValue(file, out var known)) return known;
        return _patterns[file] = [.. Functions.SelectMany(f => Patterns(file, f))];
    }

    private static IEnumerable<(PythonNode, PythonNode, string, string)> Patterns(PythonFile file, string function) =>
        from site in file.SitesOf(function)
        let call = site.Node.Parent
        where call is { } c && c.Is(Kinds.Call) && site.Node.Field == Fields.Function
        let arguments = call.Value.Child(Fields.Arguments)?.Children.ToList()
        where arguments.Count >= 2
        let affixes = Affixes(arguments[1])
        where affixes.Prefix.Length + affixes.Suffix.Length > 0
        select (arguments[1], arguments[0], affixes.Prefix, affixes.Suffix);

    [GeneratedRegex("""(?:attr|methodcaller)\s*\([^"'\r\n]*["'](?<prefix>[^"'{%\r\n]*)""")]
    private static partial Regex CallWithText();

    private static (string Prefix, string Suffix) Affixes(PythonNode name)
    {
        if (name.Is(Kinds.BinaryOperator) && name.Child(Fields.Left) is { } left && name.Child(Fields.Right) is { } right)
        {
            var (first, last) = (StringLiteral.Of(left)?.Content, StringLiteral.Of(right)?.Content);
            if (name.Child(Fields.Operator)?.Text == "%" && first is not null) return Around(first, first.IndexOf('%'), first.LastIndexOf('%') + 2);
            return name.Child(Fields.Operator)?.Text == "+" ? (first ?? Affixes(left).Prefix, last ?? "") : ("", "");
        }

        if (!name.Is(Kinds.String) || name.ChildOfKind(Kinds.Interpolation) is null) return ("", "");
        var parts = name.Children.Where(c => c.Is(Kinds.StringContent) || c.Is(Kinds.Interpolation)).ToList();
        return (parts[0].Is(Kinds.StringContent) ? parts[0].Text : "", parts[^1].Is(Kinds.StringContent) ? parts[^1].Text : "");
    }

    private static (string, string) Around(string text, int hole, int after) => hole < 0 ? ("", "") : (text[..hole], after <= text.Length ? text[after..] : "");
}
