
namespace Heck.Code.Refactoring.Structural;

/// <summary>What a scan found.</summary>
/// <param name="Files">Files with matches, ordered by path.</param>
/// <param name="Scanned">Files of the languages asked for.</param>
/// <param name="Parsed">Those that could not be ruled out by their bytes alone.</param>
/// <param name="Skipped">Files of the languages asked for that could not be read, with the reason.</param>
internal sealed record ScanResult(IReadOnlyList<ScannedFile> Files, int Scanned, int Parsed, IReadOnlyList<UnreadFile> Skipped);
