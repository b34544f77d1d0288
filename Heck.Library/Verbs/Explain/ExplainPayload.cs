using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Explain;

/// <summary>What is known of a symbol, a file or the repository; one of the three is there.</summary>
public sealed record ExplainPayload : IPayload
{
    [Description("The symbol asked for")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplainedSymbol? Symbol { get; init; }

    [Description("The file asked for")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplainedFile? File { get; init; }

    [Description("The folder asked for; the repository when nothing was")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplainedRepository? Repository { get; init; }

    [Description("Uses of the symbol, imports of the file, or imports of the folder from outside it, by place")]
    public IReadOnlyList<CallerPlace> Callers { get; init; } = [];

    [Description("How many uses there are, those beyond the list included")]
    public int CallersTotal { get; init; }

    [Description("What the symbol uses, by first use")]
    public IReadOnlyList<CalleePlace> Callees { get; init; } = [];

    [Description("Tests that concern it, the closest first")]
    public IReadOnlyList<TestPlace> Tests { get; init; } = [];

    [Description("Commits that touched it, the newest first")]
    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <inheritdoc/>
    public Report ToReport() => ExplainReport.Of(this);
}
