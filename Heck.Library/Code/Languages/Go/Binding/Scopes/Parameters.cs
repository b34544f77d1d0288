using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Scopes;

/// <summary>Mends how the grammar reads long lists of parameters: of <c>a, b, … int</c> it takes the first for a type without a name.</summary>
internal static class Parameters
{
    /// <summary>The identifiers that a parameter declares.</summary>
    public static IEnumerable<GoNode> NamesOf(GoNode parameter) => Unread(parameter).Exists ? [parameter.Get(F.Type)] : parameter.All(F.Name);

    /// <summary>For a type that is a name, because Go wants names for all parameters or for none: the parameter whose type it has.</summary>
    public static GoNode Unread(GoNode parameter) => parameter.Kind == K.ParameterDeclaration && !parameter.Get(F.Name).Exists && parameter.Get(F.Type).Kind == K.TypeIdentifier
        ? parameter.Parent.Named.FirstOrDefault(p => p.Index > parameter.Index && p.Get(F.Name).Exists)
        : default;
}
