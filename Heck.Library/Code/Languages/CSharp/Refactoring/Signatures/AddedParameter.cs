using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Signatures;

/// <summary>A parameter that is new.</summary>
/// <param name="Syntax">As it was given, with its value.</param>
/// <param name="IsOptional">Whether it keeps its value as a default, so that calls need not pass it.</param>
internal sealed record AddedParameter(ParameterSyntax Syntax, bool IsOptional)
{
    public string Name => Syntax.Identifier.ValueText;

    public string Value => Syntax.Default!.Value.ToString();

    public string Type => Syntax.Type!.ToString();

    public string Written => IsOptional ? Syntax.ToString() : $"{Syntax.Type} {Syntax.Identifier}";
}
