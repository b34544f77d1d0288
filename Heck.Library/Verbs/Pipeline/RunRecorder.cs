using System.Text.Json;
using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Errors;
using Heck.Contracts.Requests;
using Heck.Runtime.RunLogs;

namespace Heck.Verbs.Pipeline;

/// <summary>
/// Writes the record of a run into the repository's log. Queries, runs that only look and those that found nothing to do have none, since a record costs more than most of them
/// (docs/decisions/0002-run-log.md); neither has a folder that Heck has no state in.
/// </summary>
internal static class RunRecorder
{
    public static async Task RecordAsync<TRequest, TPayload>(
        VerbDescriptor<TRequest, TPayload> verb, TRequest request, VerbContext context, Envelope<TPayload> envelope)
        where TRequest : VerbRequest<TPayload>
        where TPayload : class, IPayload
    {
        if (verb.Effect == VerbEffect.Query || request.OnlyLooks || context.LeftAllAsItWas || !Directory.Exists(context.Layout.StateFolder)) return;
        try
        {
            // Whatever the caller cancels, what was done is recorded.
            await new RunLog(context.Layout).AppendAsync(Record(verb, request, context, envelope), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HeckException)
        {
            context.Warn($"This run could not be recorded in the run log: {e.Message}");
        }
    }

    private static RunLogRecord Record<TRequest, TPayload>(
        VerbDescriptor<TRequest, TPayload> verb, TRequest request, VerbContext context, Envelope<TPayload> envelope)
        where TRequest : VerbRequest<TPayload>
        where TPayload : class, IPayload => new()
    {
        RunId = context.RunId,
        Time = context.Clock.GetUtcNow(),
        Cmd = envelope.Cmd,
        Version = envelope.Version,
        Request = HeckJson.ToElement(verb.WriteRequest, request),
        Ok = envelope.Ok,
        ExitCode = (int)envelope.Exit,
        ErrorCode = envelope.Error?.Code,
        Tree = context.Tree,
        Patch = context.PatchId,
        Files = context.Changed.Count > 0 ? context.Changed : null,
        DurationMs = envelope.DurationMs,
        PayloadHash = HashOf(verb, envelope),
        Warnings = context.Warnings.Count > 0 ? [.. context.Warnings] : null,
    };

    private static ContentHash HashOf<TRequest, TPayload>(VerbDescriptor<TRequest, TPayload> verb, Envelope<TPayload> envelope)
        where TRequest : VerbRequest<TPayload>
        where TPayload : class, IPayload => ContentHash.Of(CanonicalJson.Serialize(envelope.Payload is { } payload
            ? HeckJson.ToElement(verb.WritePayload, payload)
            : JsonSerializer.SerializeToElement(envelope.Error!, EnvelopeJson.Instance.HeckError)));
}
