using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Runtime.Configuration;

/// <summary>
/// What <c>.heck/config.json</c> says. Every member has a default, so a missing file and <c>{}</c> mean the same; members have setters, since
/// generated serializers give an <c>init</c> member that is not said the default of its type instead.
/// </summary>
[Description("Configuration of Heck in one repository, .heck/config.json")]
internal sealed record HeckConfig
{
    public const int CurrentVersion = 1;

    [JsonPropertyName("$schema")]
    [Description("Where an editor finds the schema of this file; Heck does not read it")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Schema { get; set; }

    [Description("Version of this file's form")]
    [Range(CurrentVersion, CurrentVersion)]
    public int Version { get; set; } = CurrentVersion;

    [Description("What the index takes in")]
    public IndexSettings Index { get; set; } = new();

    [Description("What is kept of patches")]
    public PatchSettings Patches { get; set; } = new();
}

[JsonSerializable(typeof(HeckConfig))]
internal sealed partial class HeckConfigJson : JsonSerializerContext
{
    public static HeckConfigJson Instance { get; } = new(new(HeckJson.NewOptions()) { WriteIndented = true, NewLine = "\n" });
}
