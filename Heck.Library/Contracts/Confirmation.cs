using Heck.Contracts.Reports;

namespace Heck.Contracts;

/// <summary>A question that a verb puts before it acts.</summary>
/// <param name="Question">What will happen, as a question.</param>
/// <param name="Preview">What to see before answering.</param>
public sealed record Confirmation(string Question, Report Preview);
