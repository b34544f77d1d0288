using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json;
using Heck.Tests.Shared;
using Heck.Verbs.Schema;

namespace Heck.Rules.Tests.Generated;

public sealed class SchemaTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Verbs => [.. HeckEngine.Verbs.Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task The_schemas_of_a_verb_are_committed(string verb)
    {
        var answer = await new HeckEngine().RunAsync(new SchemaRequest { Verb = verb.Split(' ') }, TestContext.Current.CancellationToken);
        var file = "schemas/" + verb.Replace(' ', '-');
        Snapshot.Matches(file + ".request.json", Text(answer.Payload!.Request));
        Snapshot.Matches(file + ".envelope.json", Text(answer.Payload.Envelope));
    }

    [Fact]
    public void The_schema_of_the_configuration_is_committed() => Snapshot.Matches("schemas/config.json", Text(VerbSchemas.Configuration()));

    [Fact]
    public void The_schema_of_rule_files_is_committed() => Snapshot.Matches("schemas/rules.json", Text(VerbSchemas.Rules()));

    [Fact]
    public void The_schema_of_what_is_known_of_a_patch_is_committed() => Snapshot.Matches("schemas/patch.json", Text(VerbSchemas.Patches()));

    // The straight code of a generated context bears the names it was generated with; see HeckJson.WriterOf.
    [Fact]
    public void Every_context_of_a_verb_is_generated_with_the_names_of_the_schema() => Assert.All(
        typeof(HeckEngine).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(JsonSerializerContext)) && t.Namespace!.StartsWith("Heck.Verbs.", StringComparison.Ordinal)),
        t => Assert.Equal(JsonKnownNamingPolicy.SnakeCaseLower, t.GetCustomAttribute<JsonSourceGenerationOptionsAttribute>()?.PropertyNamingPolicy));

    [Fact]
    public void No_schema_is_left_of_a_verb_that_is_gone()
    {
        var known = HeckEngine.Verbs.Select(v => v.Name.Replace(' ', '-')).ToHashSet();
        var stray = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "schemas"), "*.envelope.json")
            .Select(f => Path.GetFileName(f).Replace(".envelope.json", "", StringComparison.Ordinal)).Where(v => !known.Contains(v));
        Assert.Empty(stray);
    }

    private static string Text(JsonNode schema) => schema.ToJsonString(Indented);
}
