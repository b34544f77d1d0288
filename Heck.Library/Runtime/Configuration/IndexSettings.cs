using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Heck.Runtime.Files.Walking;

namespace Heck.Runtime.Configuration;

/// <summary>What the index takes in.</summary>
internal sealed record IndexSettings
{
    [Description("Files larger than this are listed as oversized and not read; bytes, default 4194304")]
    [Range(1, 1 << 30)]
    public int MaxFileBytes { get; set; } = ContentClassifier.MaxBytes;
}
