using Cake.Core.Tooling;

namespace Cake.Heck;

/// <summary>How to run the tool: Cake's own settings (tool path, working directory, environment), nothing of ours.</summary>
public sealed class HeckSettings : ToolSettings;
