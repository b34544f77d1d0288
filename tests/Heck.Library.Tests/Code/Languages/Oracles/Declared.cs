namespace Heck.Library.Tests.Code.Languages.Oracles;

/// <summary>A declaration as a compiler tells it: the place of its name, lines and columns from 1.</summary>
internal sealed record Declared(string Path, int Line, int Column, string Kind, string Name);
