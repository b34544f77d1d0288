using System.Text.Json.Nodes;
using Heck.Code.Patches.Replies.Matching;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Patches.Replies;

/// <summary>Tells whoever wrote an edit what they need to write it again: the places, the nearest lines with their numbers, the hash of the file that was looked at.</summary>
internal static class FailureDetails
{
    private const int MostPlaces = 20;
    private const int LongestLine = 240;

    public static string Sentence(RepoPath path, EditFailure failure) =>
        $"The edit at line {failure.Edit.ReplyLine} of the reply, for '{path}', {failure.What}{Where(failure)}.";

    public static JsonObject Of(RepoPath path, EditFailure failure, byte[] content)
    {
        var details = Places(path, failure.Lines.Count > 0 ? failure.Lines : [(failure.Nearest?.First ?? 0) + 1], failure.What);
        details["code"] = failure.Code.Code;
        details["path"] = path.Value;
        details["edit_line"] = failure.Edit.ReplyLine;
        details["hash"] = ContentHash.Of(content).ToString();
        if (failure.Nearest is { } nearest) details["closest"] = Closest(nearest, new FileLines(content), failure.Edit);
        return details;
    }

    public static JsonObject Places(RepoPath path, IEnumerable<int> lines, string role) => new()
    {
        ["places"] = new JsonArray([.. lines.Take(MostPlaces).Select(line => (JsonNode)new JsonObject { ["path"] = path.Value, ["line"] = line, ["column"] = 1, ["role"] = role })]),
    };

    private static string Where(EditFailure failure) => failure switch
    {
        { Code: var code } when code == ErrorTable.PatchEmpty => "",
        { Lines: [var only] } => $", at line {only}",
        { Lines: [_, ..] lines } => $", at lines {string.Join(", ", lines.Take(MostPlaces))}{(lines.Count > MostPlaces ? $" and {lines.Count - MostPlaces} more" : "")}",
        { Nearest: { } nearest } => $"; nearest are lines {nearest.First + 1} to {nearest.First + nearest.Count}",
        _ => "",
    };

    private static JsonObject Closest(NearestLines nearest, FileLines file, EditProposal edit) => new()
    {
        ["lines"] = new JsonArray([.. Enumerable.Range(nearest.First, nearest.Count).Select(line => (JsonNode)new JsonObject { ["line"] = line + 1, ["text"] = Shortened(file[line]) })]),
        ["first_difference"] = nearest.EditLine < edit.OldLines.Count ? new JsonObject { ["old_line"] = nearest.EditLine + 1, ["text"] = Shortened(edit.OldLines[nearest.EditLine]) } : null,
    };

    private static string Shortened(string line) => line.Length <= LongestLine ? line : line[..LongestLine] + "…";
}
