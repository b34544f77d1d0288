using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Scopes;

internal sealed partial class ScopeBuilder
{
    private void VisitAttribute(PythonNode attribute, Scope scope)
    {
        Scan(attribute.Child(Fields.Object), scope);
        if (attribute.Child(Fields.Attribute) is { } name) AddSite(name, NameRole.Attribute, scope);
    }

    private void VisitMemberType(PythonNode type, Scope scope)
    {
        foreach (var child in type.Children)
        {
            if (child.Is(Kinds.Identifier)) AddSite(child, NameRole.Attribute, scope);
            else Scan(child, scope);
        }
    }

    private void VisitKeyword(PythonNode argument, Scope scope)
    {
        AddSite(argument.Child(Fields.Name)!.Value, NameRole.Keyword, scope);
        Scan(argument.Child(Fields.Value), scope);
    }

    private void VisitCall(PythonNode call, Scope scope)
    {
        foreach (var text in AnnotationStrings.OfCall(call)) ScanText(text, scope);
        ScanChildren(call, scope);
    }

    private void VisitSubscript(PythonNode subscript, Scope scope)
    {
        foreach (var text in AnnotationStrings.OfSubscript(subscript)) ScanText(text, scope);
        ScanChildren(subscript, scope);
    }

    private void VisitAnnotation(PythonNode annotation, Scope scope)
    {
        foreach (var text in AnnotationStrings.OfAnnotation(annotation)) ScanText(text, scope);
        ScanChildren(annotation, scope);
    }

    /// <summary>Scans the expression inside a string.</summary>
    private void ScanText(PythonNode text, Scope scope)
    {
        if (_unit.File.UnitOf(text, _parser) is not { } unit) return;
        var builder = new ScopeBuilder(unit, _parser, _sites, _nonlocalStores);
        builder.ScanChildren(unit.Root, scope);
    }

    private void VisitCaseClause(PythonNode clause, Scope scope)
    {
        foreach (var part in clause.Children)
        {
            if (part.Is(Kinds.CasePattern)) BindCase(part, clause, scope);
            else Scan(part, scope);
        }
    }

    private void BindCase(PythonNode pattern, PythonNode clause, Scope scope)
    {
        var children = pattern.Children.ToList();
        if (pattern.Is(Kinds.DottedName)) BindDotted(children, clause, scope, captures: pattern.Field != Fields.Key);
        else if (pattern.Is(Kinds.Identifier)) Bind(pattern, DeclarationKind.Match, clause, scope);
        else if (!IsCasePattern(pattern.Kind)) Scan(pattern, scope);
        else foreach (var (child, index) in children.Select((c, i) => (c, i)))
        {
            if (index == 0 && pattern.Is(Kinds.KeywordPattern)) AddSite(child, NameRole.PatternKeyword, scope);
            else if (index == 0 && pattern.Is(Kinds.ClassPattern)) BindDotted([.. child.Children], clause, scope, captures: false);
            else BindCase(child, clause, scope);
        }
    }

    /// <summary>A single name captures, a dotted one is a value.</summary>
    private void BindDotted(List<PythonNode> names, PythonNode clause, Scope scope, bool captures)
    {
        if (names.Count == 1 && captures) Bind(names[0], DeclarationKind.Match, clause, scope);
        else AddSite(names[0], NameRole.Load, scope);
        foreach (var name in names.Skip(1)) AddSite(name, NameRole.Attribute, scope);
    }

    private static bool IsCasePattern(ushort kind) =>
        kind == Kinds.CasePattern || kind == Kinds.AsPattern || kind == Kinds.ClassPattern || kind == Kinds.KeywordPattern || kind == Kinds.UnionPattern
        || kind == Kinds.ListPattern || kind == Kinds.TuplePattern || kind == Kinds.DictPattern || kind == Kinds.SplatPattern;
}
