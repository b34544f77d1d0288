using System.Text.Json.Nodes;

namespace Heck.Toolchain.LanguageServers;

/// <summary>A language server that this machine has, and how it must be started to give whole answers.</summary>
/// <param name="Name">What people call it: <c>gopls</c>.</param>
/// <param name="Program">Absolute path.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record LanguageServer(string Name, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Variables that it needs, such as those that keep it from the network.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The <c>initializationOptions</c> of the protocol.</summary>
    public JsonObject? Options { get; init; }

    /// <summary>What it is answered when it asks for a section of its configuration.</summary>
    public JsonObject? Settings { get; init; }

    /// <summary>Whether its rename gives one edit per occurrence; where it rewrites whole files its references are asked instead.</summary>
    public bool RenamesByOccurrence { get; init; } = true;
}
