namespace Heck.Toolchain.Detection.Manifests;

/// <summary>A manifest is malformed; the message says how and holds nothing of the content but places.</summary>
internal sealed class ManifestException(string message, Exception? inner = null) : Exception(message, inner);
