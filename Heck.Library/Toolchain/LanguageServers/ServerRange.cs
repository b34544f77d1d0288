using Heck.Contracts;

namespace Heck.Toolchain.LanguageServers;

/// <summary>The start of something that a server names, as the protocol counts: lines and UTF-16 units from 0. Null path for a file outside the repository.</summary>
internal sealed record ServerRange(RepoPath? Path, int Line, int Character);
