namespace Heck.Code.Languages;

/// <summary>A declaration that syntax shows. Offsets are bytes of the file's UTF-8.</summary>
/// <param name="Name">Index in <see cref="FileFacts.Names"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="NameStart">Offset of the name itself, not of decorators or modifiers.</param>
/// <param name="Start">Offset of the declaration, decorators and modifiers included, documentation not.</param>
/// <param name="End">Offset after the declaration.</param>
/// <param name="Parent">Index of the enclosing symbol in the file, -1 for none. A parent stands before its children.</param>
/// <param name="Exported">Visible outside its file (TypeScript, JavaScript: exported; Python: by `__all__` or no leading underscore at module or class level; Go: upper case; C#: public or protected).</param>
/// <param name="Signature">The declaration's head on one line, without body.</param>
/// <param name="Doc">The documentation text without comment marks, or null.</param>
/// <param name="Owner">Index in <see cref="FileFacts.Names"/> of the symbol around it when another file may declare that one (a Go method's type), else -1.</param>
internal readonly record struct SymbolFact(
    int Name, SymbolKind Kind, int NameStart, int Start, int End, int Parent, bool Exported, string? Signature, string? Doc, int Owner = -1);
