using System.Xml;

namespace Heck.Toolchain.Detection.Manifests;

internal static class ProjectFile
{
    private static readonly XmlReaderSettings Harmless = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static IEnumerable<string> Signs(byte[] content)
    {
        try
        {
            var signs = new List<string>();
            using var reader = XmlReader.Create(new MemoryStream(content), Harmless);
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "PackageReference" } && reader.GetAttribute("Include") is { } name) signs.Add("nuget:" + name.ToLowerInvariant());
            }

            return signs;
        }
        catch (XmlException e)
        {
            throw new ManifestException("it is no plain XML", e);
        }
    }
}
