using System.Diagnostics;
using Heck.Contracts.Errors;

namespace Heck.Runtime.Processes;

/// <summary>Finds programs on PATH, never in the current folder, and says how to install what is missing.</summary>
internal static class ProgramFinder
{
    private static readonly Dictionary<string, string> HowToInstall = new(StringComparer.Ordinal)
    {
        ["git"] = "Install git: apt-get install git, brew install git, or winget install Git.Git.",
        ["node"] = "Install Node.js: apt-get install nodejs npm, or brew install node.",
        ["npm"] = "Install Node.js with npm: apt-get install nodejs npm, or brew install node.",
        ["python3"] = "Install Python: apt-get install python3, or brew install python.",
        ["go"] = "Install Go: apt-get install golang-go, or brew install go.",
        ["dotnet"] = "Install the .NET SDK.",
    };

    private static readonly string[] Extensions = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];

    /// <summary>The program as <see cref="ProcessRunner"/> would find it; null when it is not installed.</summary>
    public static string? TryFind(string program)
    {
        new ProcessStartInfo().Environment.TryGetValue("PATH", out var searchPath);
        return TryFind(program, searchPath);
    }

    public static string? TryFind(string program, string? searchPath)
    {
        if (Path.IsPathFullyQualified(program)) return File.Exists(program) ? program : null;
        if (program.AsSpan().IndexOfAny('/', '\\') >= 0) throw new ArgumentException($"'{program}' is neither a name nor an absolute path.", nameof(program));
        return (from folder in (searchPath ?? "").Split(Path.PathSeparator)
                // An entry such as `.` would run what lies in the repository.
                where Path.IsPathFullyQualified(folder)
                from extension in Extensions
                let file = Path.Combine(folder, program + extension)
                where IsExecutable(file)
                select file).FirstOrDefault();
    }

    /// <exception cref="HeckException"><c>tool.missing</c>.</exception>
    public static string Find(string program, string? searchPath) => TryFind(program, searchPath)
        ?? throw ErrorTable.ToolMissing.With($"'{program}' is not installed, or not on PATH.", HowToInstall.GetValueOrDefault(Path.GetFileName(program)));

    private static bool IsExecutable(string file)
    {
        const UnixFileMode anyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & anyExecute) != 0);
    }
}
