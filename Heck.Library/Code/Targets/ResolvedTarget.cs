using Heck.Code.Index.Querying;
using Heck.Contracts;

namespace Heck.Code.Targets;

/// <summary>What a target names. Lines and columns are those of the target, or of the symbol's name when a symbol was named.</summary>
/// <param name="Form">How it was written; <see cref="TargetForm.PathOrSymbol"/> with a symbol was a symbol, without one a file.</param>
/// <param name="Path">The file.</param>
/// <param name="Symbol">The symbol named, or the only one declared on the line named; null otherwise. Of several declarations of one symbol the first.</param>
/// <param name="Line">0 for a file.</param>
/// <param name="Column">0 for a file or a line.</param>
/// <param name="Offset">UTF-8 offset of the place or of the symbol's name; -1 for a file or a line without symbol.</param>
/// <param name="EndOffset">UTF-8 offset of the end of a range or of lines, exclusive; -1 otherwise.</param>
internal sealed record ResolvedTarget(TargetForm Form, RepoPath Path, SymbolRow? Symbol, int Line = 0, int Column = 0, int Offset = -1, int EndOffset = -1);
