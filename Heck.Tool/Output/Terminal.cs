using Heck.Contracts;
using Spectre.Console;

namespace Heck.Tool.Output;

/// <summary>What the process is connected to.</summary>
internal static class Terminal
{
    // A pipe has no width: what reads it folds lines itself or counts on them being whole.
    private const int Unfolded = 1_000_000;

    public static IAnsiConsole Stdout() => Over(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Stderr() => Over(Console.Error, Console.IsErrorRedirected);

    /// <summary>True when a question can be put and somebody can answer it.</summary>
    public static bool CanAsk(OutputOptions output) => !output.NoUi && !output.Json && !Console.IsInputRedirected && !Console.IsErrorRedirected;

    public static async ValueTask<bool> AskAsync(Confirmation confirmation, CancellationToken ct)
    {
        var stderr = Stderr();
        new ReportRenderer(stderr).Write(confirmation.Preview);
        return await new ConfirmationPrompt(Markup.Escape(confirmation.Question)) { DefaultValue = false }.ShowAsync(stderr, ct).ConfigureAwait(false);
    }

    private static IAnsiConsole Over(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (redirected) console.Profile.Width = Unfolded;
        return console;
    }
}
