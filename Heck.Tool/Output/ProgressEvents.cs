using System.Text.Json.Nodes;
using Heck.Contracts;

namespace Heck.Tool.Output;

/// <summary>JSON lines on stdout, before the envelope.</summary>
internal sealed class ProgressEvents() : ProgressWriter(TimeSpan.FromMilliseconds(200))
{
    protected override void Show(ProgressUpdate update) => Console.Out.WriteLine(new JsonObject
    {
        ["event"] = "progress",
        ["stage"] = update.Stage,
        ["done"] = update.Done,
        ["total"] = update.Total,
        ["detail"] = update.Detail,
    }.ToJsonString());
}
