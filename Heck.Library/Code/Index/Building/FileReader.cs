using System.Buffers;
using Heck.Code.Index.Store;
using Heck.Code.Languages;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Files.Walking;
using Heck.Runtime.Repositories;

namespace Heck.Code.Index.Building;

/// <summary>One worker's tools: reads a file, and if its content is new derives everything that the index keeps of it. Not thread-safe.</summary>
internal sealed class FileReader(RepositoryLayout layout, TimeProvider clock, Func<RepoPath, ILanguage?> languageOf, int maxBytes) : IDisposable
{
    /// <summary>Why a source was left out that no reader can follow.</summary>
    public const string NestedTooDeeply = "nested_too_deeply";

    private readonly Dictionary<string, IFactExtractor> _extractors = [];
    private readonly WordCollector _words = new();
    private readonly TextCodec _texts = new();

    /// <summary>Fills <paramref name="record"/> from the file as it is now; <paramref name="known"/> is the hash of the content that the index has, when that is to be trusted.</summary>
    public void Read(WalkedFile file, ContentHash? known, FileRecord record, CancellationToken ct)
    {
        record.Clear();
        record.Path = file.Path;
        record.Stamp = file.Stamp;
        record.RecordedNs = FileStamp.Nanoseconds(clock.GetUtcNow());
        if (file.Stamp.Size > maxBytes)
        {
            record.SkipReason = SnakeCase.Of(ContentKind.Oversized);
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)file.Stamp.Size + 1);
        try
        {
            Derive(buffer.AsMemory(0, ReadAll(file.Path, ref buffer)), known, record, ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            record.Outcome = FileOutcome.Unreadable;
            record.SkipReason = "unreadable";
        }
        catch (InsufficientExecutionStackException)
        {
            record.Facts.Clear();
            record.SkipReason = NestedTooDeeply;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose()
    {
        foreach (var extractor in _extractors.Values) extractor.Dispose();
    }

    private void Derive(ReadOnlyMemory<byte> bytes, ContentHash? known, FileRecord record, CancellationToken ct)
    {
        record.Hash = ContentHash.Of(bytes.Span);
        if (record.Hash == known)
        {
            record.Outcome = FileOutcome.SameContent;
            return;
        }

        var kind = ContentClassifier.Classify(record.Path, bytes.Span, maxBytes);
        if (kind != ContentKind.Text) record.SkipReason = SnakeCase.Of(kind);
        if (kind is ContentKind.Binary or ContentKind.Oversized) return;
        if (SourceText.TryDecode(bytes) is not { } text)
        {
            record.SkipReason = "undecodable";
            return;
        }

        // What is no code to read may still hold a name that a rename must know of.
        _words.Collect(text.Utf8.Span, record.Words);
        if (kind is ContentKind.Text or ContentKind.Generated && languageOf(record.Path) is { } language) Parse(language, text, record, ct);
    }

    private void Parse(ILanguage language, SourceText text, FileRecord record, CancellationToken ct)
    {
        record.Language = language.Id;
        ExtractorOf(language).Extract(text.Utf8, record.Facts, ct);
        foreach (var symbol in record.Facts.Symbols)
        {
            var (line, column) = text.Lines.PositionAt(symbol.NameStart);
            // The end is exclusive; the last line is the one that holds the last byte.
            record.SymbolPlaces.Add((line, column, text.Lines.PositionAt(Math.Max(symbol.Start, symbol.End - 1)).Line));
        }

        foreach (var import in record.Facts.Imports) record.ImportLines.Add(text.Lines.PositionAt(import.Start).Line);
        _texts.Encode(record.Facts.Symbols, record.SymbolTexts);
        OccurrenceCodec.Encode(record.Facts.References, record.Occurrences);
    }

    private IFactExtractor ExtractorOf(ILanguage language)
    {
        if (!_extractors.TryGetValue(language.Id, out var extractor)) _extractors[language.Id] = extractor = language.CreateExtractor();
        return extractor;
    }

    /// <summary>Reads to the end, even when the file has grown since it was asked for its size.</summary>
    private int ReadAll(RepoPath path, ref byte[] buffer)
    {
        using var handle = File.OpenHandle(layout.FullPath(path), options: FileOptions.SequentialScan);
        for (var length = 0; ;)
        {
            var read = RandomAccess.Read(handle, buffer.AsSpan(length), length);
            if (read == 0) return length;
            length += read;
            if (length == buffer.Length) Grow(ref buffer);
        }
    }

    private static void Grow(ref byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
