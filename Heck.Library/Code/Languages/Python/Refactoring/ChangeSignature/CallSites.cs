using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Languages.Python.Refactoring.Inline;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Rename;

namespace Heck.Code.Languages.Python.Refactoring.ChangeSignature;

/// <summary>Finds the calls of a function, and the places that use it otherwise.</summary>
internal sealed class CallSites(PythonScene python)
{
    private readonly List<(PythonNode Call, int Shift)> _calls = [];
    private readonly List<PythonNode> _values = [];

    public IReadOnlyList<(PythonNode Call, int Shift)> Calls => [.. _calls.Distinct()];

    /// <summary>Where it is handed on as a value.</summary>
    public IReadOnlyList<PythonNode> Values => _values;

    /// <summary>Uses of a function or method by its name.</summary>
    public void AddUses(IEnumerable<NameUse> uses, FunctionModel model)
    {
        foreach (var use in uses.Where(u => !u.IsDeclaration))
        {
            var site = python.Program.File(use.Path)?.Sites.FirstOrDefault(s => s.Node.Start == use.Start && s.Node.Unit.Shift == 0);
            if (site is not { Role: NameRole.Load or NameRole.Attribute }) continue;
            if (CallPlace.Of(site) is not { } place) _values.Add(site.Node);
            else _calls.Add((place.Call, place.Object is { } owner && IsClass(owner) && model is { Class: not null, IsClassMethod: false, IsStatic: false } ? 1 : 0));
        }
    }

    /// <summary>Calls of a class and of those derived from it that have no constructor of their own.</summary>
    public void AddConstructions(ClassModel of)
    {
        var classes = python.Evaluator.Hierarchy.DerivedFrom(of).Where(d => d.Owner("__init__") == of).Prepend(of).ToHashSet();
        var files = classes.SelectMany(c => python.Program.FilesWith(c.Name)).Distinct().ToList();
        foreach (var call in files.SelectMany(f => f.Unit.Root.Descendants(Kinds.Call)))
        {
            if (python.Evaluator.Of(call.Child(Fields.Function)) is PythonType.Class(var made) && classes.Contains(made)) _calls.Add((call, 0));
        }

        foreach (var name in files.SelectMany(f => classes.SelectMany(c => f.SitesOf(c.Name))).Where(s => IsHandedOn(s, classes))) _values.Add(name.Node);
    }

    private bool IsHandedOn(NameSite site, HashSet<ClassModel> classes)
    {
        if (site.Role is not (NameRole.Load or NameRole.Attribute)) return false;
        var expression = site.Role == NameRole.Attribute ? site.Node.Parent!.Value : site.Node;
        if (expression.Parent is not { } parent || expression.Ancestor(Kinds.Type) is not null || site.Node.Unit.Shift > 0) return false;
        if (python.Evaluator.Of(expression) is not PythonType.Class(var of) || !classes.Contains(of)) return false;
        var isKnown = parent.Is(Kinds.Call) && expression.Field == Fields.Function || parent.Is(Kinds.Attribute) || parent.Is(Kinds.ExceptClause) || parent.Is(Kinds.ArgumentList) && parent.Parent is { } holder && (holder.Is(Kinds.ClassDefinition) || holder.Child(Fields.Function)?.Text is "isinstance" or "issubclass" or "super");
        return !isKnown;
    }

    private bool IsClass(PythonNode owner) => python.Evaluator.Of(owner) is PythonType.Class;
}
