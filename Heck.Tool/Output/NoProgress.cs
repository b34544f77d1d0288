using Heck.Contracts;

namespace Heck.Tool.Output;

internal sealed class NoProgress() : ProgressWriter(TimeSpan.MaxValue)
{
    protected override void Show(ProgressUpdate update)
    {
    }
}
