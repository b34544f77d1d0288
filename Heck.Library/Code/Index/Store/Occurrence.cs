using Heck.Code.Languages;

namespace Heck.Code.Index.Store;

/// <summary>A use of a name as the index keeps it. <paramref name="Name"/> is the number of the name within its file.</summary>
internal readonly record struct Occurrence(int Name, int Start, ReferenceRole Role);
