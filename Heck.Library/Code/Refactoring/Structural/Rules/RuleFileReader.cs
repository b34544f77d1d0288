using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heck.Code.Languages;
using Heck.Contracts.Errors;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Heck.Code.Refactoring.Structural.Rules;

/// <summary>Reads rule files: YAML to JSON, bound as strictly as a request.</summary>
internal static class RuleFileReader
{
    public const int MaxBytes = 1 << 20;

    /// <summary>Anchors can make a small file a huge document.</summary>
    private const int MaxNodes = 100_000;
    private const int MaxDepth = 60;
    private const int DepthOfDocument = 2;

    /// <exception cref="HeckException"><c>rules.invalid</c>, with the place in the file.</exception>
    public static RuleFile Read(string file, byte[] content)
    {
        try
        {
            var rules = JsonSerializer.Deserialize(ToJson(file, content), RuleFileJson.Instance.RuleFile) ?? throw Invalid(file, "it is empty");
            Validate(file, rules);
            return rules;
        }
        catch (YamlException e)
        {
            throw Invalid(file, $"line {e.Start.Line}, column {e.Start.Column}: {e.Message}", e);
        }
        catch (DecoderFallbackException e)
        {
            throw Invalid(file, "it is not UTF-8", e);
        }
        catch (JsonException e)
        {
            throw Invalid(file, $"at {e.Path?.TrimStart('$', '.')}: {e.Message.Split(" Path:")[0]}", e);
        }
        // Of some malformed documents the library says only that it did not expect them.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw Invalid(file, "it is no YAML", e);
        }
    }

    private static void Validate(string file, RuleFile rules)
    {
        if (rules.Rules.Count == 0) throw Invalid(file, "it holds no rule");
        foreach (var rule in rules.Rules)
        {
            if (rule.Id.Length == 0) throw Invalid(file, "a rule has no id");
            if (rule.Match.Count == 0 || rule.NoMatch.Count == 0) throw Invalid(file, $"the rule '{rule.Id}' needs at least one example under 'match' and one under 'no_match'");
            if (LanguageCatalog.Named(rule.Language).Count == 0) throw Invalid(file, $"the rule '{rule.Id}' is for '{rule.Language}', which is no language that Heck reads");
        }

        if (rules.Rules.GroupBy(r => r.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) throw Invalid(file, $"two rules have the id '{twice.Key}'");
    }

    private static JsonNode? ToJson(string file, byte[] content)
    {
        var text = Decoded(content);
        EnsureIsShallow(file, text);
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents.Count != 1) throw Invalid(file, $"it has {stream.Documents.Count} documents instead of one");
        var budget = MaxNodes;
        return ToJson(file, stream.Documents[0].RootNode, ref budget, 0);
    }

    private static string Decoded(byte[] content)
    {
        using var reader = new StreamReader(new MemoryStream(content), new UTF8Encoding(false, throwOnInvalidBytes: true));
        return reader.ReadToEnd();
    }

    // Before the library makes nodes of it, for which it takes the stack: also of one that holds itself.
    private static void EnsureIsShallow(string file, string text)
    {
        var parser = new Parser(new StringReader(text));
        var open = new Stack<AnchorName>();
        while (parser.MoveNext())
        {
            var (now, line) = (parser.Current!, parser.Current!.Start.Line);
            if (now is AnchorAlias alias && open.Contains(alias.Value)) throw Invalid(file, $"line {line}: '{alias.Value}' holds itself");
            if (now.NestingIncrease > 0) open.Push(now is NodeEvent node ? node.Anchor : AnchorName.Empty);
            else if (now.NestingIncrease < 0) open.Pop();
            if (open.Count > MaxDepth + DepthOfDocument) throw Invalid(file, $"line {line}: it nests deeper than {MaxDepth}");
        }
    }

    private static JsonNode? ToJson(string file, YamlNode node, ref int budget, int depth)
    {
        if (--budget < 0 || depth > MaxDepth) throw Invalid(file, $"it has more than {MaxNodes} values, or nests deeper than {MaxDepth}");
        switch (node)
        {
            case YamlMappingNode mapping:
                var properties = new JsonObject();
                foreach (var (key, value) in mapping.Children)
                {
                    if (key is not YamlScalarNode { Value: { } name }) throw Invalid(file, $"line {key.Start.Line}: a key must be a word");
                    if (!properties.TryAdd(name, ToJson(file, value, ref budget, depth + 1))) throw Invalid(file, $"line {key.Start.Line}: '{name}' is given twice");
                }

                return properties;
            case YamlSequenceNode sequence:
                var items = new JsonArray();
                foreach (var item in sequence.Children) items.Add(ToJson(file, item, ref budget, depth + 1));
                return items;
            default:
                return JsonValue.Create(((YamlScalarNode)node).Value);
        }
    }

    private static HeckException Invalid(string file, string why, Exception? cause = null) => ErrorTable.RulesInvalid.With($"'{file}' is no usable file of rules: {why}.", inner: cause);
}
