using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>The answer to "whose property is this name on this type".</summary>
internal readonly record struct Property(Certainty Certainty, IReadOnlyList<TsSymbol> Symbols, TsType Type, string? Why = null)
{
    public static Property Absent { get; } = new(Certainty.Absent, [], TsType.Undefined);

    /// <summary>A property that nothing declares and that a program may have set on a function.</summary>
    public static Property OnFunction { get; } = Unknown("it is set on a function");

    /// <summary>A property that a type of JavaScript does not declare: a program may add it to the value.</summary>
    public static Property Added { get; } = Unknown("JavaScript may have added it to the value");

    public static Property Outside(string from) => new(Certainty.External, [], new ExternalType(from));

    public static Property Unknown(string why) => new(Certainty.Unknown, [], new UnknownType(why), why);

    public static Property Of(TsSymbol symbol, TsType type) => new(Certainty.Found, [symbol], type);
}
