namespace Heck.Verbs.Pipeline;

/// <summary>What a verb does, as one function that reads like a story.</summary>
internal delegate Task<TPayload> VerbStory<in TRequest, TPayload>(TRequest request, VerbContext context, CancellationToken ct);
