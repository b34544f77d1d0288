namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>How an argument reaches a parameter.</summary>
internal enum ParameterKind
{
    PositionalOnly,
    Normal,
    Rest,
    KeywordOnly,
    Keywords,
}
