using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>What an import or an export under another name stands for.</summary>
/// <param name="At">A node of the importing file, where local names are looked up.</param>
/// <param name="Specifier">The module, or null for a name of the same module.</param>
/// <param name="Name">The exported name; <c>*</c> for the whole module, <c>default</c>, <c>=</c> for what <c>import x = require()</c> gives.</param>
/// <param name="Entity">The dotted name of <c>import x = A.B</c>.</param>
internal sealed record AliasTarget(TsNode At, string? Specifier, string Name, TsNode Entity = default)
{
    public const string Everything = "*";
    public const string Default = "default";
    public const string ExportEquals = "=";
}
