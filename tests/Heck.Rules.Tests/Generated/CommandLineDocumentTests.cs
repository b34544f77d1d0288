using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text;
using Heck.Contracts.Requests;
using Heck.Tests.Shared;

namespace Heck.Rules.Tests.Generated;

public sealed class CommandLineDocumentTests
{
    [Fact]
    public void Docs_list_every_verb_and_option() => Snapshot.Matches("docs/cli.md", Document());

    [Fact]
    public void Every_verb_has_a_summary_without_a_final_stop() =>
        Assert.All(HeckEngine.Verbs, v => Assert.True(v.Summary is { Length: > 0 } && !v.Summary.EndsWith('.'), v.Name));

    [Fact]
    public void Every_option_and_every_member_of_a_payload_is_described() => Assert.All(
        HeckEngine.Verbs.SelectMany(v => Own(v.RequestType).Concat(Own(v.PayloadType))),
        p => Assert.True(p.GetCustomAttribute<DescriptionAttribute>() is { Description.Length: > 0 }, $"{p.DeclaringType!.Name}.{p.Name} has no [Description]"));

    // The serializer sets what a request leaves out to the type's default, not to an initializer's.
    [Fact]
    public void A_request_says_null_for_what_was_not_said() => Assert.All(
        HeckEngine.Verbs.SelectMany(v => v.RequestType.GetProperties()).Where(p => p.PropertyType.IsValueType && p.PropertyType != typeof(bool)),
        p => Assert.True(Nullable.GetUnderlyingType(p.PropertyType) is not null, $"{p.DeclaringType!.Name}.{p.Name} cannot be null"));

    [Fact]
    public void Names_of_verbs_are_unique() => Assert.Equal(HeckEngine.Verbs.Count, HeckEngine.Verbs.Select(v => v.Name).Distinct().Count());

    private static string Document()
    {
        var page = new StringBuilder("""
            # The command line

            Generated from the request records by `./build.sh schemas`. Every verb takes the global options; `heck schema VERB` prints its JSON Schemas.

            ## Global options


            """);
        Options(page, typeof(VerbRequest));
        page.AppendLine("| `--json` | write exactly one envelope to stdout |").AppendLine("| `--stream` | with `--json`, write events as JSON lines before the envelope |")
            .AppendLine("| `--no-ui` | never prompt, never draw a screen |").AppendLine("| `--quiet`, `--verbose` | say less, more on stderr |");
        foreach (var verb in HeckEngine.Verbs)
        {
            page.AppendLine().AppendLine($"## heck {verb.Name}{string.Concat(Positions(verb.RequestType))}").AppendLine().AppendLine(verb.Summary + ".").AppendLine();
            if (Own(verb.RequestType).Any()) Options(page, verb.RequestType);
        }

        return page.ToString();
    }

    private static void Options(StringBuilder page, Type request)
    {
        page.AppendLine("| given as | meaning |").AppendLine("|---|---|");
        foreach (var property in Own(request))
        {
            var given = property.GetCustomAttribute<PositionalAttribute>() is null ? "--" + (property.GetCustomAttribute<OptionNameAttribute>()?.Name ?? JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name)) : JsonNamingPolicy.KebabCaseUpper.ConvertName(property.Name);
            var letter = property.GetCustomAttribute<ShortNameAttribute>() is { } s ? $", `-{s.Letter}`" : "";
            page.AppendLine($"| `{given}`{letter} | {property.GetCustomAttribute<DescriptionAttribute>()?.Description.Replace("|", "\\|", StringComparison.Ordinal)} |");
        }
    }

    private static IEnumerable<string> Positions(Type request) => Own(request)
        .Where(p => p.GetCustomAttribute<PositionalAttribute>() is not null)
        .OrderBy(p => p.GetCustomAttribute<PositionalAttribute>()!.Order)
        .Select(p => (JsonNamingPolicy.KebabCaseUpper.ConvertName(p.Name), p.PropertyType == typeof(string) ? "" : "…", p.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null))
        .Select(p => p.Item3 ? $" {p.Item1}{p.Item2}" : $" [{p.Item1}{p.Item2}]");

    private static IEnumerable<PropertyInfo> Own(Type record) => record
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(p => p.SetMethod is not null);
}
