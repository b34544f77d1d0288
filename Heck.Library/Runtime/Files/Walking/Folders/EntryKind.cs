namespace Heck.Runtime.Files.Walking.Folders;

internal enum EntryKind : byte
{
    File,
    Folder,
    Link,
    Special,
}
