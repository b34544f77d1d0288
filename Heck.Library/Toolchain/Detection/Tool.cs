namespace Heck.Toolchain.Detection;

/// <summary>
/// One line of a catalogue: a tool and the signs of its use. A sign is <c>file:GLOB</c> (a path, matched as an ignore rule would), a fact of a manifest
/// (<c>npm:</c>, <c>npm-key:</c>, <c>npm-manager:</c>, <c>python:</c>, <c>pyproject:</c>, <c>ini:</c>, <c>nuget:</c>), or <c>else:</c> before such a
/// sign: it counts only when no other tool of the same ecosystem shows in the same list.
/// </summary>
internal sealed record Tool(string Name, string Ecosystem, params IReadOnlyList<string> Signs);
