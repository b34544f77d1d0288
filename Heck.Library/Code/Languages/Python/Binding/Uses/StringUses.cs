using System.Text;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>
/// Finds the names that strings hold as code: export lists, slots, fields of named tuples, keys of typed dictionaries. A string that names
/// something only when the program runs is told as undecided. All other strings are text.
/// </summary>
internal sealed class StringUses(Evaluator evaluator, SymbolFactory symbols, MemberIndex index, MemberLookup members, ReflectionStrings reflection)
{
    public IEnumerable<NameUse> In(PythonFile file, string name)
    {
        var exports = ExportLists.Of(file).Select(s => s.Node).ToHashSet();
        foreach (var node in file.Unit.Root.Descendants(Kinds.String))
        {
            if (StringLiteral.Of(node) is not { } text || SymbolFactory.WordIn(text.Content, name) is var at && at < 0) continue;
            if (Of(text, name, exports.Contains(node)) is not { } target) continue;
            var start = text.Start + Encoding.UTF8.GetByteCount(text.Content[..at]);
            yield return new NameUse(file.Path, start, Encoding.UTF8.GetByteCount(name), target.Symbol, IsDeclaration(target.Symbol, file, start), Why: target.Why, MayBe: target.MayBe);
        }
    }

    /// <summary>The names that strings of a file hold as code; what only may be a name is left out.</summary>
    public IEnumerable<NameUse> In(PythonFile file)
    {
        var exports = ExportLists.Of(file).Select(s => s.Node).ToHashSet();
        foreach (var node in file.Unit.Root.Descendants(Kinds.String))
        {
            if (StringLiteral.Of(node) is not { Content.Length: > 0 } text) continue;
            foreach (var word in text.Content.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => PythonNameRule.Reject(w) is null).Distinct())
            {
                if (CodeOf(text, word, exports.Contains(node)) is not { Symbol: { } symbol }) continue;
                var start = text.Start + Encoding.UTF8.GetByteCount(text.Content[..SymbolFactory.WordIn(text.Content, word)]);
                yield return new NameUse(file.Path, start, Encoding.UTF8.GetByteCount(word), symbol, IsDeclaration(symbol, file, start));
            }
        }
    }

    private static bool IsDeclaration(BoundSymbol? symbol, PythonFile file, int start) => symbol is not null && symbol.Path == file.Path && symbol.Offset == start;

    private MemberTarget? Of(StringLiteral text, string name, bool isExport)
    {
        if (text.Content == name && isExport) return OfExport(text, name);
        return CodeOf(text, name, isExport) ?? (text.Content == name ? reflection.Find(text, name) : reflection.FindInside(text, name));
    }

    private MemberTarget? CodeOf(StringLiteral text, string name, bool isExport)
    {
        if (text.Content != name) return OfFields(text, name);
        return isExport ? OfExport(text, name) : OfSlot(text, name) ?? OfFields(text, name) ?? OfEnumMember(text, name) ?? OfKey(text, name);
    }

    private MemberTarget? OfExport(StringLiteral text, string name) => evaluator.Names.Of(new NameSite(text.Node, NameRole.Store, text.Node.File.Module, Binds: false), name) switch
    {
        Meaning.Of(var variable) => new MemberTarget(symbols.Of(variable)),
        _ => null,
    };

    private MemberTarget? OfSlot(StringLiteral text, string name)
    {
        if (text.Node.Ancestor(Kinds.Assignment) is not { } assignment || assignment.Child(Fields.Left)?.Text is not ("__slots__" or "__match_args__")) return null;
        if (assignment.Ancestor(Kinds.ClassDefinition, Kinds.FunctionDefinition) is not { } definition || definition.File.ScopeOf(definition) is not { Kind: ScopeKind.Class } scope) return null;
        return members.Find(new PythonType.Instance(evaluator.Classes.Of(scope)), scope.Mangle(name), name);
    }

    /// <summary>The fields in a call that makes a class.</summary>
    private MemberTarget? OfFields(StringLiteral text, string name)
    {
        for (var call = text.Node.Ancestor(Kinds.Call); call is { } at; call = at.Ancestor(Kinds.Call))
        {
            if (evaluator.Classes.MadeBy(at) is { } made && made.Members.TryGetValue(name, out var places) && places.Contains(text.Node)) return new MemberTarget(symbols.Of(made, name));
        }

        return null;
    }

    /// <summary><c>Color["RED"]</c>.</summary>
    private MemberTarget? OfEnumMember(StringLiteral text, string name) =>
        text.Node.Parent is { } parent && parent.Is(Kinds.Subscript) && evaluator.Of(parent.Child(Fields.Value)) is PythonType.Class(var of) && of.IsEnumMember(name)
            ? members.Find(new PythonType.Class(of), name, name)
            : null;

    /// <summary>A key of a dictionary whose keys a class declares.</summary>
    private MemberTarget? OfKey(StringLiteral text, string name)
    {
        if (!index.Declaring(name).Any(m => m.Class.IsTypedDict)) return null;
        var owner = Dictionary(text.Node);
        return owner switch
        {
            null => null,
            PythonType.Instance(var of, _) when of.IsTypedDict => members.Find(owner, name, name),
            PythonType.UnknownType or PythonType.OneOf or PythonType.Container { Kind: ContainerKind.Mapping } or PythonType.NeverType =>
                MemberTarget.Open("a key of a dictionary whose type is not known", index.Declaring(name).Where(m => m.Class.IsTypedDict).Select(m => symbols.Of(m.Class, name))),
            _ => null,
        };
    }

    /// <summary>The value of which a string is a key; null when it is no key.</summary>
    private PythonType? Dictionary(PythonNode text)
    {
        var parent = text.Parent!.Value;
        if (parent.Is(Kinds.Subscript) && text.Field == Fields.Subscript) return evaluator.Of(parent.Child(Fields.Value));
        if (parent.Is(Kinds.Pair) && text.Field == Fields.Key) return evaluator.Expected(parent.Parent!.Value);
        if (parent.Is(Kinds.ComparisonOperator) && parent.LastChild is { } container && container != text) return evaluator.Of(container);
        return parent.Is(Kinds.ArgumentList) && parent.Parent?.Child(Fields.Function) is { } callee && callee.Is(Kinds.Attribute) && callee.Child(Fields.Attribute)?.Text is "get" or "pop" or "setdefault"
            ? evaluator.Of(callee.Child(Fields.Object))
            : null;
    }
}
