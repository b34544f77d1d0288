using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>The assemblies of the framework that runs us, and of its siblings that lie beside it. Nothing of the repository is asked for them.</summary>
internal static class FrameworkAssemblies
{
    private static readonly string[] Siblings = ["Microsoft.AspNetCore.App", "Microsoft.WindowsDesktop.App"];

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Found = new(Find);

    public static IReadOnlyList<MetadataReference> All => Found.Value;

    private static List<MetadataReference> Find()
    {
        var folder = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        var (version, shared) = (Path.GetFileName(folder), Path.GetDirectoryName(Path.GetDirectoryName(folder)) ?? folder);
        return [.. Siblings.Select(s => Path.Combine(shared, s, version)).Prepend(folder).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.dll")).Order(StringComparer.Ordinal).Where(IsManaged)
            .GroupBy(f => Path.GetFileName(f)).Select(g => MetadataReference.CreateFromFile(g.First()))];
    }

    private static bool IsManaged(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        return reader.HasMetadata && reader.GetMetadataReader().IsAssembly;
    }
}
