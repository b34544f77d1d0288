using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Schema;

internal static class SchemaVerb
{
    public static Task<SchemaPayload> RunAsync(SchemaRequest request, VerbContext context, CancellationToken ct)
    {
        var name = string.Join(' ', request.Verb);
        var verb = VerbCatalog.All.FirstOrDefault(v => v.Name == name)?.Descriptor
            ?? throw ErrorTable.RequestUnknownVerb.With($"There is no verb '{name}'.");
        return Task.FromResult(new SchemaPayload
        {
            Verb = name,
            Request = VerbSchemas.Request(verb),
            Envelope = VerbSchemas.Envelope(verb),
        });
    }
}
