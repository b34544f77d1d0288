using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Contracts.Requests;

namespace Heck.Verbs.Pipeline;

/// <summary>Turns a front's JSON object into a request, once and strictly; all violations are reported together.</summary>
internal static class RequestBinder
{
    public static TRequest Bind<TRequest, TPayload>(JsonObject arguments, VerbDescriptor<TRequest, TPayload> verb)
        where TRequest : VerbRequest<TPayload>
        where TPayload : class, IPayload
    {
        try
        {
            return Validate(BindPlain<TRequest>(arguments) ?? arguments.Deserialize(verb.RequestInfo)!, verb.Name);
        }
        catch (JsonException e)
        {
            throw Invalid(verb.Name, Describe(e), e);
        }
    }

    public static TRequest Validate<TRequest>(TRequest request, string verb)
        where TRequest : VerbRequest
    {
        var violations = Violations(request).ToList();
        return violations.Count == 0 ? request : throw Invalid(verb, string.Join(" ", violations));
    }

    /// <summary>
    /// Binds flags, texts and lists of texts, which is all that most calls give; null where the serializer has to look, and where it has to complain.
    /// Its first look at a type costs 20 ms of processor time, which is what a bare process costs from start to end.
    /// </summary>
    internal static TRequest? BindPlain<TRequest>(JsonObject arguments)
        where TRequest : VerbRequest
    {
        var request = Activator.CreateInstance<TRequest>();
        var properties = typeof(TRequest).GetProperties().Where(p => p.SetMethod is not null).ToDictionary(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name));
        foreach (var (name, value) in arguments)
        {
            if (!properties.Remove(name, out var property) || Plain(value, property.PropertyType) is not { } plain) return null;
            property.SetValue(request, plain);
        }

        return properties.Values.Any(p => p.IsDefined(typeof(RequiredMemberAttribute), inherit: false)) ? null : request;
    }

    private static object? Plain(JsonNode? node, Type type) => node switch
    {
        JsonValue value when type == typeof(bool) && value.TryGetValue(out bool flag) => flag,
        JsonValue value when type == typeof(string) && value.TryGetValue(out string? text) => text,
        JsonArray array when type == typeof(IReadOnlyList<string>) => Texts(array),
        _ => null,
    };

    private static string[]? Texts(JsonArray array)
    {
        var texts = array.Select(item => item is JsonValue value && value.TryGetValue(out string? text) ? text : null).OfType<string>().ToArray();
        return texts.Length == array.Count ? texts : null;
    }

    // Not Validator.TryValidateObject: it goes through TypeDescriptor, which costs every start more than the rest of the binding.
    // What was not said breaks no rule, and so its rules need not be looked up.
    private static IEnumerable<string> Violations(object request) =>
        from property in request.GetType().GetProperties()
        let value = property.GetValue(request)
        where value is not (null or false)
        from rule in property.GetCustomAttributes<ValidationAttribute>()
        let result = rule.GetValidationResult(value, new ValidationContext(request) { MemberName = property.Name, DisplayName = property.Name })
        where result is not null
        select result.ErrorMessage;

    private static HeckException Invalid(string verb, string what, Exception? cause = null) =>
        ErrorTable.RequestInvalid.With($"The request does not fit '{verb}': {what}", $"See `heck {verb} --help` or `heck schema \"{verb}\"`.", inner: cause);

    // The serializer names the .NET type, which says nothing to a user; the path and what follows it do.
    private static string Describe(JsonException e) => e.Path is { Length: > 1 } path && !e.Message.Contains("could not be mapped", StringComparison.Ordinal)
        ? $"the value at '{path.TrimStart('$', '.')}' is not of the kind expected."
        : e.Message.Replace(" Path:", " At:", StringComparison.Ordinal);
}
