namespace Heck.Tool.Tests;

/// <summary>How a process ended and what it wrote.</summary>
internal sealed record Outcome(int ExitCode, string Stdout, string Stderr);
