namespace Heck.Code.Languages.Python.Binding.Scopes;

/// <summary>Where a name is found; no variable when the module has none of the name: a builtin, a star import's, or nothing.</summary>
internal readonly record struct Resolution(ResolutionKind Kind, Variable? Variable);
