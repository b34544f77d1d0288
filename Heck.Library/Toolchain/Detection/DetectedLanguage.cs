namespace Heck.Toolchain.Detection;

/// <summary>A language and how many files have one of its extensions.</summary>
internal sealed record DetectedLanguage(string Name, int Files);
