namespace Heck.Contracts.Reports;

/// <summary>One block of a report.</summary>
public abstract record ReportBlock
{
    private protected ReportBlock()
    {
    }
}

/// <summary>A title above what follows.</summary>
public sealed record Heading(string Text) : ReportBlock;

/// <summary>A sentence or a short line.</summary>
public sealed record Line(string Text, Tone Tone = Tone.Plain) : ReportBlock;

/// <summary>Labels with values, one a line.</summary>
public sealed record Fields(IReadOnlyList<Field> Items) : ReportBlock;

/// <summary>One label with its value.</summary>
public sealed record Field(string Label, string Value, Tone Tone = Tone.Plain);

/// <summary>Rows under column titles; every row has as many cells as there are columns.</summary>
public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ReportBlock;

/// <summary>A unified diff.</summary>
public sealed record DiffBlock(string Unified) : ReportBlock;

/// <summary>Text that keeps its layout, such as code.</summary>
public sealed record Verbatim(string Text) : ReportBlock;
