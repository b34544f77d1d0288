using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Rules.Tests.Architecture;

/// <summary>The library's floors and the way that their arrows go: down, and never from one pillar to another.</summary>
public sealed class FloorTests
{
    private static readonly string[] Pillars = ["Code", "Toolchain", "Ai", "Integrations"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Contracts"] = [],
        ["Runtime"] = ["Contracts"],
        ["Code"] = ["Contracts", "Runtime"],
        ["Toolchain"] = ["Contracts", "Runtime"],
        ["Ai"] = ["Contracts", "Runtime"],
        ["Integrations"] = ["Contracts", "Runtime"],
        ["Workflows"] = ["Contracts", "Runtime", .. Pillars],
        ["Verbs"] = ["Contracts", "Runtime", .. Pillars, "Workflows"],
    };

    private static readonly IReadOnlyList<SourceFile> Library = House.SourcesOf("Heck.Library");

    [Fact]
    public void Every_folder_of_the_library_is_a_floor() =>
        Rule.HasNoOffender(Library.Where(f => f.Floor != "" && !MayUse.ContainsKey(f.Floor)).Select(f => f.Path));

    [Fact]
    public void Namespaces_follow_folders() =>
        Rule.HasNoOffender(Library.Where(f => f.TopLevelTypes.Any())
            .Where(f => f.Syntax.Members.OfType<BaseNamespaceDeclarationSyntax>().Any(n => n.Name.ToString() != ExpectedNamespace(f)))
            .Select(f => $"{f}: expected {ExpectedNamespace(f)}"));

    [Fact]
    public void Arrows_between_floors_go_down() =>
        Rule.HasNoOffender(from file in Library
                     where MayUse.ContainsKey(file.Floor)
                     from floor in FloorsNamedIn(file)
                     where floor != file.Floor && !MayUse[file.Floor].Contains(floor)
                     select $"{file} uses {floor}");

    [Fact]
    public void No_floor_knows_the_door_above_it()
    {
        var door = Library.Where(f => f.Floor == "").Select(f => Path.GetFileNameWithoutExtension(f.Path)).ToHashSet();
        Rule.HasNoOffender(from file in Library
                     where file.Floor != ""
                     from name in file.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>()
                     where door.Contains(name.Identifier.Text)
                     select $"{file} uses {name}");
    }

    [Fact]
    public void The_rule_sees_a_using_a_qualified_name_and_a_half_qualified_name()
    {
        const string Source = "using Heck.Code.Index; namespace Heck.Ai; class C { Heck.Verbs.V a; Workflows.Context.W b; int c = Toolchain.Linters.L.X; string Code; int d => Code.Length; }";
        var file = new SourceFile("Heck.Library/Ai/C.cs", SyntaxFactory.ParseCompilationUnit(Source));
        Assert.Equal(["Ai", "Code", "Toolchain", "Verbs", "Workflows"], FloorsNamedIn(file).Order());
    }

    // Inside a namespace of Heck, `Code.Index.X` means `Heck.Code.Index.X`; `Code.Length` of a property named Code does not look like a namespace path.
    private static IEnumerable<string> FloorsNamedIn(SourceFile file) =>
        file.Syntax.DescendantNodes()
            .Where(n => n is QualifiedNameSyntax or MemberAccessExpressionSyntax && n.Parent is not (QualifiedNameSyntax or MemberAccessExpressionSyntax))
            .Select(n => n.ToString().Replace("global::", "", StringComparison.Ordinal).Split('.'))
            .Select(FloorOf).OfType<string>()
            .Distinct();

    private static string? FloorOf(string[] name) => name switch
    {
        ["Heck", var floor, ..] when MayUse.ContainsKey(floor) => floor,
        [var floor, _, _, ..] when MayUse.ContainsKey(floor) => floor,
        _ => null,
    };

    private static string ExpectedNamespace(SourceFile file) =>
        string.Join('.', ["Heck", .. file.Path.Split('/')[1..^1]]);
}
