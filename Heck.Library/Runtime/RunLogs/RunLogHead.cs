using Heck.Contracts;

namespace Heck.Runtime.RunLogs;

/// <summary>
/// How far the log has come, beside the log: it shows when records are cut off at the end, and saves reading the log to append to it.
/// The default is the head of an empty log.
/// </summary>
/// <param name="Count">Records in all; the last one's number.</param>
/// <param name="Hash">The last record's hash.</param>
/// <param name="File">The file of the last record.</param>
/// <param name="Bytes">That file's length.</param>
internal sealed record RunLogHead(long Count, ContentHash Hash, string File, long Bytes)
{
    public const string FileName = "head.json";

    public static RunLogHead Empty { get; } = new(0, default, "", 0);
}
