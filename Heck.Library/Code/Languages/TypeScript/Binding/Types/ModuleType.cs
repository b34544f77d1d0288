using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

internal sealed class ModuleType(ModuleExports module) : TsType
{
    public ModuleExports Module { get; } = module;
}
