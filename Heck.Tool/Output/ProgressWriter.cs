using Heck.Contracts;

namespace Heck.Tool.Output;

/// <summary>Progress on stderr: one line that renews itself on a terminal, a rare plain line elsewhere, JSON lines on stdout when asked.</summary>
internal abstract class ProgressWriter(TimeSpan pause) : IProgress<ProgressUpdate>, IDisposable
{
    private readonly Lock _lock = new();
    private long _last = TimeProvider.System.GetTimestamp();

    public static ProgressWriter For(OutputOptions output) => output switch
    {
        { Json: true, Stream: true } => new ProgressEvents(),
        { Quiet: true } => new NoProgress(),
        _ when Console.IsErrorRedirected || output.NoUi => new ProgressLines(),
        _ => new ProgressBar(),
    };

    public void Report(ProgressUpdate value)
    {
        lock (_lock)
        {
            if (TimeProvider.System.GetElapsedTime(_last) < pause) return;
            _last = TimeProvider.System.GetTimestamp();
            Show(value);
        }
    }

    public virtual void Dispose()
    {
    }

    protected abstract void Show(ProgressUpdate update);

    protected static string Describe(ProgressUpdate update)
    {
        var amount = update.Total > 0 ? $"{update.Done}/{update.Total}" : $"{update.Done}";
        return update.Detail is null ? $"{update.Stage} {amount}" : $"{update.Stage} {amount}  {update.Detail}";
    }
}
