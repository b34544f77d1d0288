using System.Text.Json;
using System.Text.Json.Nodes;
using Heck.Contracts.Envelopes;
using Heck.Tests.Shared;
using Heck.Verbs.PatchApply;
using Heck.Verbs.PatchCreate;
using Heck.Verbs.PatchRollback;

namespace Heck.Library.Tests.Code.Patches.Replies;

/// <summary>
/// A case under tests/fixtures/patches: a tree (<c>input</c>), what a model replied (<c>reply</c>), and the tree that comes of it (<c>expected</c>) or the error
/// (<c>error.json</c>: code, and words that the message has). <c>request.json</c> holds options.
/// </summary>
internal sealed class ReplyCase
{
    private readonly JsonObject _request;

    private ReplyCase(string name)
    {
        Folder = Path.Combine(Root, name);
        _request = Json("request.json") ?? [];
        Error = Json("error.json");
    }

    public static string Root { get; } = Path.Combine(Checkout.Root, "tests", "fixtures", "patches");

    public string Folder { get; }

    /// <summary>Null when the reply is to be taken.</summary>
    public JsonObject? Error { get; }

    public static ReplyCase Read(string name) => new(name);

    public SortedDictionary<string, string> Input => Tree(Path.Combine(Folder, "input"));

    public SortedDictionary<string, string> Expected => Tree(Path.Combine(Folder, "expected"));

    /// <summary>Every file with its bytes.</summary>
    public static SortedDictionary<string, string> Tree(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return files;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file);
            if (!path.StartsWith(".heck/", StringComparison.Ordinal) && !path.StartsWith(".git/", StringComparison.Ordinal)) files.Add(path, Escaped(File.ReadAllBytes(file)));
        }

        return files;
    }

    public void CopyInput(string folder)
    {
        var input = Path.Combine(Folder, "input");
        if (!Directory.Exists(input)) return;
        foreach (var file in Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(input, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public Task<Envelope<PatchCreatePayload>> Create(HeckEngine engine) => engine.RunAsync(
        new PatchCreateRequest
        {
            File = Path.Combine(Folder, "reply"),
            Format = (string?)_request["format"],
            Expect = _request["expect"]?.AsArray().Select(item => (string)item!).ToList(),
            AllowSyntaxErrors = (bool?)_request["allow_syntax_errors"] ?? false,
        },
        TestContext.Current.CancellationToken);

    public static Task<Envelope<PatchApplyPayload>> Apply(HeckEngine engine, string id) => engine.RunAsync(new PatchApplyRequest { Id = id, Yes = true }, TestContext.Current.CancellationToken);

    public static async Task Rollback(HeckEngine engine, string id) => Assert.True((await engine.RunAsync(new PatchRollbackRequest { Id = id }, TestContext.Current.CancellationToken)).Ok);

    private JsonObject? Json(string file) => File.Exists(Path.Combine(Folder, file)) ? JsonSerializer.Deserialize<JsonObject>(File.ReadAllText(Path.Combine(Folder, file))) : null;

    // So that a difference can be read, whatever the encoding.
    private static string Escaped(byte[] bytes) => string.Concat(bytes.Select(b => b is 10 ? "\\n\n" : b is >= 32 and < 127 and not (byte)'\\' ? ((char)b).ToString() : $"\\x{b:x2}"));
}
