namespace Heck.Runtime.Files;

/// <summary>What becomes of a file's mode bits. The default keeps them; a new file then has what the system gives to new files.</summary>
internal readonly record struct ModeChange
{
    private const UnixFileMode AllExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private UnixFileMode? Exact { get; init; }

    private bool? Executable { get; init; }

    public static ModeChange Exactly(UnixFileMode mode) => new() { Exact = mode };

    /// <summary>As git does: whoever may read may execute, or nobody may.</summary>
    public static ModeChange MakeExecutable(bool executable) => new() { Executable = executable };

    public UnixFileMode ApplyTo(UnixFileMode mode) => (Exact, Executable) switch
    {
        ({ } exact, _) => exact,
        (_, true) => mode | (UnixFileMode)(((int)mode & 0b100_100_100) >> 2),
        (_, false) => mode & ~AllExecute,
        _ => mode,
    };
}
