using Heck.Contracts.Envelopes;
using Heck.Contracts.Errors;
using Heck.Contracts.Reports;
using Spectre.Console;

namespace Heck.Tool.Output;

/// <summary>An envelope for a person: the report on stdout; warnings and errors on stderr.</summary>
internal sealed class HumanOutput(OutputOptions options)
{
    public void Write(Envelope envelope)
    {
        if (envelope.Answer is { } payload) new ReportRenderer(Terminal.Stdout()).Write(payload.ToReport());
        var stderr = new ReportRenderer(Terminal.Stderr());
        if (!options.Quiet)
        {
            foreach (var warning in envelope.Meta.Warnings) stderr.Write(new Line("warning: " + warning, Tone.Warning));
        }

        if (envelope.Error is { } error) WriteError(stderr, error, envelope.Meta.RunId);
    }

    private void WriteError(ReportRenderer stderr, HeckError error, string runId)
    {
        stderr.Write(new Line($"error: {error.Message}", Tone.Bad));
        if (error.Details?["places"] is System.Text.Json.Nodes.JsonArray places)
        {
            foreach (var place in places) stderr.Write(new Line($"  {place!["path"]}:{place["line"]}:{place["column"]}  {place["role"]}"));
        }

        stderr.Write(new Line($"hint: {error.Hint}"));
        stderr.Write(new Line($"code: {error.Code}{(options.Verbose ? $", run {runId}" : "")}", Tone.Muted));
    }
}
