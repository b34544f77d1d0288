using Heck.Contracts;

namespace Heck.Code.Index.Querying;

/// <summary>A file as the index has it; <paramref name="Language"/> is null for text that is no code.</summary>
internal sealed record FileRow(long Id, RepoPath Path, string? Language, long Size, int Symbols, int ParseErrors, string? SkipReason);
