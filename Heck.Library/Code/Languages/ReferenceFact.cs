namespace Heck.Code.Languages;

/// <summary>A use of a name in code; declarations are not repeated here. Offsets are bytes of the file's UTF-8.</summary>
/// <param name="Name">Index in <see cref="FileFacts.Names"/>.</param>
/// <param name="Start">Offset of the name.</param>
/// <param name="Role">How it is used.</param>
/// <param name="Enclosing">Index of the innermost enclosing symbol, -1 at the top of the file.</param>
internal readonly record struct ReferenceFact(int Name, int Start, ReferenceRole Role, int Enclosing);
