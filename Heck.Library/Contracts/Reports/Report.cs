namespace Heck.Contracts.Reports;

/// <summary>A payload told to a person: blocks in reading order. A front lays them out; it knows no verb.</summary>
public sealed record Report(IReadOnlyList<ReportBlock> Blocks);
