namespace Heck.Code.Index.Store;

/// <summary>What a symbol says of itself: its head on one line, and its documentation. The default has neither.</summary>
internal readonly record struct SymbolTexts(string? Signature, string? Doc);
