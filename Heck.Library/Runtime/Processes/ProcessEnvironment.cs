using System.Diagnostics;

namespace Heck.Runtime.Processes;

/// <summary>What a started program sees of our environment: what it needs to find itself, its home and its language; never tokens and keys.</summary>
internal static class ProcessEnvironment
{
    private static readonly HashSet<string> Passed = new(
        [
            "PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR",
            "SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "TEMP", "TMP", "USERPROFILE", "USERNAME", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES",
        ],
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    public static void Restrict(ProcessStartInfo start, IReadOnlyDictionary<string, string> additions)
    {
        foreach (var name in start.Environment.Keys.Where(name => !IsPassed(name)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in additions) start.Environment[name] = value;
    }

    private static bool IsPassed(string name) => Passed.Contains(name) || name.StartsWith("LC_", StringComparison.Ordinal);
}
