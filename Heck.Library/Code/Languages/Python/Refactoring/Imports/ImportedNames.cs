using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;

namespace Heck.Code.Languages.Python.Refactoring.Imports;

/// <summary>Who takes a name from a module rather than from where it is declared.</summary>
internal static class ImportedNames
{
    /// <summary>Identifiers of other files that take a variable of a module from this module: by <c>from … import</c>, by a star, or after a dot.</summary>
    public static IEnumerable<PythonNode> TakenFrom(PythonScene python, Variable variable)
    {
        var (file, name) = (variable.Scope.Node.File, variable.First.Name.Text);
        if (python.Program.Modules.Of(file.Path) is not { } module) return [];
        return python.Program.FilesWith(name).Where(f => f != file).SelectMany(f => f.SitesOf(name)).Where(s => IsFrom(python, s, module)).Select(s => s.Node);
    }

    private static bool IsFrom(PythonScene python, NameSite site, Modules.PythonModule module) => site.Role switch
    {
        NameRole.Imported => site.Node.Ancestor(Kinds.ImportFrom) is { } statement && python.Evaluator.Names.FromModule(statement) == module,
        NameRole.Attribute => python.Evaluator.Of(site.Node.Parent!.Value.Child(Fields.Object)) is PythonType.Module(var of) && of == module,
        NameRole.Load => site.Scope.Resolve(site.Node.Text).Variable is null && site.Scope.Module.StarImports.Any(s => python.Evaluator.Names.FromModule(s) == module),
        _ => false,
    };
}
