using Heck.Contracts;

namespace Heck.Runtime.Files.Walking;

/// <summary>A regular file that no ignore file excludes. <c>Mode</c> holds the permission bits, 0 where the system has none. A class, since lists of structs are code that each process would compile anew.</summary>
internal sealed record WalkedFile(RepoPath Path, FileStamp Stamp, int Mode);
