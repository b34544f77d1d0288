using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Requests;
using Heck.Tests.Shared;

namespace Heck.Library.Tests;

internal static class CheckedEngine
{
    /// <summary>As <see cref="HeckEngine.RunAsync{TPayload}"/>, the envelope held against its schema.</summary>
    public static async Task<Envelope<TPayload>> RunValidAsync<TPayload>(this HeckEngine engine, VerbRequest<TPayload> request, CancellationToken ct = default)
        where TPayload : class, IPayload
    {
        var envelope = await engine.RunAsync(request, ct);
        await Envelopes.ValidAsync(envelope);
        return envelope;
    }
}
