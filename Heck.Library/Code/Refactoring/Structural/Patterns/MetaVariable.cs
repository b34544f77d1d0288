namespace Heck.Code.Refactoring.Structural.Patterns;

/// <summary>A hole of a pattern.</summary>
/// <param name="Name">Without its dollars; empty for one that captures nothing (<c>$_</c>, <c>$$$</c>).</param>
/// <param name="IsMany">Stands for any number of neighbours (<c>$$$ARGS</c>) instead of one node (<c>$X</c>).</param>
internal sealed record MetaVariable(string Name, bool IsMany)
{
    public override string ToString() => (IsMany ? "$$$" : "$") + (Name.Length == 0 && !IsMany ? "_" : Name);
}
