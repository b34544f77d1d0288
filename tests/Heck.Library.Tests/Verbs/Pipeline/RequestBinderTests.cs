using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Heck.Verbs;
using Heck.Verbs.Explain;
using Heck.Verbs.Index;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Schema;

namespace Heck.Library.Tests.Verbs.Pipeline;

public sealed class RequestBinderTests
{
    private static readonly MethodInfo BindPlain = typeof(RequestBinder).GetMethod(nameof(RequestBinder.BindPlain), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static readonly Gen<JsonNode?> Value = Gen.OneOf(
        Gen.Const(() => (JsonNode?)true), Gen.Const(() => (JsonNode?)"text"), Gen.Const(() => (JsonNode?)1), Gen.Const(() => (JsonNode?)null),
        Gen.Const(() => (JsonNode?)new JsonArray("a", "b")), Gen.Const(() => (JsonNode?)new JsonArray("a", 1)), Gen.Const(() => (JsonNode?)new JsonArray("a", null)), Gen.Const(() => (JsonNode?)new JsonObject()));

    [Fact]
    public void What_is_bound_without_the_serializer_is_what_the_serializer_binds()
    {
        var bound = 0;
        Gen.Select(Gen.OneOf([.. VerbCatalog.All.Select(v => v.Descriptor)]), Gen.Select(Gen.Int[0, 30], Value).Array[0, 4], Gen.Int[0, 20]).Sample(
            (verb, picks, unknown) =>
            {
                var arguments = new JsonObject();
                var names = Names(verb.RequestType);
                foreach (var (pick, value) in picks) arguments[names[pick % names.Count]] = value?.DeepClone();
                if (unknown == 0) arguments["unknown"] = true;
                if (BindPlain.MakeGenericMethod(verb.RequestType).Invoke(null, [arguments]) is not { } plain) return;
                Interlocked.Increment(ref bound);
                Assert.Equal(
                    JsonSerializer.Serialize(arguments.Deserialize(verb.RequestInfo), verb.RequestInfo),
                    JsonSerializer.Serialize(plain, verb.RequestInfo));
            },
            iter: 3000);
        Assert.True(bound > 150, $"only {bound} of 3000 were bound");
    }

    [Fact]
    public void A_missing_required_member_is_left_to_the_serializer()
    {
        Assert.Null(RequestBinder.BindPlain<SchemaRequest>([]));
        Assert.NotNull(RequestBinder.BindPlain<SchemaRequest>(new JsonObject { ["verb"] = new JsonArray("status") }));
        Assert.NotNull(RequestBinder.BindPlain<IndexRequest>(new JsonObject { ["full"] = true, ["repo"] = "x" }));
        Assert.NotNull(RequestBinder.BindPlain<ExplainRequest>([]));
    }

    private static List<string> Names(Type request) =>
        [.. request.GetProperties().Where(p => p.SetMethod is not null).Select(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name))];
}
