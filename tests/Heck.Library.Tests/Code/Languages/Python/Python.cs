using System.Diagnostics;

namespace Heck.Library.Tests.Code.Languages.Python;

/// <summary>The machine's CPython, the oracle of these tests.</summary>
internal static class Python
{
    private static readonly Lazy<string?> Program = new(() => new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(Runs));

    public static bool Exists => Program.Value is not null;

    /// <summary>Runs a program given as text; its standard output.</summary>
    public static string Run(string script, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program.Value!, ["-X", "utf8", "-c", script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }

    /// <summary>Each name with the file that CPython finds for it below a root and its src folder; nothing for a namespace package or a module elsewhere.</summary>
    public static IEnumerable<string> FindModules(string[] paths, string[] names)
    {
        var root = Directory.CreateTempSubdirectory("heck-python-").FullName;
        try
        {
            foreach (var path in paths.Select(p => Path.Combine(root, p)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, "");
            }

            return Run(Finder, [root, .. names]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private const string Finder = """
        import sys, os, importlib.util
        root = sys.argv[1]
        sys.path[:0] = [os.path.join(root, "src"), root]
        for name in sys.argv[2:]:
            try:
                spec = importlib.util.find_spec(name)
            except ModuleNotFoundError:
                spec = None
            origin = spec.origin if spec and spec.origin and spec.origin.startswith(root) else None
            print(f"{name} {os.path.relpath(origin, root)}" if origin else name)
        """;

    private static bool Runs(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
