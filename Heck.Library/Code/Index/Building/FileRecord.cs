using Heck.Code.Languages;
using Heck.Contracts;
using Heck.Runtime.Files;

namespace Heck.Code.Index.Building;

/// <summary>What a worker found out about one file, on its way to the writer. Reused, so that a run needs only a bounded number of them.</summary>
internal sealed class FileRecord
{
    public RepoPath Path { get; set; }

    public FileStamp Stamp { get; set; }

    /// <summary>The time just before the file was read.</summary>
    public long RecordedNs { get; set; }

    public ContentHash Hash { get; set; }

    public FileOutcome Outcome { get; set; }

    /// <summary>Id of the language that parsed it, or null.</summary>
    public string? Language { get; set; }

    /// <summary>Why (part of) it is left out, in snake_case; null when nothing is.</summary>
    public string? SkipReason { get; set; }

    public FileFacts Facts { get; } = new();

    /// <summary>Line and column of each symbol's name, and the line where it ends.</summary>
    public List<(int Line, int Column, int EndLine)> SymbolPlaces { get; } = [];

    public List<int> ImportLines { get; } = [];

    /// <summary>Signatures and documentation as the store keeps them.</summary>
    public List<byte> SymbolTexts { get; } = [];

    /// <summary>The references as the store keeps them.</summary>
    public List<byte> Occurrences { get; } = [];

    /// <summary>The full-text row.</summary>
    public List<byte> Words { get; } = [];

    public void Clear()
    {
        Hash = default;
        Outcome = FileOutcome.Indexed;
        Language = null;
        SkipReason = null;
        Facts.Clear();
        SymbolPlaces.Clear();
        ImportLines.Clear();
        SymbolTexts.Clear();
        Occurrences.Clear();
        Words.Clear();
    }
}
