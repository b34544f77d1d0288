using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>What a target framework's moniker means for the compiler, as the SDK has it.</summary>
internal static class TargetFramework
{
    private static readonly (string Start, LanguageVersion Version)[] Languages =
    [
        ("net10.", LanguageVersion.CSharp14), ("net9.", LanguageVersion.CSharp13), ("net8.", LanguageVersion.CSharp12), ("net7.", LanguageVersion.CSharp11), ("net6.", LanguageVersion.CSharp10),
        ("net5.", LanguageVersion.CSharp9), ("netcoreapp3", LanguageVersion.CSharp8), ("netstandard2.1", LanguageVersion.CSharp8),
        ("netcoreapp", LanguageVersion.CSharp7_3), ("netstandard", LanguageVersion.CSharp7_3), ("net4", LanguageVersion.CSharp7_3), ("net3", LanguageVersion.CSharp7_3), ("net2", LanguageVersion.CSharp7_3),
    ];

    public static LanguageVersion DefaultLanguage(string moniker) =>
        Languages.FirstOrDefault(l => moniker.StartsWith(l.Start, StringComparison.OrdinalIgnoreCase)) is { Start: not null } found ? found.Version : LanguageVersion.Latest;

    /// <summary>The symbols that the SDK defines, such as <c>NET8_0</c> and <c>NET6_0_OR_GREATER</c>.</summary>
    public static IEnumerable<string> Symbols(string moniker)
    {
        var plain = moniker.Split('-')[0].ToUpperInvariant();
        if (plain.Length == 0) yield break;
        yield return plain.Replace('.', '_');
        var family = plain.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');
        var isModern = family == "NET" && plain.Contains('.', StringComparison.Ordinal);
        yield return isModern ? "NET" : family == "NET" ? "NETFRAMEWORK" : family;
        if (!isModern || !int.TryParse(plain.AsSpan(3, plain.IndexOf('.', StringComparison.Ordinal) - 3), CultureInfo.InvariantCulture, out var major)) yield break;
        yield return "NETCOREAPP";
        for (var version = 5; version <= major; version++) yield return $"NET{version}_0_OR_GREATER";
        foreach (var older in new[] { "2_0", "2_1", "2_2", "3_0", "3_1" }) yield return $"NETCOREAPP{older}_OR_GREATER";
    }
}
