using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Names;

/// <summary>What a name of a module leads to; at most one is set. The default value says that there is nothing, or more than one thing.</summary>
internal readonly record struct Target(TsSymbol? Symbol = null, ModuleExports? Module = null, TsNode Expression = default, string? External = null)
{
    public bool IsNothing => Symbol is null && Module is null && Expression.IsNone && External is null;
}
