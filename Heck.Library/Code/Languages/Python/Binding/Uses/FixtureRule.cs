using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>pytest gives test functions and fixtures what their parameters are called.</summary>
internal static class FixtureRule
{
    public static bool PassesByName(FunctionModel function, PythonProgram program)
    {
        if (IsFixture(function)) return true;
        var file = function.Node.File.Path.Name;
        var isTestFile = file.StartsWith("test_", StringComparison.Ordinal) || file.EndsWith("_test.py", StringComparison.Ordinal) || file == "conftest.py";
        return isTestFile && function.Name.StartsWith("test", StringComparison.Ordinal) && function.Parameters.Count > (function.Receiver is null ? 0 : 1) && program.FilesWith("pytest").Count > 0;
    }

    public static bool IsPassedByName(Variable function, PythonProgram program) =>
        function.Declarations.Any(d => d.Name.File.ScopeOf(d.Origin) is { } scope && IsFixture(new FunctionModel(scope)))
        && program.FilesWith(function.Name).SelectMany(f => f.SitesOf(function.Name)).Any(s => s.Binds && s.Scope.Variables.GetValueOrDefault(function.Name) is { IsParameter: true });

    private static bool IsFixture(FunctionModel function) => function.Decorators.Any(d => d.Split('(')[0] is "pytest.fixture" or "fixture" or "pytest_asyncio.fixture");
}
