namespace Heck.Code.Patches;

/// <summary>What git keeps of a file besides its content.</summary>
internal enum GitFileMode
{
    Regular,
    Executable,
    Link,
}
