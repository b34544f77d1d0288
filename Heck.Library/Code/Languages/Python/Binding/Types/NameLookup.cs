using System.Text;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Modules;

namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>Finds what names mean across modules: scopes, imports, star imports, submodules, builtins.</summary>
internal sealed class NameLookup(PythonProgram program)
{
    private readonly Dictionary<PythonNode, PythonModule?> _fromModules = [];

    /// <summary>What the identifier at a site means that is looked up or bound in its scope.</summary>
    public Meaning Of(NameSite site) => Of(site, site.Node.Text);

    /// <summary>What a name would mean at a site.</summary>
    public Meaning Of(NameSite site, string name)
    {
        var resolution = site.Scope.Resolve(name);
        // A class body reads the module's name until it has bound its own: `x = x`.
        if (resolution.Kind == ResolutionKind.Local && site is { Role: NameRole.Load, Scope.Kind: ScopeKind.Class } && IsBeforeBinding(site, resolution.Variable!))
            resolution = site.Scope.InModule(site.Scope.Mangle(name));
        if (resolution.Variable is { } variable) return new Meaning.Of(variable);
        return FromStars(site.Node.File, name, []) ?? (Builtins.Has(name) ? new Meaning.External("builtins." + name) : Meaning.Unknown);
    }

    /// <summary>A name as another module sees it.</summary>
    public Meaning InModule(PythonModule module, string name) => InModule(module, name, []);

    /// <summary>The module that a <c>from</c> statement takes names from; null when it lies outside.</summary>
    public PythonModule? FromModule(PythonNode statement)
    {
        if (_fromModules.TryGetValue(statement, out var known)) return known;
        return _fromModules[statement] = FindFromModule(statement);
    }

    /// <summary>The dotted name of a <c>from</c> statement's module as written.</summary>
    public static string FromName(PythonNode statement) => statement.Child(Fields.ModuleName)?.Text ?? "__future__";

    /// <summary>What a name of a <c>from</c> statement means; <paramref name="name"/> is the one before <c>as</c>.</summary>
    public Meaning Imported(PythonNode statement, string name)
    {
        if (FromModule(statement) is not { } module) return new Meaning.External($"{FromName(statement)}.{name}");
        var found = InModule(module, name);
        // `from . import part` in a package finds the submodule, not the name that it is about to bind.
        return found is Meaning.Of(var variable) && variable.Declarations.All(d => d.Kind == DeclarationKind.FromImport && FromModule(d.Origin) == module) && program.Modules.Submodule(module, name) is { } part
            ? new Meaning.Module(part)
            : found;
    }

    /// <summary>The module that the first <paramref name="count"/> parts of a dotted name in an import statement name.</summary>
    public Meaning ImportedModule(PythonNode dotted, int count)
    {
        var name = string.Join('.', dotted.Children.Take(count).Select(p => p.Text));
        if (dotted.Parent is { } parent && parent.Is(Kinds.RelativeImport))
        {
            var level = LevelOf(parent);
            return program.Modules.FindRelative(dotted.File.Path, level, name) is { } near ? new Meaning.Module(near) : Meaning.Unknown;
        }

        return program.Modules.Find(dotted.File.Path, name) is { } module ? new Meaning.Module(module) : new Meaning.External(name);
    }

    private static bool IsBeforeBinding(NameSite site, Variable variable) =>
        variable.Declarations.All(d => d.SeenFrom > site.Node.Start && d.Name.Start != site.Node.Start);

    private Meaning InModule(PythonModule module, string name, HashSet<PythonModule> seen)
    {
        if (!seen.Add(module)) return Meaning.Unknown;
        foreach (var file in program.FilesOf(module))
        {
            if (file.Module.Variables.TryGetValue(name, out var variable)) return new Meaning.Of(variable);
        }

        foreach (var file in program.FilesOf(module))
        {
            if (FromStars(file, name, seen) is { } found) return found;
        }

        return program.Modules.Submodule(module, name) is { } inner ? new Meaning.Module(inner) : Meaning.Unknown;
    }

    /// <summary>Null when no star import brings the name; unknown when one from outside may.</summary>
    private Meaning? FromStars(PythonFile file, string name, HashSet<PythonModule> seen)
    {
        Meaning? maybe = null;
        foreach (var statement in Enumerable.Reverse(file.Module.StarImports))
        {
            if (FromModule(statement) is not { } module)
            {
                if (!Builtins.Has(name)) maybe = Meaning.Unknown;
            }
            else if (Exports(module, name) && InModule(module, name, seen) is { } found and not Meaning.UnknownMeaning)
            {
                return found;
            }
        }

        return maybe;
    }

    private bool Exports(PythonModule module, string name)
    {
        if (program.FilesOf(module).Any(ExportLists.IsOpen)) return true;
        var listed = program.FilesOf(module).SelectMany(f => ExportLists.Of(f)).ToList();
        return listed.Count > 0 ? listed.Any(s => s.Content == name) : !name.StartsWith('_');
    }

    private PythonModule? FindFromModule(PythonNode statement)
    {
        if (statement.Child(Fields.ModuleName) is not { } module) return null;
        return module.Is(Kinds.RelativeImport)
            ? program.Modules.FindRelative(statement.File.Path, LevelOf(module), module.ChildOfKind(Kinds.DottedName)?.Text ?? "")
            : program.Modules.Find(statement.File.Path, module.Text);
    }

    private static int LevelOf(PythonNode relative) => relative.FirstChild!.Value.Text.Count(c => c == '.');
}
