using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>Methods whose name the runtime looks up in a native library.</summary>
internal static class NativeNames
{
    public static bool IsNameOf(IMethodSymbol method) =>
        method.GetDllImportData() is { } import ? !IsNamedApart(method, "DllImportAttribute") && (import.EntryPointName is null || import.EntryPointName == method.Name)
            : Attribute(method, "LibraryImportAttribute") is not null && !IsNamedApart(method, "LibraryImportAttribute");

    private static bool IsNamedApart(IMethodSymbol method, string attribute) =>
        Attribute(method, attribute)?.NamedArguments.Any(a => a is { Key: "EntryPoint", Value.Value: not null }) == true;

    private static AttributeData? Attribute(IMethodSymbol method, string name) =>
        method.GetAttributes().Concat(method.PartialImplementationPart?.GetAttributes() ?? []).FirstOrDefault(a => a.AttributeClass?.Name == name);
}
