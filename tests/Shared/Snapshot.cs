namespace Heck.Tests.Shared;

/// <summary>A file that is generated and committed. With HECK_ACCEPT=1 it is written; otherwise it must be what would be written.</summary>
internal static class Snapshot
{
    public static bool Accepting { get; } = Environment.GetEnvironmentVariable("HECK_ACCEPT") == "1";

    /// <param name="path">From the repository's root.</param>
    /// <param name="generated">What the file must hold.</param>
    public static void Matches(string path, string generated)
    {
        var file = Path.Combine(Checkout.Root, path);
        var text = generated.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }

        Assert.True(File.Exists(file), $"{path} is missing; ./build.sh schemas writes it");
        Assert.True(text == File.ReadAllText(file), $"{path} is not what would be generated; ./build.sh schemas writes it, git diff shows what changed");
    }
}
