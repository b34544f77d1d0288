using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Contracts;

namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>What a stub declares is the same as what the source beside it does.</summary>
internal static class StubTwins
{
    /// <summary>The scope of the source that a stub's scope stands for; the scope itself where there is none.</summary>
    public static Scope SourceOf(Scope scope, PythonProgram program) =>
        scope.Node.File.Path.Extension == ".pyi" && Beside(scope.Node.File, ".py", program) is { } source && Find(scope, source) is { } twin ? twin : scope;

    public static IEnumerable<Scope> StubsOf(Scope scope, PythonProgram program) =>
        scope.Node.File.Path.Extension == ".py" && Beside(scope.Node.File, ".pyi", program) is { } stub && Find(scope, stub) is { } twin ? [twin] : [];

    /// <summary>A stub's variable as the source knows it.</summary>
    public static Variable SourceOf(Variable variable, PythonProgram program)
    {
        if (variable.Scope.Node.File.Path.Extension != ".pyi") return variable;
        return SourceOf(variable.Scope, program).Variables.GetValueOrDefault(variable.Name) ?? variable;
    }

    private static PythonFile? Beside(PythonFile file, string extension, PythonProgram program) =>
        program.File(RepoPath.Parse(file.Path.Value[..^file.Path.Extension.Length] + extension));

    private static Scope? Find(Scope scope, PythonFile other)
    {
        if (scope.Parent is null) return other.Module;
        return Find(scope.Parent, other)?.Children.Find(c => c.Kind == scope.Kind && c.Name == scope.Name);
    }
}
