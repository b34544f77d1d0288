using System.Text.Json;
using Heck.Code.Index.Querying;
using Heck.Code.Index.Store;
using Heck.Code.Index.Testing;
using Heck.Contracts;

namespace Heck.Code.Index.Exporting;

/// <summary>The module graph and the map between tests and code as one JSON document, ordered by path.</summary>
internal static class MapExport
{
    public static void Write(IndexDatabase database, Stream to)
    {
        var reader = new IndexReader(database);
        using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = RelaxedEncoder.Instance, Indented = true, NewLine = "\n" });
        writer.WriteStartObject();
        WriteModules(writer, reader);
        WriteTests(writer, TestMap.Of(database));
        writer.WriteEndObject();
    }

    private static void WriteModules(Utf8JsonWriter writer, IndexReader reader)
    {
        var imports = reader.Imports().ToLookup(i => i.Path);
        writer.WriteStartArray("modules");
        foreach (var file in reader.Files().Where(f => f.Language is not null))
        {
            writer.WriteStartObject();
            writer.WriteString("path", file.Path.Value);
            writer.WriteString("language", file.Language);
            writer.WriteStartArray("imports");
            foreach (var import in imports[file.Path]) WriteImport(writer, import);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteImport(Utf8JsonWriter writer, ImportRow import)
    {
        writer.WriteStartObject();
        writer.WriteString("specifier", import.Specifier);
        writer.WriteNumber("line", import.Line);
        writer.WriteString("kind", SnakeCase.Of(import.Kind));
        WriteStrings(writer, "targets", import.Targets.Select(t => t.Value));
        writer.WriteEndObject();
    }

    private static void WriteTests(Utf8JsonWriter writer, IReadOnlyList<TestLink> links)
    {
        writer.WriteStartArray("tests");
        foreach (var link in links)
        {
            writer.WriteStartObject();
            writer.WriteString("test", link.Test.Value);
            writer.WriteString("code", link.Code.Value);
            writer.WriteNumber("score", link.Score);
            WriteStrings(writer, "reasons", link.Reasons);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
