namespace Heck.Runtime.Processes;

/// <summary>A program to run. There is no shell: arguments reach the program as they are.</summary>
internal sealed record ProcessRequest
{
    public const int DefaultOutputLimit = 32 * 1024 * 1024;

    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(2);

    /// <summary>A name to be found on PATH, or an absolute path.</summary>
    public required string Program { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public required string WorkingDirectory { get; init; }

    /// <summary>Variables beyond <see cref="ProcessEnvironment"/>'s list.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What the program reads; an empty input when null, never ours.</summary>
    public ReadOnlyMemory<byte>? Input { get; init; }

    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Bytes kept of each stream; what comes after is read, counted and dropped.</summary>
    public int OutputLimit { get; init; } = DefaultOutputLimit;
}
