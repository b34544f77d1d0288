using Heck.Code.Languages.Python.Binding.Source;
using Heck.Contracts;

namespace Heck.Code.Languages.Python.Refactoring.Imports;

/// <summary>How a file names a module in its imports.</summary>
internal static class ModuleNaming
{
    /// <summary>The module's name after <c>from</c>, with dots in front where the file is used to them and can; null when it cannot be imported.</summary>
    public static string? NameOf(PythonScene python, RepoPath from, RepoPath target, bool? relative = null)
    {
        var isRelative = relative ?? (python.Program.File(from) is { } file && file.Unit.Root.Descendants(Kinds.RelativeImport).Any());
        return (isRelative ? python.Program.Modules.RelativeNameOf(from, target) : null) ?? python.Program.Modules.NameOf(from, target) ?? python.Program.Modules.RelativeNameOf(from, target);
    }
}
