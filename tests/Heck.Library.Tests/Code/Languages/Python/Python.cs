using System.Diagnostics;

namespace Heck.Library.Tests.Code.Languages.Python;

/// <summary>The machine's CPython, the oracle of these tests.</summary>
internal static class Python
{
    private static readonly Lazy<string?> Program = new(() => new[] { Environment.GetEnvironmentVariable("HECK_PYTHON") ?? "/usr/bin/python3", "python3" }.FirstOrDefault(Runs));

    public static bool Exists => Program.Value is not null;

    public static Version Version => Version.Parse(Run("import platform; print(platform.python_version())").Trim().TrimEnd('+'));

    /// <summary>Runs a program given as text; its standard output.</summary>
    public static string Run(string script, params IEnumerable<string> arguments)
    {
        return Start(new ProcessStartInfo(Program.Value!, ["-X", "utf8", "-c", script, .. arguments]));
    }

    /// <summary>Runs a program of a folder; its standard output.</summary>
    public static string RunFile(string folder, string program) =>
        Start(new ProcessStartInfo(Program.Value!, ["-X", "utf8", "-B", program]) { WorkingDirectory = folder });

    /// <summary>Runs a program given as text in a folder; its exit code and all that it wrote.</summary>
    public static (int Exit, string Output) TryRun(string folder, string script, string? program = null)
    {
        var start = new ProcessStartInfo(program ?? Program.Value!, ["-X", "utf8", "-W", "ignore", "-c", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static string Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
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

    /// <summary>The sources of the standard library, without the packages that a distribution adds and without tests of broken syntax.</summary>
    public static IReadOnlyList<string> StandardLibraryFiles()
    {
        var root = Run("import os; print(os.path.dirname(os.__file__))").Trim();
        return [.. Directory.EnumerateFiles(root, "*.py", SearchOption.AllDirectories)
            .Where(f => !f.Contains("-packages", StringComparison.Ordinal) && !f.Contains("lib2to3", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>For each file that is UTF-8 and compiles, a line for each name of each block: path of blocks, name, local, free or global.</summary>
    public static Dictionary<string, HashSet<string>> SymbolTables(IReadOnlyList<string> files)
    {
        var tables = new Dictionary<string, HashSet<string>>();
        var current = new HashSet<string>();
        foreach (var line in Run(Tables, files).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("file ", StringComparison.Ordinal)) tables[line[5..]] = current = [];
            else current.Add(line);
        }

        return tables;
    }

    private const string Tables = """
        import sys, symtable, warnings
        warnings.simplefilter("ignore")
        def dump(table, path):
            for symbol in table.get_symbols():
                name = symbol.get_name()
                if name.startswith(".") or name in ("__class__", "__classdict__", "__conditional_annotations__"):
                    continue
                if not (symbol.is_assigned() or symbol.is_referenced() or symbol.is_imported() or symbol.is_parameter()
                        or symbol.is_nonlocal() or symbol.is_declared_global() and table.get_type() != "module"):
                    continue  # no name of this block's own text: a cell on its way, or the mark that a function's `global` leaves in the module
                # is_global takes a function named top for the module, so is_local is asked first
                kind = "global" if table.get_type() == "module" else "free" if symbol.is_free() else "local" if symbol.is_local() else "global"
                print(path, name, kind)
            for child in table.get_children():
                dump(child, f"{path}/{child.get_name()}@{child.get_lineno()}")
        for file in sys.argv[1:]:
            try:
                table = symtable.symtable(open(file, encoding="utf-8").read(), file, "exec")
            except (SyntaxError, UnicodeDecodeError):
                continue
            print("file", file)
            dump(table, "module")
        """;

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
