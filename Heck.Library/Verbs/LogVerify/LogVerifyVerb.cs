using Heck.Contracts;
using Heck.Runtime.RunLogs;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.LogVerify;

internal static class LogVerifyVerb
{
    public static Task<LogVerifyPayload> RunAsync(LogVerifyRequest request, VerbContext context, CancellationToken ct)
    {
        var found = new RunLogVerifier(new RunLog(context.Layout)).Verify(ContentHash.TryParse(request.ExpectHead, out var expected) ? expected : null);
        return Task.FromResult(new LogVerifyPayload
        {
            Count = found.Count,
            Head = found.Head,
            Verdicts = new LogVerdicts { Integrity = found.Integrity, Completeness = found.Completeness, Anchored = found.Anchored },
            Torn = found.Torn,
            NotProven = found.NotProven,
        });
    }
}
