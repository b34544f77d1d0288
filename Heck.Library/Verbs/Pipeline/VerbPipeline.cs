using System.Globalization;
using System.Reflection;
using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Errors;
using Heck.Contracts.Requests;
using Heck.Runtime.Repositories;

namespace Heck.Verbs.Pipeline;

/// <summary>
/// The way of every request: bind, find the repository, put back what a killed run left, run the verb, record it, answer.
/// The only place where exceptions become errors.
/// </summary>
internal sealed class VerbPipeline(HeckEngineOptions options)
{
    public static string Version { get; } =
        typeof(VerbPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public async Task<Envelope<TPayload>> RunAsync<TRequest, TPayload>(
        VerbDescriptor<TRequest, TPayload> verb, Func<TRequest> bind, CancellationToken ct)
        where TRequest : VerbRequest<TPayload>
        where TPayload : class, IPayload
    {
        var run = new Run<TRequest>(options.Clock.GetTimestamp(), NewRunId());
        var envelope = await AnswerAsync(verb, bind, run, ct).ConfigureAwait(false);
        if (run is { Request: { } request, Context: { } context }) await RunRecorder.RecordAsync(verb, request, context, envelope).ConfigureAwait(false);
        return envelope;
    }

    private async Task<Envelope<TPayload>> AnswerAsync<TRequest, TPayload>(
        VerbDescriptor<TRequest, TPayload> verb, Func<TRequest> bind, Run<TRequest> run, CancellationToken ct)
        where TRequest : VerbRequest<TPayload>
        where TPayload : class, IPayload
    {
        try
        {
            var request = run.Request = bind();
            run.Layout = RepositoryLayout.Locate(request.Repo, options.WorkingDirectory);
            run.Context = new VerbContext(run.Layout, options, request, verb.Name, run.Id);
            await run.Context.RecoverAsync(ct).ConfigureAwait(false);
            var payload = await verb.Story(request, run.Context, ct).ConfigureAwait(false);
            if (run.Context.HasLocked) await BlobUpkeep.RunAsync(run.Context).ConfigureAwait(false);
            return Answer(verb, run, payload, error: null, payload.FoundProblems() ? ExitCode.ProblemsFound : ExitCode.Done);
        }
        catch (HeckException e)
        {
            return Answer(verb, run, payload: null, WithVerb(e.Error, verb.Name), e.Exit);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Answer(verb, run, payload: null, ErrorTable.FilesIo.With($"The file system refused: {e.Message}", inner: e).Error, ErrorTable.FilesIo.Exit);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Answer(verb, run, payload: null, ErrorTable.Cancelled.With("Cancelled.").Error, ExitCode.Cancelled);
        }
#pragma warning disable CA1031 // The one place that catches everything: whatever gets here is a defect, told neutrally with the run id.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Answer(verb, run, payload: null, Defect(e, run.Id), ExitCode.Internal);
        }
    }

    public Envelope Reject(string verb, HeckError error, ExitCode exit) => new FailedEnvelope
    {
        Cmd = verb,
        Version = Version,
        DurationMs = 0,
        Error = WithVerb(error, verb),
        Exit = exit,
        Meta = new EnvelopeMeta { RunId = NewRunId(), Root = options.WorkingDirectory, Schema = "error/1" },
    };

    private Envelope<TPayload> Answer<TRequest, TPayload>(
        VerbDescriptor<TRequest, TPayload> verb, Run<TRequest> run, TPayload? payload, HeckError? error, ExitCode exit)
        where TRequest : VerbRequest<TPayload>
        where TPayload : class, IPayload => new(verb.WritePayload)
    {
        Cmd = verb.Name,
        Version = Version,
        DurationMs = (long)options.Clock.GetElapsedTime(run.Started).TotalMilliseconds,
        Payload = payload,
        Error = error,
        Exit = exit,
        Meta = new EnvelopeMeta
        {
            RunId = run.Id,
            Root = run.Layout?.Root ?? options.WorkingDirectory,
            Schema = verb.Name + "/1",
            Tree = run.Context?.Tree,
            Warnings = run.Context?.Warnings ?? [],
        },
    };

    /// <summary>The advice of the table speaks of VERB, whichever was meant; words that make no verb have help and no schema.</summary>
    private static HeckError WithVerb(HeckError error, string verb) => error.Hint != ErrorTable.RequestInvalid.Advice ? error : error with
    {
        Hint = VerbCatalog.All.Any(v => v.Name == verb) ? error.Hint.Replace("VERB", verb, StringComparison.Ordinal) : $"See `{$"heck {verb}".Trim()} --help`.",
    };

    // The message of an unexpected exception may hold anything, file content included; its type and place hold only our own names.
    private static HeckError Defect(Exception e, string runId) => ErrorTable.Internal.With(
        $"Heck failed unexpectedly ({e.GetType().Name} in {e.TargetSite?.DeclaringType?.Name}.{e.TargetSite?.Name}).",
        $"Please report it with run id {runId}").Error;

    private string NewRunId()
    {
        var now = options.Clock.GetUtcNow();
        // Numbers one by one, since the formatters of dates and of Guids are vector code that each process would compile anew.
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{now.Year:D4}{now.Month:D2}{now.Day:D2}T{now.Hour:D2}{now.Minute:D2}{now.Second:D2}-{(uint)Random.Shared.NextInt64():x8}");
    }

    private sealed class Run<TRequest>(long started, string id)
    {
        public TRequest? Request { get; set; }

        public long Started { get; } = started;

        public string Id { get; } = id;

        public RepositoryLayout? Layout { get; set; }

        public VerbContext? Context { get; set; }
    }
}
