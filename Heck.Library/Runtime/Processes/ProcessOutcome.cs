namespace Heck.Runtime.Processes;

/// <summary>How a program ended. A code other than 0 is an answer, not a failure of ours. A program ended by a signal has 128 and its number.</summary>
internal sealed record ProcessOutcome(int ExitCode, bool TimedOut, ProcessOutput Output, ProcessOutput Error, TimeSpan Duration);
