using Heck.Code.Languages.Go.Binding.Scopes;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>What an expression denotes.</summary>
/// <param name="Kind">A value, a type, a package, a built-in function.</param>
/// <param name="Type">Its type, or the type itself.</param>
/// <param name="Object">The import, or the built-in function.</param>
internal readonly record struct Meaning(MeaningKind Kind, GoType Type, GoObject? Object = null)
{
    public static Meaning Value(GoType type) => new(MeaningKind.Value, type);

    public static Meaning OfType(GoType type) => new(MeaningKind.Type, type);

    public static Meaning Unknown(string why) => Value(new GoType.Unknown(why));
}
