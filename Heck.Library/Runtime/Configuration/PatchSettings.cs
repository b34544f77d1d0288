using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Heck.Runtime.Configuration;

/// <summary>What is kept of patches.</summary>
internal sealed record PatchSettings
{
    /// <summary>The least that can be asked for: below it, nobody has to read the configuration.</summary>
    public const long LeastBlobBytes = 1 << 20;

    [Description("Contents kept for rollbacks, bytes, default 1073741824. Above it go contents that no patch names, then those of patches that were rolled back longest ago; never those of a created or applied patch, or of the last ten moves")]
    [Range(LeastBlobBytes, 1L << 40)]
    public long MaxBlobBytes { get; set; } = 1 << 30;
}
