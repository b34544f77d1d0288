using Heck.Code.Languages;
using Heck.Contracts;

namespace Heck.Code.Explaining;

/// <summary>A use of a symbol; <paramref name="Symbol"/> is the qualified name of what it stands in, null at the top of a file.</summary>
internal sealed record Caller(RepoPath Path, int Line, int Column, ReferenceRole Role, string? Symbol, Certainty Certainty);
