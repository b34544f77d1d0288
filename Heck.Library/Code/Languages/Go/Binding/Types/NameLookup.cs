using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>Finds what a name without a qualifier means: blocks, the file's imports, the package, dot imports, the names of Go itself.</summary>
internal sealed class NameLookup(GoProgram program)
{
    public Found Find(GoNode at, string name) =>
        at.File.Scopes.FindLocal(at, name) is { } local ? new Found(local.Canonical) : InFile(at.File, name);

    /// <summary>What a name means outside of functions.</summary>
    public Found InFile(GoFile file, string name)
    {
        if (ImportNamed(file, name) is { } import) return new Found(import);
        if (file.Package.Find(name) is { } declared) return new Found(declared);
        if (OutsideImport(file, name) is { } outside) return new Found(outside);
        if (ByDot(file, name) is { } dotted) return dotted;
        if (Universe.Find(name) is { } predeclared) return new Found(predeclared);
        return Found.Open("it is declared nowhere in its package", Elsewhere(file, name));
    }

    /// <summary>An import, or what a dot import brings in, by the name of a declaration of the package, in any file that may be compiled with it.</summary>
    public GoObject? ClashingImport(GoObject declared) => declared.File.Package.Files.Where(f => declared.Declarations.Any(d => FileHead.MayMeet(f.Path, d.File.Path)))
        .Select(f => ImportNamed(f, declared.Name) ?? ByDot(f, declared.Name)?.Object).FirstOrDefault(i => i is not null);

    /// <summary>The name by which an import without a written name is known, where that is certain.</summary>
    public string? NameOf(GoNode spec)
    {
        if (spec.File.Scopes.DeclaredAt(spec.Get(F.Path)) is not { } import) return null;
        var path = GoProgram.PathOf(import);
        return program.NameOf(import) ?? (ImportPaths.IsStandard(path) ? ImportPaths.NameOf(path) : null);
    }

    public GoObject? ImportNamed(GoFile file, string name) => file.Scopes.Imports.FirstOrDefault(i => i.Name == name || (i.Name.Length == 0 && IsCalled(i, name)));

    private bool IsCalled(GoObject import, string name)
    {
        if (program.NameOf(import) is { } known) return known == name;
        var path = GoProgram.PathOf(import);
        return ImportPaths.IsStandard(path) && ImportPaths.MayBeNamed(path, name);
    }

    /// <summary>Imports from outside whose package's name only their path hints at.</summary>
    private GoObject? OutsideImport(GoFile file, string name) =>
        file.Scopes.Imports.FirstOrDefault(i => i.Name.Length == 0 && program.NameOf(i) is null && ImportPaths.MayBeNamed(GoProgram.PathOf(i), name));

    private Found? ByDot(GoFile file, string name)
    {
        if (!GoObject.IsExportedName(name)) return null;
        string? outside = null;
        foreach (var import in file.Scopes.Imports.Where(i => i.Name == "."))
        {
            if (program.Imported(import) is not { } package) outside ??= GoProgram.PathOf(import);
            else if (package.Find(name) is { } declared) return new Found(declared);
        }

        return outside is null ? null : Found.Outside(outside, new GoType.External(outside, name));
    }

    /// <summary>Files that are run together by name share no package for us; what they declare is what such a name may mean.</summary>
    private List<GoObject> Elsewhere(GoFile file, string name) =>
        [.. program.PackagesIn(file.Path.Parent).Select(p => p.Find(name)).OfType<GoObject>()];
}
