using Heck.Contracts.Reports;
using Spectre.Console;
using ReportTable = Heck.Contracts.Reports.Table;
using SpectreTable = Spectre.Console.Table;

namespace Heck.Tool.Output;

/// <summary>Lays out report blocks on a console. Knows no verb.</summary>
internal sealed class ReportRenderer(IAnsiConsole console)
{
    public void Write(Report report)
    {
        foreach (var block in report.Blocks) Write(block);
    }

    public void Write(ReportBlock block)
    {
        switch (block)
        {
            case Heading heading: WriteLine(heading.Text, new Style(decoration: Decoration.Bold)); break;
            case Line line: WriteLine(line.Text, StyleOf(line.Tone)); break;
            case Fields fields: WriteFields(fields); break;
            case ReportTable table: WriteTable(table); break;
            case DiffBlock diff: WriteDiff(diff.Unified); break;
            case Verbatim verbatim: WriteLine(verbatim.Text, Style.Plain); break;
        }
    }

    private void WriteLine(string text, Style style)
    {
        console.Write(Words(text, style));
        console.WriteLine();
    }

    private void WriteFields(Fields fields)
    {
        var width = fields.Items.Count == 0 ? 0 : fields.Items.Max(f => f.Label.Length);
        foreach (var field in fields.Items)
        {
            console.Write(Words(field.Label.PadRight(width + 2), new Style(Color.Grey)));
            WriteLine(field.Value, StyleOf(field.Tone));
        }
    }

    private void WriteTable(ReportTable table)
    {
        var grid = new SpectreTable { Border = TableBorder.None, ShowRowSeparators = false };
        foreach (var column in table.Columns) grid.AddColumn(new TableColumn(new Text(column, new Style(Color.Grey))) { Padding = new Padding(0, 0, 2, 0) });
        foreach (var row in table.Rows) grid.AddRow(row.Select(cell => Words(cell)));
        console.Write(grid);
    }

    // What is redirected is for programs, which want what was said.
    private Text Words(string text, Style? style = null) => new(console.Profile.Out.IsTerminal ? VisibleText.Of(text) : text, style);

    private void WriteDiff(string unified)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            // Byte for byte, so that it can be piped to where a diff is read: no line is wrapped and no CR lost.
            console.Profile.Out.Writer.Write(unified);
            return;
        }

        foreach (var line in unified.TrimEnd('\n').Split('\n')) WriteLine(line, DiffStyle(line));
    }

    private static Style DiffStyle(string line) => line switch
    {
        ['+', '+', '+', ..] or ['-', '-', '-', ..] or ['d', 'i', 'f', 'f', ..] => new Style(decoration: Decoration.Bold),
        ['+', ..] => new Style(Color.Green),
        ['-', ..] => new Style(Color.Red),
        ['@', '@', ..] => new Style(Color.Teal),
        _ => Style.Plain,
    };

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Good => new Style(Color.Green),
        Tone.Warning => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red),
        Tone.Muted => new Style(Color.Grey),
        _ => Style.Plain,
    };
}
