using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Code.Languages.CSharp.Binding;

/// <summary>Which names C# allows, and how a keyword is written as a name.</summary>
internal static class CSharpNameRule
{
    public static string? Reject(string name)
    {
        var plain = Plain(name);
        if (!SyntaxFacts.IsValidIdentifier(plain)) return "it is not an identifier";
        return IsReserved(plain) && plain.Length == name.Length ? $"it is a keyword; @{plain} would be a name" : null;
    }

    /// <summary>A mark before a name that needs none is left out.</summary>
    public static string Normalize(string name) => IsReserved(Plain(name)) ? name : Plain(name);

    /// <summary>The name as the compiler knows it.</summary>
    public static string Plain(string written) => written.StartsWith('@') ? written[1..] : written;

    /// <summary>The name as it must be written.</summary>
    public static string Written(string plain) => IsReserved(plain) ? "@" + plain : plain;

    public static bool IsReserved(string plain) => SyntaxFacts.IsReservedKeyword(SyntaxFacts.GetKeywordKind(plain));
}
