using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Extract;

/// <summary>Refusals and texts that extracting a variable and a constant share.</summary>
internal static class ExtractRules
{
    public static void RefuseTaken(PythonScene python, ExtractAsk ask, Scope scope, string name)
    {
        if (scope.Variables.TryGetValue(scope.Mangle(name), out var taken))
            throw python.Refuse(ErrorTable.RefactorNameTaken, $"'{name}' is declared there already.", ask, (taken.First.Name, "in the way"));
    }

    public static void RefuseHole(PythonScene python, ExtractAsk ask, PythonNode expression)
    {
        var hole = expression.Ancestors.TakeWhile(a => !a.IsBlock).FirstOrDefault(a => a.Is(Kinds.Interpolation) && FormatHoles.IsSelfNaming(a));
        if (hole.Unit is not null) throw python.Refuse(ErrorTable.RefactorUnsupported, "The f-string shows the text of the expression, which would become another.", ask, (hole, "shown"));
        if (expression.Unit.Shift > 0) throw python.Refuse(ErrorTable.RefactorInvalidRange, "The range lies in a string.", ask);
    }

    /// <summary>Names that only exist inside a lambda, a comprehension or a function around the expression, and not where the new statement stands.</summary>
    public static void RefuseInnerNames(PythonScene python, ExtractAsk ask, PythonNode expression, PythonNode outer)
    {
        foreach (var name in expression.Identifiers.Where(i => i.File.SiteOf(i) is { Role: NameRole.Load }))
        {
            if (python.VariableAt(name) is not { } variable || variable.Scope.Node.IsWithin(expression) || variable.Scope.Kind == ScopeKind.Module || !variable.Scope.Node.IsWithin(outer)) continue;
            throw python.Refuse(ErrorTable.RefactorCapture, $"'{variable.Name}' exists only inside the {variable.Scope.Kind.ToString().ToLowerInvariant()} around the expression.", ask, (name, "hurt"), (variable.First.Name, "declared"));
        }
    }

    /// <summary>An expression with all parentheses that are right around it.</summary>
    public static PythonNode WithParentheses(PythonNode expression)
    {
        var place = expression;
        while (place.Parent is { } parent && parent.Is(Kinds.ParenthesizedExpression)) place = parent;
        return place;
    }

    /// <summary>The place of an expression, with parentheses around it that nobody needs once a name stands there.</summary>
    public static (int Start, int End, CodeText Code) Replacement(PythonNode expression, CodeText by)
    {
        var place = WithParentheses(expression);
        var text = place.File.Text.Utf8.Span;
        var code = new CodeText();
        if (place.Start > 0 && IsWord(text[place.Start - 1])) code.Write(" ");
        code.Append(by);
        if (place.End < text.Length && IsWord(text[place.End])) code.Write(" ");
        return (place.Start, place.End, code);
    }

    private static bool IsWord(byte b) => b == '_' || b >= 0x80 || char.IsAsciiLetterOrDigit((char)b);
}
