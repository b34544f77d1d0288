using System.Diagnostics;
using System.Text;
using Heck.Runtime.Repositories;

namespace Heck.Library.Tests;

/// <summary>A fresh git repository in a folder of its own, gone when disposed. Nothing of the machine's git configuration reaches it.</summary>
internal sealed class TempRepository : IDisposable
{
    public TempRepository()
    {
        Root = Directory.CreateTempSubdirectory("heck-test-").FullName;
        Git("init", "-q");
        Directory.CreateDirectory(Path.Combine(Root, ".git", "info"));
        Layout = RepositoryLayout.Locate(Root, Root);
    }

    public string Root { get; }

    public RepositoryLayout Layout { get; }

    public void Write(string path, string content = "")
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }

    public void Dispose()
    {
        // Names that the base library cannot decode cannot be deleted by it.
        if (OperatingSystem.IsWindows()) Directory.Delete(Root, recursive: true);
        else Run("rm", ["-rf", Root], "");
    }

    public string Git(params string[] arguments) => GitWith("", arguments);

    public string GitWith(string input, params string[] arguments) =>
        Run("git", ["-c", "core.excludesFile=/dev/null", "-c", "core.quotePath=false", .. arguments], input);

    public string Shell(string script) => Shell(Root, script);

    public static string Shell(string folder, string script) => Run(folder, "sh", ["-c", script], "");

    private string Run(string program, IEnumerable<string> arguments, string input) => Run(Root, program, arguments, input);

    private static string Run(string folder, string program, IEnumerable<string> arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            Environment = { ["GIT_CONFIG_NOSYSTEM"] = "1", ["GIT_CONFIG_GLOBAL"] = "/dev/null" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return output.Result;
    }
}
