using System.Text;

namespace Heck.Code.Patches;

/// <summary>A patch that was made and checked, and is kept nowhere yet.</summary>
internal sealed record PreparedPatch(Patch Patch, byte[] Diff, IReadOnlyList<FileEdit> Edits)
{
    public PatchFit Fit { get; init; }

    /// <summary>What its files hold before and after.</summary>
    public IEnumerable<byte[]> Contents => Edits.SelectMany(edit => new[] { edit.Before, edit.After, edit.Origin?.Content }).OfType<byte[]>();

    /// <summary>The diff for reading; what is not UTF-8 in it is replaced.</summary>
    public string DiffText => Encoding.UTF8.GetString(Diff);
}
