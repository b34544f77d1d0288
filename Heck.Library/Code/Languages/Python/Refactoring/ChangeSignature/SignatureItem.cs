using Heck.Code.Languages.Python.Binding.Types;

namespace Heck.Code.Languages.Python.Refactoring.ChangeSignature;

/// <summary>A parameter of the changed signature: one that there is, or a new one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How arguments reach it.</param>
/// <param name="HasDefault">Whether calls may leave it out.</param>
/// <param name="New">What is added; null for one that there is.</param>
internal sealed record SignatureItem(string Name, ParameterKind Kind, bool HasDefault, NewParameter? New = null)
{
    public bool IsPositional => Kind is ParameterKind.PositionalOnly or ParameterKind.Normal;
}
