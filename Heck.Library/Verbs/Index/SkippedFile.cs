using System.ComponentModel;

namespace Heck.Verbs.Index;

/// <summary>Something that the index leaves out, whole or in part.</summary>
public sealed record SkippedFile(
    [property: Description("Path relative to the repository root")] string Path,
    [property: Description("""
        Why: binary, oversized, undecodable, unreadable, link, nested_repository and the like are not read; of lock_file and minified only the words are
        kept, for finding every occurrence of a name; generated has its symbols too, and is left out of text search
        """)] string Reason);
