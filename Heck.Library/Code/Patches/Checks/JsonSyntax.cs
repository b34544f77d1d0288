using System.Text.Json;
using Heck.Code.Languages;
using Heck.Contracts;

namespace Heck.Code.Patches.Checks;

/// <summary>Whether a JSON file can be read, by the rules that its kind of file has.</summary>
internal static class JsonSyntax
{
    // Nothing nests that deep; without a bound a hostile file would.
    private const int Deepest = 10_000;

    public static bool IsJson(RepoPath path) => path.Extension.ToLowerInvariant() is ".json" or ".jsonc" or ".webmanifest";

    /// <summary>Comments and commas at the end are let through where the file's readers let them, or where the file had them.</summary>
    public static SyntaxFaults FaultsIn(RepoPath path, ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> before)
    {
        var isLoose = AllowsComments(path) || (!before.IsEmpty && FirstFault(before, isLoose: false) >= 0 && FirstFault(before, isLoose: true) < 0);
        return FirstFault(utf8, isLoose) is >= 0 and var offset ? new SyntaxFaults(1, [offset]) : SyntaxFaults.None;
    }

    private static bool AllowsComments(RepoPath path) => path.Extension == ".jsonc" || path.Parent.Name == ".vscode"
        || path.Name is "devcontainer.json" or ".eslintrc.json" or "launchSettings.json" or "api-extractor.json"
        || path.Name.StartsWith("tsconfig", StringComparison.Ordinal) || path.Name.StartsWith("jsconfig", StringComparison.Ordinal) || path.Name.StartsWith("appsettings", StringComparison.Ordinal);

    // -1 when there is none.
    private static int FirstFault(ReadOnlySpan<byte> utf8, bool isLoose)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Deepest, AllowTrailingCommas = isLoose, CommentHandling = isLoose ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow });
        try
        {
            while (reader.Read())
            {
            }

            return -1;
        }
        catch (JsonException)
        {
            return (int)Math.Min(reader.BytesConsumed, utf8.Length);
        }
    }
}
