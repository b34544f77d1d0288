using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Status;

internal static class StatusVerb
{
    public static Task<StatusPayload> RunAsync(StatusRequest request, VerbContext context, CancellationToken ct) =>
        Task.FromResult(new StatusPayload { Initialised = context.Layout.IsInitialised });
}
