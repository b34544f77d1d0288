using Heck.Code.Languages.TypeScript.Binding.Scopes;

namespace Heck.Code.Languages.TypeScript.Refactoring.Move;

/// <summary>A name that code in one file needs from outside of it.</summary>
internal sealed class Need(TsSymbol symbol)
{
    /// <summary>As the source file knows it: its own declaration, or its import.</summary>
    public TsSymbol Symbol { get; } = symbol;

    /// <summary>Whether some use needs the value, not only the type.</summary>
    public bool IsValue { get; set; }

    /// <summary>Whether a use is evaluated while the file is loaded.</summary>
    public bool AtLoad { get; set; }
}
