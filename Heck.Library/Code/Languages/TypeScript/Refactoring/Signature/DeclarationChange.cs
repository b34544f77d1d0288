using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Signature;

/// <summary>One declaration whose parameters change: a function, an override, an implementation, an overload.</summary>
internal sealed class DeclarationChange(TsScene ts, TsNode asked, TsNode function, SignaturePlan plan)
{
    private readonly IReadOnlyList<TsNode> _parameters = SignaturePlan.ParameterNodes(function);

    public void Refuse()
    {
        if (_parameters.Count != plan.Before.Count)
            throw ts.Refuse(ErrorTable.RefactorBreaksInterface, asked, $"This declaration has {_parameters.Count} parameters, the one asked about {plan.Before.Count}.", [function], "declared");
        RefuseUsedParameters();
        var rest = plan.After.ToList().FindIndex(a => a.New is null && SignaturePlan.IsRest(_parameters[a.Old]));
        if (rest >= 0 && rest != plan.After.Count - 1) throw ts.Refuse(ErrorTable.RefactorBreaksCode, asked, "The rest parameter must be the last.", [_parameters[plan.After[rest].Old]], "declared");
        RefuseOptionalBeforeRequired();
        if (function.Get(F.Body).Subtree.FirstOrDefault(n => n.Kind == K.Identifier && n.Text == "arguments" && Containers.ThisOf(n) == function) is { Exists: true } own && plan.Unchanged < plan.Before.Count)
            throw ts.Refuse(ErrorTable.RefactorUsedElsewhere, asked, "The function counts its 'arguments'.", [own], "used");
        if (_parameters.FirstOrDefault(p => plan.Unchanged < plan.Before.Count && p.Children.Any(c => c.Kind is K.AccessibilityModifier or K.Decorator)) is { Exists: true } property)
            throw ts.Refuse(ErrorTable.RefactorUnsupported, asked, "A parameter is a property as well.", [property]);
    }

    public IEnumerable<ProposedEdit> Edits()
    {
        var removed = plan.Removed.Select(i => SignaturePlan.NameOf(_parameters[i])).ToList();
        foreach (var (start, end) in removed.SelectMany(DocumentationOf)) yield return ProposedEdit.Delete(function.File.Path, start, end);
        var list = function.Get(F.Parameters);
        if (list.IsNone)
        {
            var single = function.Get(F.Parameter);
            yield return new ProposedEdit(single.File.Path, single.Start, single.End, CodeText.Of("(").Append(List()).Write(")"));
            yield break;
        }

        if (_parameters.Count == 0)
        {
            var receiver = list.Named.LastOrDefault();
            yield return receiver.Exists
                ? ProposedEdit.Insert(list.File.Path, receiver.End, CodeText.Of(", ").Append(List()))
                : ProposedEdit.Insert(list.File.Path, list.Start + 1, List());
            yield break;
        }

        foreach (var edit in ItemLists.Rewritten(list, _parameters, plan.After.Select(a => (a.Old, Code: a.New is { } added ? Written(added) : null)).ToList())) yield return edit;
    }

    private CodeText List()
    {
        var code = new CodeText();
        foreach (var (old, added) in plan.After)
        {
            if (code.Pieces.Count > 0) code.Write(", ");
            if (added is not null) code.Append(Written(added));
            else code.Copy(function.File.Path, _parameters[old].Start, _parameters[old].End);
        }

        return code;
    }

    /// <summary>Only what has a body can have a default; a signature says that the parameter may be left out.</summary>
    private CodeText Written(AddedParameter added)
    {
        if (function.Get(F.Body).Exists || added.Value is null) return CodeText.Of(function.File.IsJavaScript && added.Value is not null ? $"{added.Name} = {added.Value}" : added.Text);
        var head = added.Text[..added.Text.LastIndexOf('=')].TrimEnd();
        if (head.Contains(':', StringComparison.Ordinal)) return CodeText.Of(head[..added.Name.Length] + "?" + head[added.Name.Length..].TrimStart('?'));
        throw ts.Refuse(ErrorTable.RefactorUnsupported, asked, $"'{added.Name}' needs a written type, since an interface or an overload declares it too.", [function], "declared");
    }

    private void RefuseUsedParameters()
    {
        foreach (var parameter in plan.Removed.Select(i => _parameters[i]))
        {
            var names = parameter.Subtree.Where(n => TsNames.IsName(n) && ts.Program.Scopes(n.File).DeclaredBy(n) is not null).ToList();
            var uses = names.Select(n => ts.Names.Of(n)!).SelectMany(s => ts.Names.UsesIn(function, s)).Where(u => !parameter.Contains(u)).ToList();
            if (uses.Count > 0) throw ts.Refuse(ErrorTable.RefactorUsedElsewhere, asked, $"The parameter '{SignaturePlan.NameOf(parameter)}' is used.", uses, "used");
            if (parameter.Get(F.Value) is { Exists: true } value && ts.Effects.Of(value) == Effect.Does) throw ts.Refuse(ErrorTable.RefactorSideEffects, asked, "Its default does something.", [value], "evaluated");
        }
    }

    private void RefuseOptionalBeforeRequired()
    {
        if (function.File.IsJavaScript) return;
        var marks = plan.After.Select(a => a.New is { } added ? added.Text[added.Name.Length..].TrimStart().StartsWith('?') || (function.Get(F.Body).IsNone && added.Value is not null) : _parameters[a.Old].Kind == K.OptionalParameter).ToList();
        var required = plan.After.Select((a, i) => !marks[i] && (a.New is { } added ? added.Value is null : _parameters[a.Old].Get(F.Value).IsNone && !SignaturePlan.IsRest(_parameters[a.Old]))).ToList();
        var first = marks.IndexOf(true);
        if (first >= 0 && required.LastIndexOf(true) > first)
            throw ts.Refuse(ErrorTable.RefactorBreaksCode, asked, "A parameter that may be left out would come before one that may not.", [function], "declared");
    }

    /// <summary>The <c>@param</c> lines of a parameter in the comment above.</summary>
    private IEnumerable<(int Start, int End)> DocumentationOf(string parameter)
    {
        var statement = function;
        while (statement.Parent.Kind is K.VariableDeclarator or K.LexicalDeclaration or K.VariableDeclaration or K.ExportStatement) statement = statement.Parent;
        var comment = Lines.CommentsBefore(statement).LastOrDefault();
        if (comment.IsNone || !comment.Text.StartsWith("/**", StringComparison.Ordinal)) yield break;
        var text = comment.File.Text;
        for (var line = text.Lines.PositionAt(comment.Start).Line + 1; line <= text.Lines.LineCount && text.Lines.LineStart(line) < comment.End; line++)
        {
            var (start, end) = (text.Lines.LineStart(line), line < text.Lines.LineCount ? text.Lines.LineStart(line + 1) : text.Lines.LineEnd(line));
            var words = System.Text.Encoding.UTF8.GetString(text.Utf8.Span[start..text.Lines.LineEnd(line)]);
            if (System.Text.RegularExpressions.Regex.IsMatch(words, $@"^\s*\*\s*@(param|arg|argument)\s+(\{{[^}}]*\}}\s*)?\[?{System.Text.RegularExpressions.Regex.Escape(parameter)}\b") && !words.Contains("*/", StringComparison.Ordinal)) yield return (start, end);
        }
    }
}
