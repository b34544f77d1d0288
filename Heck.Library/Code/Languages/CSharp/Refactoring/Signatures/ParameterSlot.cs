namespace Heck.Code.Languages.CSharp.Refactoring.Signatures;

/// <summary>A place in the new list of parameters.</summary>
/// <param name="Ordinal">The place of a parameter that was there; -1 for a new one.</param>
/// <param name="Added">The new one.</param>
internal readonly record struct ParameterSlot(int Ordinal, AddedParameter? Added = null);
