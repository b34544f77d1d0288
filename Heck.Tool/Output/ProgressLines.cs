using Heck.Contracts;

namespace Heck.Tool.Output;

/// <summary>A plain line every few seconds, for logs.</summary>
internal sealed class ProgressLines() : ProgressWriter(TimeSpan.FromSeconds(5))
{
    protected override void Show(ProgressUpdate update) => Console.Error.WriteLine(Describe(update));
}
