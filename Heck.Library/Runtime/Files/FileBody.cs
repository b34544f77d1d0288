using Heck.Contracts;

namespace Heck.Runtime.Files;

/// <summary>What a path holds apart from its mode bits: a file's content, or a symbolic link, whose content is its target.</summary>
internal readonly record struct FileBody(ContentHash Hash, bool IsLink = false)
{
    public static implicit operator FileBody(ContentHash file) => new(file);
}
