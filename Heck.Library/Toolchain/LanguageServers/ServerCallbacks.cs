using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using StreamJsonRpc;

namespace Heck.Toolchain.LanguageServers;

/// <summary>What a language server asks of its client. Every question is answered, since some servers wait for the answer; nothing is done for them.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "The library calls methods of an instance.")]
internal sealed class ServerCallbacks(LanguageServer server, string rootUri)
{
    /// <summary>A server that has work to announce does so at once after it is told of a file.</summary>
    private static readonly TimeSpan Announcement = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _running = [];
    private TaskCompletionSource _idle = Finished();

    /// <summary>Waits for the end of all work that the server announced, such as the loading of a project.</summary>
    public async Task WaitUntilIdleAsync(CancellationToken ct)
    {
        await Task.Delay(Announcement, ct).ConfigureAwait(false);
        for (Task idle; !(idle = Idle()).IsCompleted;) await idle.WaitAsync(ct).ConfigureAwait(false);
    }

    [JsonRpcMethod("workspace/configuration", UseSingleObjectParameterDeserialization = true)]
    public JsonArray Configuration(JsonElement asked) =>
        [.. asked.GetProperty("items").EnumerateArray().Select(_ => server.Settings?.DeepClone())];

    [JsonRpcMethod("workspace/workspaceFolders")]
    public JsonArray Folders() => [new JsonObject { ["uri"] = rootUri, ["name"] = "root" }];

    [JsonRpcMethod("workspace/applyEdit", UseSingleObjectParameterDeserialization = true)]
    public JsonObject Apply(JsonElement edit) => new() { ["applied"] = false, ["failureReason"] = "edits are asked for, never applied" };

    [JsonRpcMethod("client/registerCapability", UseSingleObjectParameterDeserialization = true)]
    public JsonNode? Register(JsonElement asked) => null;

    [JsonRpcMethod("client/unregisterCapability", UseSingleObjectParameterDeserialization = true)]
    public JsonNode? Unregister(JsonElement asked) => null;

    [JsonRpcMethod("window/showMessageRequest", UseSingleObjectParameterDeserialization = true)]
    public JsonNode? Show(JsonElement asked) => null;

    [JsonRpcMethod("window/workDoneProgress/create", UseSingleObjectParameterDeserialization = true)]
    public JsonNode? CreateProgress(JsonElement asked)
    {
        Begin(asked.GetProperty("token").ToString());
        return null;
    }

    [JsonRpcMethod("$/progress", UseSingleObjectParameterDeserialization = true)]
    public void Progress(JsonElement said)
    {
        var token = said.GetProperty("token").ToString();
        var kind = said.GetProperty("value").TryGetProperty("kind", out var value) ? value.GetString() : null;
        if (kind == "begin") Begin(token);
        if (kind == "end") End(token);
    }

    private void Begin(string token)
    {
        lock (_lock)
        {
            if (_running.Add(token) && _idle.Task.IsCompleted) _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void End(string token)
    {
        lock (_lock)
        {
            if (_running.Remove(token) && _running.Count == 0) _idle.TrySetResult();
        }
    }

    private Task Idle()
    {
        lock (_lock) return _idle.Task;
    }

    private static TaskCompletionSource Finished()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
