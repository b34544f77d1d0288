using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>The names at the top of modules.</summary>
internal sealed class ModuleNames(PythonProgram program, SymbolFactory symbols)
{
    /// <summary>The symbols of a name at the top of any module.</summary>
    public IEnumerable<BoundSymbol> Named(string name)
    {
        foreach (var file in program.FilesWith(name))
        {
            if (file.Module.Variables.TryGetValue(name, out var variable)) yield return symbols.Of(variable);
        }
    }
}
