using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Requests;

namespace Heck.Verbs.Pipeline;

/// <summary>One line of the catalogue: a verb's name, what it may change, and how to run it.</summary>
internal abstract class VerbDescriptor(string name, VerbEffect effect, Type requestType, Type payloadType)
{
    public string Name { get; } = name;

    public VerbEffect Effect { get; } = effect;

    public Type RequestType { get; } = requestType;

    public Type PayloadType { get; } = payloadType;

    public abstract JsonTypeInfo RequestInfo { get; }

    public abstract JsonTypeInfo PayloadInfo { get; }

    /// <summary>Binds a front's JSON object and runs it.</summary>
    public abstract Task<Envelope> RunAsync(VerbPipeline pipeline, JsonObject arguments, CancellationToken ct);

    /// <summary>Runs a typed request.</summary>
    public abstract Task<Envelope> RunAsync(VerbPipeline pipeline, VerbRequest request, CancellationToken ct);
}
