using System.Text;
using Tomlyn;
using Tomlyn.Model;

namespace Heck.Toolchain.Detection.Manifests;

internal static class PyProject
{
    public static IEnumerable<string> Signs(byte[] content)
    {
        try
        {
            return [.. Signs(TomlSerializer.Deserialize<TomlTable>(Encoding.UTF8.GetString(content)) ?? [])];
        }
        catch (TomlException e)
        {
            throw new ManifestException("it is no TOML", e);
        }
    }

    private static IEnumerable<string> Signs(TomlTable root)
    {
        foreach (var name in Table(root, "tool").Keys) yield return "pyproject:tool." + name;
        foreach (var requirement in Declared(root).OfType<string>())
        {
            if (Requirements.NameIn(requirement) is { } name) yield return "python:" + name;
        }
    }

    /// <summary>Requirements where each tool writes them: the standard's three places, and poetry's tables, whose keys are names.</summary>
    private static IEnumerable<object?> Declared(TomlTable root)
    {
        var project = Table(root, "project");
        var poetry = Table(Table(root, "tool"), "poetry");
        return List(project, "dependencies")
            .Concat(Table(project, "optional-dependencies").Values.SelectMany(List))
            .Concat(Table(root, "dependency-groups").Values.SelectMany(List))
            .Concat(Table(poetry, "dependencies").Keys)
            .Concat(Table(poetry, "dev-dependencies").Keys)
            .Concat(Table(poetry, "group").Values.OfType<TomlTable>().SelectMany(group => Table(group, "dependencies").Keys));
    }

    private static TomlTable Table(TomlTable table, string key) => table.TryGetValue(key, out var value) && value is TomlTable inner ? inner : [];

    private static IEnumerable<object?> List(TomlTable table, string key) => table.TryGetValue(key, out var value) ? List(value) : [];

    private static IEnumerable<object?> List(object? value) => value as TomlArray ?? [];
}
