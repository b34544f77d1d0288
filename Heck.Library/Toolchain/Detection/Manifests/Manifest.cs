namespace Heck.Toolchain.Detection.Manifests;

/// <summary>A kind of manifest: which paths hold it, and the signs that its bytes give. Read as data; nothing in it is ever run or resolved.</summary>
/// <param name="Glob">Matched against the whole path.</param>
/// <param name="Signs">Throws <see cref="ManifestException"/> when the content is malformed.</param>
internal sealed record Manifest(string Glob, Func<byte[], IEnumerable<string>> Signs)
{
    public static IReadOnlyList<Manifest> All { get; } =
    [
        new("**/package.json", PackageJson.Signs),
        new("**/pyproject.toml", PyProject.Signs),
        new("**/requirements*.txt", Requirements.Signs),
        new("**/*.csproj", ProjectFile.Signs),
        new("**/*.fsproj", ProjectFile.Signs),
        new("**/*.vbproj", ProjectFile.Signs),
        new("**/Directory.Build.props", ProjectFile.Signs),
        new("**/Directory.Build.targets", ProjectFile.Signs),
        new("**/setup.cfg", IniFile.Signs),
        new("**/tox.ini", IniFile.Signs),
        new("**/.editorconfig", IniFile.Signs),
    ];
}
