using System.CommandLine;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Runtime.CompilerServices;
using Heck.Contracts.Requests;

namespace Heck.Tool.Commands;

/// <summary>The options and positions of one verb's request.</summary>
internal sealed class RequestOptions
{
    private readonly List<RequestOption> _options;
    private readonly List<Position> _positions;

    private RequestOptions(List<RequestOption> options, List<Position> positions)
    {
        _options = options;
        _positions = positions;
    }

    public static RequestOptions AddTo(Command command, Type request)
    {
        var options = RequestOption.Of(request).ToList();
        var positions = Positions(request).ToList();
        foreach (var option in options) command.Add(option.Symbol);
        foreach (var position in positions) command.Add(position.Symbol);
        return new RequestOptions(options, positions);
    }

    public JsonObject Read(ParseResult parsed)
    {
        var arguments = new JsonObject();
        foreach (var option in _options) option.Read(parsed, arguments);
        foreach (var (member, symbol) in _positions)
        {
            if (parsed.GetResult(symbol) is not { Tokens: [_, ..] tokens }) continue;
            arguments[member] = symbol is Argument<string[]> ? new JsonArray([.. tokens.Select(t => (JsonNode)t.Value)]) : tokens[0].Value;
        }

        return arguments;
    }

    private static IEnumerable<Position> Positions(Type request) =>
        from property in request.GetProperties()
        let position = property.GetCustomAttribute<PositionalAttribute>()
        where position is not null
        orderby position.Order
        select new Position(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), Symbol(property));

    private static Argument Symbol(PropertyInfo property)
    {
        var name = JsonNamingPolicy.KebabCaseUpper.ConvertName(property.Name);
        var required = property.GetCustomAttribute<RequiredMemberAttribute>() is not null;
        var description = property.GetCustomAttribute<DescriptionAttribute>()?.Description;
        return property.PropertyType == typeof(string)
            ? new Argument<string>(name) { Description = description, Arity = required ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne }
            : new Argument<string[]>(name) { Description = description, Arity = required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore };
    }

    // A class, since collections of a struct of our own would be compiled at every start.
    private sealed record Position(string Member, Argument Symbol);
}
