using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Runtime.Files.Walking;

/// <summary>What a file's content is good for. Each reader of contents decides which kinds it takes.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ContentKind>))]
internal enum ContentKind
{
    /// <summary>Text that people write.</summary>
    Text,

    /// <summary>No text in any encoding that we read.</summary>
    Binary,

    /// <summary>Larger than the limit; not looked at.</summary>
    Oversized,

    /// <summary>What a package manager writes: true, but noise in a context.</summary>
    LockFile,

    /// <summary>Written by a program, as its name or its head says.</summary>
    Generated,

    /// <summary>Text without the lines that people need.</summary>
    Minified,
}
