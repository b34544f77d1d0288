using System.Text.Json;
using Heck.Code.Index.Querying;
using Heck.Contracts;

namespace Heck.Code.Index.Exporting;

/// <summary>Every symbol as a line of JSON, ordered by path, line and column: equal trees give equal bytes.</summary>
internal static class SymbolExport
{
    public static void Write(IndexReader reader, Stream to)
    {
        var options = new JsonWriterOptions { Encoder = RelaxedEncoder.Instance };
        using var writer = new Utf8JsonWriter(to, options);
        foreach (var file in reader.Files().Where(f => f.Symbols > 0))
        {
            foreach (var symbol in reader.SymbolsOf(file.Path).OrderBy(s => s.Line).ThenBy(s => s.Column).ThenBy(s => s.Ord))
            {
                WriteOne(writer, symbol, reader.ParentNameOf(symbol));
                writer.Flush();
                to.WriteByte((byte)'\n');
                writer.Reset();
            }
        }
    }

    private static void WriteOne(Utf8JsonWriter writer, SymbolRow symbol, string? parent)
    {
        writer.WriteStartObject();
        writer.WriteString("path", symbol.Path.Value);
        writer.WriteNumber("line", symbol.Line);
        writer.WriteNumber("column", symbol.Column);
        writer.WriteNumber("end_line", symbol.EndLine);
        writer.WriteString("kind", SnakeCase.Of(symbol.Kind));
        writer.WriteString("name", symbol.Name);
        if (parent is not null) writer.WriteString("parent", parent);
        writer.WriteBoolean("exported", symbol.Exported);
        writer.WriteEndObject();
    }
}
