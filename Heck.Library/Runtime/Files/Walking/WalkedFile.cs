using Heck.Contracts;

namespace Heck.Runtime.Files.Walking;

/// <summary>A regular file that no ignore file excludes. <c>Mode</c> holds the permission bits, 0 where the system has none.</summary>
internal readonly record struct WalkedFile(RepoPath Path, FileStamp Stamp, int Mode);
