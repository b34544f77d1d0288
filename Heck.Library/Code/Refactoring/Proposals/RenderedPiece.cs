namespace Heck.Code.Refactoring.Proposals;

/// <summary>Where a piece came to stand: UTF-8 offset and length in the text that it was rendered into.</summary>
internal readonly record struct RenderedPiece(CodePiece Piece, int At, int Length);
