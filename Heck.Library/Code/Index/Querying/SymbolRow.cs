using Heck.Code.Languages;
using Heck.Contracts;

namespace Heck.Code.Index.Querying;

/// <summary>A symbol as the index has it, but for its texts. <paramref name="Ord"/> and <paramref name="Parent"/> number the symbols of the file;
/// <paramref name="Owner"/> names the symbol around it when that may stand in another file. Offsets are bytes of the file's UTF-8.</summary>
internal sealed record SymbolRow(
    RepoPath Path, int Ord, string Name, SymbolKind Kind, int Parent, bool Exported,
    int NameStart, int Start, int End, int Line, int Column, int EndLine, long FileId, string? Owner)
{
    public bool IsMember => Parent >= 0 || Owner is not null;
}
