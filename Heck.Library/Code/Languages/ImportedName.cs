namespace Heck.Code.Languages;

/// <summary>One name of an import: <paramref name="Name"/> there is <paramref name="Local"/> here. <c>*</c> stands for all, <c>default</c> for the default export.</summary>
internal readonly record struct ImportedName(string Name, string Local);
