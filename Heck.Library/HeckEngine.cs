using System.Text.Json.Nodes;
using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Errors;
using Heck.Contracts.Requests;
using Heck.Verbs;
using Heck.Verbs.Pipeline;

namespace Heck;

/// <summary>
/// The one door of Heck: a request goes in, an envelope comes out. Expected failures are envelopes, never exceptions.
/// Safe to use from several threads; holds nothing open between calls.
/// </summary>
public sealed class HeckEngine
{
    private readonly VerbPipeline _pipeline;

    /// <summary>Makes an engine for the current folder.</summary>
    public HeckEngine()
        : this(new HeckEngineOptions())
    {
    }

    /// <summary>Makes an engine.</summary>
    public HeckEngine(HeckEngineOptions options) => _pipeline = new VerbPipeline(options);

    /// <summary>Heck's version, such as <c>0.1.0</c>.</summary>
    public static string Version => VerbPipeline.Version;

    /// <summary>Every verb, in the order in which they are shown.</summary>
    public static IReadOnlyList<VerbInfo> Verbs { get; } = [.. VerbCatalog.All.Select(v => new VerbInfo(v))];

    /// <summary>Runs a typed request.</summary>
    public async Task<Envelope<TPayload>> RunAsync<TPayload>(VerbRequest<TPayload> request, CancellationToken ct = default)
        where TPayload : class, IPayload
    {
        ArgumentNullException.ThrowIfNull(request);
        var verb = VerbCatalog.All.Select(v => v.Descriptor).First(v => v.RequestType == request.GetType());
        return (Envelope<TPayload>)await verb.RunAsync(_pipeline, request, ct).ConfigureAwait(false);
    }

    /// <summary>Binds a JSON object to the verb's request and runs it. An unknown verb is a failed envelope.</summary>
    public Task<Envelope> RunAsync(string verb, JsonObject arguments, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return VerbCatalog.All.FirstOrDefault(v => v.Name == verb) is { } known
            ? known.Descriptor.RunAsync(_pipeline, arguments, ct)
            : Task.FromResult(Reject(verb, ErrorTable.RequestUnknownVerb.With($"There is no verb '{verb}'.").Error, ExitCode.BadRequest));
    }

    /// <summary>The envelope of a request that a front could not even read, such as a command line with an unknown option.</summary>
    public Envelope Reject(string verb, string message) =>
        Reject(verb, ErrorTable.RequestInvalid.With(message).Error, ExitCode.BadRequest);

    private Envelope Reject(string verb, HeckError error, ExitCode exit) => _pipeline.Reject(verb, error, exit);
}
