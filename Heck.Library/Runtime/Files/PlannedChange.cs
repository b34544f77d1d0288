namespace Heck.Runtime.Files;

/// <param name="Change">What is to happen.</param>
/// <param name="Before">What stands there, with its mode.</param>
internal sealed record PlannedChange(FileChange Change, FileState? Before)
{
    /// <summary>The mode of a file that is not there yet is known only once the system has given it.</summary>
    public FileState? After => Change.After is { } after ? new FileState(after.Hash, !after.IsLink && Before?.Mode is { } mode ? Change.Mode.ApplyTo(mode) : null, after.IsLink) : null;
}
