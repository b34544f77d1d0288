using System.Text.Json;
using System.Text.Json.Nodes;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Processes;
using StreamJsonRpc;

namespace Heck.Toolchain.LanguageServers;

/// <summary>A conversation with a language server by the Language Server Protocol 3.17 over its standard streams. Disposing it ends the server.</summary>
internal sealed class LanguageServerSession : IAsyncDisposable
{
    private readonly RunningProcess _process;
    private readonly JsonRpc _rpc;
    private readonly ServerCallbacks _callbacks;
    private readonly LanguageServer _server;
    private readonly string _root;

    private LanguageServerSession(LanguageServer server, string root, RunningProcess process)
    {
        (_server, _root, _process, _callbacks) = (server, root, process, new ServerCallbacks(server, Uri(root)));
        var messages = new HeaderDelimitedMessageHandler(process.Input, process.Output, new SystemTextJsonFormatter());
        _rpc = new JsonRpc(messages);
        _rpc.AddLocalRpcTarget(_callbacks, new JsonRpcTargetOptions { UseSingleObjectParameterDeserialization = true });
    }

    /// <summary>What the server says it is, once it has said so.</summary>
    public string? Version { get; private set; }

    /// <summary>Starts a server and waits until it says that it is ready.</summary>
    /// <exception cref="HeckException"><c>tool.missing</c>, <c>tool.failed</c>.</exception>
    public static async Task<LanguageServerSession> StartAsync(LanguageServer server, string root, CancellationToken ct)
    {
        var process = ProcessRunner.Start(new ProcessRequest
        {
            Program = server.Program,
            Arguments = server.Arguments,
            WorkingDirectory = root,
            Environment = server.Environment,
        });
        var session = new LanguageServerSession(server, root, process);
        try
        {
            session._rpc.StartListening();
            var answer = await session.AskAsync("initialize", session.Introduction(), ct).ConfigureAwait(false);
            session.Version = answer.TryGetProperty("serverInfo", out var info) && info.TryGetProperty("version", out var version) ? version.GetString() : null;
            await session.TellAsync("initialized", new JsonObject()).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Shows the server a file, so that it loads what the file belongs to.</summary>
    public Task OpenAsync(RepoPath path, string languageId, string text) => TellAsync("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = UriOf(path), ["languageId"] = languageId, ["version"] = 1, ["text"] = text },
    });

    /// <summary>Every place that the server would rename along with the name at a position, ordered.</summary>
    /// <exception cref="HeckException"><c>tool.failed</c>: it refused, broke off, or named no place at all, which no name has.</exception>
    public async Task<IReadOnlyList<ServerRange>> RenameAsync(RepoPath path, int line, int character, string newName, CancellationToken ct)
    {
        await _callbacks.WaitUntilIdleAsync(ct).ConfigureAwait(false);
        var question = At(path, line, character);
        if (_server.RenamesByOccurrence) question["newName"] = newName;
        else question["context"] = new JsonObject { ["includeDeclaration"] = true };
        var answer = await AskAsync(_server.RenamesByOccurrence ? "textDocument/rename" : "textDocument/references", question, ct).ConfigureAwait(false);
        var places = (_server.RenamesByOccurrence ? WorkspaceEdits(answer) : Locations(answer)).Distinct().ToList();
        return places.Count > 0 ? places : throw Failed("it named no place to rename");
    }

    /// <summary>Where the server knows that what stands at a position is declared; empty when it does not know.</summary>
    /// <exception cref="HeckException"><c>tool.failed</c>.</exception>
    public async Task<IReadOnlyList<ServerRange>> DefinitionsAsync(RepoPath path, int line, int character, CancellationToken ct)
    {
        var answer = await AskAsync("textDocument/definition", At(path, line, character), ct).ConfigureAwait(false);
        return [.. answer.ValueKind == JsonValueKind.Object ? [Start(answer.GetProperty("uri").GetString()!, answer)] : Locations(answer)];
    }

    public async ValueTask DisposeAsync()
    {
        _rpc.Dispose();
        await _process.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<JsonElement> AskAsync(string method, JsonObject question, CancellationToken ct)
    {
        try
        {
            // A cancelled call waits for the server's word that it stopped, which a hanging server never gives.
            return await _rpc.InvokeWithParameterObjectAsync<JsonElement>(method, question, ct).WaitAsync(ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ConnectionLostException or IOException or ObjectDisposedException or JsonException)
        {
            throw Failed($"{method}: it broke off", e);
        }
        catch (RemoteRpcException e)
        {
            throw Failed($"{method}: {e.Message}", e);
        }
    }

    private JsonObject At(RepoPath path, int line, int character) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = UriOf(path) },
        ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
    };

    private Task TellAsync(string method, JsonObject what) => _rpc.NotifyWithParameterObjectAsync(method, what);

    private HeckException Failed(string what, Exception? cause = null) => ErrorTable.ToolFailed.With($"The language server {_server.Name} failed: {what}.", inner: cause);

    private JsonObject Introduction() => new()
    {
        ["processId"] = System.Environment.ProcessId,
        ["rootUri"] = Uri(_root),
        ["rootPath"] = _root,
        ["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = Uri(_root), ["name"] = "root" }),
        ["initializationOptions"] = _server.Options?.DeepClone(),
        ["capabilities"] = new JsonObject
        {
            ["workspace"] = new JsonObject { ["configuration"] = true, ["workspaceFolders"] = true, ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true } },
            ["textDocument"] = new JsonObject { ["synchronization"] = new JsonObject(), ["rename"] = new JsonObject(), ["references"] = new JsonObject() },
            ["window"] = new JsonObject { ["workDoneProgress"] = true },
            ["general"] = new JsonObject { ["positionEncodings"] = new JsonArray("utf-16") },
        },
    };

    /// <summary>A workspace edit comes in one of two forms, by the server's taste.</summary>
    private IEnumerable<ServerRange> WorkspaceEdits(JsonElement edit)
    {
        if (edit.ValueKind != JsonValueKind.Object) yield break;
        if (edit.TryGetProperty("documentChanges", out var documents) && documents.ValueKind == JsonValueKind.Array)
        {
            foreach (var document in documents.EnumerateArray())
            {
                if (!document.TryGetProperty("edits", out var edits)) continue;
                foreach (var one in edits.EnumerateArray()) yield return Start(document.GetProperty("textDocument").GetProperty("uri").GetString()!, one);
            }
        }
        else if (edit.TryGetProperty("changes", out var changes) && changes.ValueKind == JsonValueKind.Object)
        {
            foreach (var file in changes.EnumerateObject())
            {
                foreach (var one in file.Value.EnumerateArray()) yield return Start(file.Name, one);
            }
        }
    }

    private IEnumerable<ServerRange> Locations(JsonElement found) =>
        found.ValueKind == JsonValueKind.Array ? found.EnumerateArray().Select(l => Start(l.GetProperty("uri").GetString()!, l)) : [];

    private ServerRange Start(string uri, JsonElement withRange)
    {
        var start = withRange.GetProperty("range").GetProperty("start");
        return new ServerRange(PathOf(uri), start.GetProperty("line").GetInt32(), start.GetProperty("character").GetInt32());
    }

    private RepoPath? PathOf(string uri)
    {
        var full = new Uri(uri).LocalPath;
        return RepoPath.TryParse(Path.GetRelativePath(_root, full).Replace(Path.DirectorySeparatorChar, '/'), out var path) ? path : null;
    }

    private string UriOf(RepoPath path) => Uri(Path.Combine(_root, path.Value));

    private static string Uri(string path) => new UriBuilder { Scheme = "file", Host = "", Path = path }.Uri.AbsoluteUri;
}
