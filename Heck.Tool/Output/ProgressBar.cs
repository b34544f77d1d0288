using Heck.Contracts;

namespace Heck.Tool.Output;

/// <summary>One line on a terminal that renews itself and is gone at the end.</summary>
internal sealed class ProgressBar() : ProgressWriter(TimeSpan.FromMilliseconds(100))
{
    private const int BarWidth = 24;
    private int _shown;

    public override void Dispose()
    {
        base.Dispose();
        if (_shown > 0) Console.Error.Write("\r" + new string(' ', _shown) + "\r");
    }

    protected override void Show(ProgressUpdate update)
    {
        var line = update.Total > 0 ? $"{Bar(update)} {Describe(update)}" : Describe(update);
        var fitting = line[..Math.Min(line.Length, Math.Max(1, Console.WindowWidth - 1))];
        Console.Error.Write("\r" + fitting.PadRight(_shown));
        _shown = fitting.Length;
    }

    private static string Bar(ProgressUpdate update)
    {
        var filled = (int)Math.Clamp(update.Done * BarWidth / update.Total, 0, BarWidth);
        return "[" + new string('=', filled) + new string(' ', BarWidth - filled) + "]";
    }
}
