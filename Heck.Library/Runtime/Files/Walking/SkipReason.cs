using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Runtime.Files.Walking;

/// <summary>Why something in the tree is not read. What an ignore file excludes is not listed at all.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<SkipReason>))]
internal enum SkipReason
{
    /// <summary>A symbolic link or junction; never followed, wherever it leads.</summary>
    Link,

    /// <summary>A folder with a <c>.git</c> of its own: a submodule or another repository, which is a root of its own.</summary>
    NestedRepository,

    /// <summary>The name is not valid UTF-8, so it cannot be written down.</summary>
    UndecodableName,

    /// <summary>The folder could not be opened or listed.</summary>
    UnreadableFolder,

    /// <summary>A FIFO, socket or device: reading it might wait forever.</summary>
    SpecialFile,

    /// <summary>The file was gone, or could not be asked, between listing and asking.</summary>
    Vanished,

    /// <summary>An ignore file that cannot be read or is too large to be one; its rules are not applied.</summary>
    UnreadableIgnoreFile,
}
