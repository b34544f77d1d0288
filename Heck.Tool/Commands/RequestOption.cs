using System.CommandLine;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heck.Contracts.Requests;

namespace Heck.Tool.Commands;

/// <summary>One property of a request as an option. Its value is handed on as JSON; whether it fits is the engine's to say.</summary>
internal abstract class RequestOption
{
    private readonly string _member;

    private RequestOption(PropertyInfo property, Option symbol)
    {
        _member = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        Symbol = symbol;
        Symbol.Description = property.GetCustomAttribute<DescriptionAttribute>()?.Description;
        if (property.GetCustomAttribute<ShortNameAttribute>() is { } shortName) Symbol.Aliases.Add("-" + shortName.Letter);
    }

    public Option Symbol { get; }

    /// <summary>Options for what is not given by position and not shared by all requests, unless it is those that are asked for.</summary>
    public static IEnumerable<RequestOption> Of(Type request) => request
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => (p.DeclaringType == typeof(VerbRequest)) == (request == typeof(VerbRequest)))
        .Where(p => p.SetMethod is not null && p.GetCustomAttribute<PositionalAttribute>() is null)
        .Select(Of);

    public void Read(ParseResult parsed, JsonObject arguments)
    {
        if (parsed.GetResult(Symbol) is { Implicit: false } && Value(parsed) is { } value) arguments[_member] = value;
    }

    protected abstract JsonNode? Value(ParseResult parsed);

    private static RequestOption Of(PropertyInfo property)
    {
        var name = "--" + (property.GetCustomAttribute<OptionNameAttribute>()?.Name ?? JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name));
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(bool)) return new FlagOption(property, name);
        if (type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable))) return new ListOption(property, name);
        return new ValueOption(property, name, type);
    }

    private sealed class FlagOption(PropertyInfo property, string name) : RequestOption(property, new Option<bool>(name))
    {
        protected override JsonNode? Value(ParseResult parsed) => parsed.GetValue((Option<bool>)Symbol);
    }

    private sealed class ListOption(PropertyInfo property, string name) : RequestOption(property, new Option<string[]>(name))
    {
        protected override JsonNode? Value(ParseResult parsed) => new JsonArray([.. parsed.GetValue((Option<string[]>)Symbol)!.Select(v => (JsonNode)v)]);
    }

    private sealed class ValueOption(PropertyInfo property, string name, Type type) : RequestOption(property, WithWords(new Option<string>(name), type))
    {
        protected override JsonNode? Value(ParseResult parsed)
        {
            var text = parsed.GetValue((Option<string>)Symbol);
            var isNumber = type.IsPrimitive || type == typeof(decimal);
            return isNumber && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : text;
        }

        private static Option<string> WithWords(Option<string> option, Type type)
        {
            if (type.IsEnum) option.AcceptOnlyFromAmong([.. Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)]);
            return option;
        }
    }
}
