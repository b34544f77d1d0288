namespace Heck.Tool.Output;

/// <summary>How the user wants to be answered.</summary>
/// <param name="Json">One envelope on stdout.</param>
/// <param name="Stream">Events as JSON lines before the envelope.</param>
/// <param name="NoUi">Never a prompt, never a screen.</param>
/// <param name="Quiet">Less on stderr.</param>
/// <param name="Verbose">More on stderr.</param>
internal sealed record OutputOptions(bool Json, bool Stream, bool NoUi, bool Quiet, bool Verbose);
