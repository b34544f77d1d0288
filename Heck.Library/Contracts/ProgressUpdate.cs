namespace Heck.Contracts;

/// <summary>How far a long operation is. A front shows it on stderr or not at all.</summary>
/// <param name="Stage">What is being done, such as <c>parse</c>.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all, 0 when not known.</param>
/// <param name="Detail">A short addition such as throughput.</param>
public readonly record struct ProgressUpdate(string Stage, long Done, long Total, string? Detail = null);
