using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Rules.Tests.Architecture;

/// <summary>The file list is the index: one top-level type in one file of the same name.</summary>
public sealed class FileTests
{
    /// <summary>Files that hold more than one top-level type, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["Heck.Library/Contracts/Reports/ReportBlock.cs"] = "the blocks of a report are a closed set of one-line records; side by side they read as its grammar",
    };

    private static readonly IReadOnlyList<SourceFile> Product = House.SourcesOf("Heck.Library", "Heck.Tool");

    [Fact]
    public void A_file_holds_one_type_and_has_its_name() =>
        Rule.HasNoOffender(Product.Where(f => !Exceptions.ContainsKey(f.Path))
            .Where(f => TypeNames(f).Any(n => n != NameOf(f)))
            .Select(f => $"{f} holds {string.Join(", ", TypeNames(f))}"));

    [Fact]
    public void Exceptions_are_still_needed() =>
        Rule.HasNoOffender(Exceptions.Keys.Except(Product.Where(f => TypeNames(f).Any(n => n != NameOf(f))).Select(f => f.Path)));

    // A converter or a serializer context is a tiny companion of the type that it serves.
    private static IEnumerable<string> TypeNames(SourceFile file) =>
        file.TopLevelTypes.Where(t => !IsCompanion(t)).Select(NameOf).Distinct();

    private static bool IsCompanion(MemberDeclarationSyntax type) =>
        type is TypeDeclarationSyntax { BaseList.Types: [var first, ..] }
        && first.Type.ToString().Split('<')[0] is "JsonConverter" or "JsonStringEnumConverter" or "JsonSerializerContext";

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is BaseTypeDeclarationSyntax t ? t.Identifier.Text : ((DelegateDeclarationSyntax)type).Identifier.Text;

    // `X.Reading.cs` is a part of X, split for the reason that the suffix names.
    private static string NameOf(SourceFile file) => Path.GetFileName(file.Path).Split('.')[0];
}
