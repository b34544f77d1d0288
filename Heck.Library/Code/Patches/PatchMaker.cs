namespace Heck.Code.Patches;

/// <summary>What made a patch, such as the rename engine of a language.</summary>
internal sealed record PatchMaker(string Name, string Version);
