using System.Xml;
using System.Xml.Linq;

namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>An MSBuild file read as plain XML. Nothing is evaluated: no property functions, no imports, and conditions count as false for properties and as true for items.</summary>
internal sealed class ProjectXml
{
    private readonly XElement _root;

    private ProjectXml(XElement root) => _root = root;

    public bool IsSdkStyle => _root.Attribute("Sdk") is not null || _root.Elements().Any(e => e.Name.LocalName is "Sdk" || (e.Name.LocalName == "Import" && e.Attribute("Sdk") is not null));

    public bool IsWeb => _root.Attribute("Sdk")?.Value is "Microsoft.NET.Sdk.Web";

    /// <summary>Null when the bytes are no XML that a project could be.</summary>
    public static ProjectXml? TryRead(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 8 << 20 });
            return XDocument.Load(reader).Root is { } root ? new ProjectXml(root) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The last unconditional value; null when there is none or it depends on another property.</summary>
    public string? Property(string name) => _root.Elements().Where(g => g.Name.LocalName == "PropertyGroup" && g.Attribute("Condition") is null)
        .SelectMany(g => g.Elements()).Where(p => p.Name.LocalName == name && p.Attribute("Condition") is null)
        .Select(p => p.Value.Trim()).LastOrDefault() is { } value && !value.Contains("$(", StringComparison.Ordinal) ? value : null;

    /// <summary>All values of a list such as <c>DefineConstants</c>, without those that stand for others.</summary>
    public IEnumerable<string> List(string name) => _root.Elements().Where(g => g.Name.LocalName == "PropertyGroup" && g.Attribute("Condition") is null)
        .SelectMany(g => g.Elements()).Where(p => p.Name.LocalName == name && p.Attribute("Condition") is null).SelectMany(p => Parts(p.Value));

    /// <summary>What an attribute of an item says, in order: each pattern apart.</summary>
    public IEnumerable<string> Items(string item, string attribute) => _root.Elements().Where(g => g.Name.LocalName == "ItemGroup").SelectMany(g => g.Elements())
        .Where(i => i.Name.LocalName == item).SelectMany(i => Parts(i.Attribute(attribute)?.Value ?? ""));

    private static IEnumerable<string> Parts(string text) =>
        text.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(p => !p.Contains("$(", StringComparison.Ordinal));
}
