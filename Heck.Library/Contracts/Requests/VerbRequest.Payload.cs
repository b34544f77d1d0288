namespace Heck.Contracts.Requests;

/// <summary>A request whose answer is a <typeparamref name="TPayload"/>.</summary>
public abstract record VerbRequest<TPayload> : VerbRequest
    where TPayload : class, IPayload;
