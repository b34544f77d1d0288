using System.CommandLine;
using System.Text.Json.Nodes;
using Heck.Contracts.Requests;
using Heck.Tool.Output;

namespace Heck.Tool.Commands;

/// <summary>The options that stand before or after any verb: those of every request, and those of this front.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<bool> _json = Flag("--json", "Write exactly one envelope to stdout");
    private readonly Option<bool> _stream = Flag("--stream", "With --json, write events as JSON lines before the envelope");
    private readonly Option<bool> _noUi = Flag("--no-ui", "Never prompt, never draw a screen");
    private readonly Option<bool> _quiet = Flag("--quiet", "Say less on stderr");
    private readonly Option<bool> _verbose = Flag("--verbose", "Say more on stderr");
    private readonly List<RequestOption> _shared = [.. RequestOption.Of(typeof(VerbRequest))];

    public void AddTo(RootCommand root)
    {
        foreach (var option in new Option[] { _json, _stream, _noUi, _quiet, _verbose }) root.Add(option);
        foreach (var shared in _shared)
        {
            shared.Symbol.Recursive = true;
            root.Add(shared.Symbol);
        }
    }

    public void Read(ParseResult parsed, JsonObject arguments)
    {
        foreach (var option in _shared) option.Read(parsed, arguments);
        // The environment is this front's to read; the engine never does.
        if (Environment.GetEnvironmentVariable("HECK_OFFLINE") == "1") arguments["offline"] = true;
    }

    public OutputOptions Output(ParseResult parsed) => new(
        parsed.GetValue(_json), parsed.GetValue(_stream), parsed.GetValue(_noUi), parsed.GetValue(_quiet), parsed.GetValue(_verbose));

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description, Recursive = true };
}
