namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>
/// Written as <c>any</c>, of a value that is known to be, or asked whether it is, of another type: <c>x as any</c>, the parameter of a type guard.
/// A property that the other type has is that one; of others nothing is known.
/// </summary>
internal sealed class CastType(TsType inner) : UnknownType("the value is of type any")
{
    public TsType Inner { get; } = inner;
}
