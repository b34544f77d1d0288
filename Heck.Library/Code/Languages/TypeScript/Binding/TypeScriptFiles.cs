using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Binding;

/// <summary>Which files the family of TypeScript and JavaScript has.</summary>
internal static class TypeScriptFiles
{
    public static IReadOnlyList<string> TypeScript { get; } = [".ts", ".tsx", ".mts", ".cts"];

    public static IReadOnlyList<string> JavaScript { get; } = [".js", ".jsx", ".mjs", ".cjs"];

    public static bool Are(RepoPath path) => path.Extension is var extension && (TypeScript.Contains(extension) || JavaScript.Contains(extension));
}
