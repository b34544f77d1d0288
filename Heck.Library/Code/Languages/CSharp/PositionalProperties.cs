using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp;

/// <summary>
/// Which parameters of records the compiler makes properties of: those whose name no member of the record has, nor a concrete one that it
/// inherits. Bases in other files are not known, and taken to have none.
/// </summary>
internal sealed class PositionalProperties
{
    private readonly ILookup<string, RecordDeclarationSyntax> _records;

    public PositionalProperties(CompilationUnitSyntax root) => _records = root
        .DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<RecordDeclarationSyntax>().ToLookup(r => r.Identifier.ValueText);

    public bool Has(ParameterSyntax parameter)
    {
        if (parameter.Parent?.Parent is not RecordDeclarationSyntax record) return false;
        var name = parameter.Identifier.ValueText;
        return !_records[record.Identifier.ValueText].Any(part => Declares(part, name)) && !Inherits(record, name, []);
    }

    private bool Inherits(RecordDeclarationSyntax record, string name, HashSet<string> seen)
    {
        if (!seen.Add(record.Identifier.ValueText)) return false;
        foreach (var part in _records[record.Identifier.ValueText])
        {
            foreach (var type in part.BaseList?.Types ?? [])
                if (_records[NameOf(type.Type)].Any(b => HasParameter(b, name) || Passes(b, name) || Inherits(b, name, seen))) return true;
        }

        return false;
    }

    private static string NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => "",
    };

    private static bool HasParameter(RecordDeclarationSyntax record, string name) => record.ParameterList?.Parameters.Any(p => p.Identifier.ValueText == name) ?? false;

    private static bool Declares(RecordDeclarationSyntax record, string name) => record.Members.Any(member => IsCalled(member, name) && !member.Modifiers.Any(SyntaxKind.StaticKeyword));

    /// <summary>Declares a member that those who inherit it see and need not override.</summary>
    private static bool Passes(RecordDeclarationSyntax record, string name) => record.Members.Any(member =>
        IsCalled(member, name) && member.Modifiers is var own && !own.Any(SyntaxKind.StaticKeyword) && !own.Any(SyntaxKind.AbstractKeyword)
        && (own.Any(SyntaxKind.PublicKeyword) || own.Any(SyntaxKind.InternalKeyword) || own.Any(SyntaxKind.ProtectedKeyword)));

    private static bool IsCalled(MemberDeclarationSyntax member, string name) => member switch
    {
        PropertyDeclarationSyntax property => property.ExplicitInterfaceSpecifier is null && property.Identifier.ValueText == name,
        FieldDeclarationSyntax field => field.Declaration.Variables.Any(v => v.Identifier.ValueText == name),
        _ => false,
    };
}
