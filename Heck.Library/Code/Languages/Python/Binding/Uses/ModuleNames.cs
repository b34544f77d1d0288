using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>The names at the top of modules.</summary>
internal sealed class ModuleNames(PythonProgram program, SymbolFactory symbols)
{
    /// <summary>The symbols of a name at the top of any module.</summary>
    public IEnumerable<BoundSymbol> Named(string name) => program.FilesWith(name)
        .Select(f => f.Module.Variables.GetValueOrDefault(name)).Where(v => v is not null).Select(v => symbols.Of(v!)).Distinct();
}
