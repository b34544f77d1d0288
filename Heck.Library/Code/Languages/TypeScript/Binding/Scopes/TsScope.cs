using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>A region of code with the names declared in it.</summary>
/// <param name="node">The node that opens it.</param>
/// <param name="parent">The scope around it.</param>
/// <param name="takesVariables">True where <c>var</c> ends up: functions, modules, namespaces.</param>
/// <param name="container">The enum or namespace whose exported members are visible inside without a dot.</param>
internal sealed class TsScope(TsNode node, TsScope? parent, bool takesVariables = false, TsSymbol? container = null)
{
    public TsNode Node { get; } = node;

    public TsScope? Parent { get; } = parent;

    public bool TakesVariables { get; } = takesVariables;

    public TsSymbol? Container { get; } = container;

    public Dictionary<string, TsSymbol> Names { get; } = [];
}
