using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Heck.Contracts;

/// <summary>A place in a file that a person can open. Lines and columns count from 1, columns in UTF-16 units.</summary>
public sealed record Place(
    [property: Description("Path relative to the repository root")] RepoPath Path,
    [property: Description("Line, from 1")] int Line,
    [property: Description("Column in UTF-16 units, from 1")] int Column,
    [property: Description("What this place is to the finding"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role = null)
{
    /// <summary><c>path:line:column</c>.</summary>
    public override string ToString() => $"{Path}:{Line}:{Column}";
}
