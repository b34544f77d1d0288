using System.Globalization;
using Heck.Code.Patches.Replies;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Verbs.Patches;

/// <summary>A change that the user gives as a file or on standard input, and how it is to be read.</summary>
/// <param name="Source">The file; - for standard input.</param>
/// <param name="Format">The form; null or auto recognises it.</param>
/// <param name="Expect">PATH=HASH each.</param>
/// <param name="AllowSyntaxErrors">Lets a reply add syntax errors.</param>
internal sealed record ReplyInput(string Source, string? Format, IReadOnlyList<string>? Expect, bool AllowSyntaxErrors)
{
    /// <summary>Values of the option.</summary>
    public const string Auto = "auto", Unified = "unified", V4a = "v4a", Blocks = "blocks";

    /// <summary>Refuses options that say how a change is read where none is given.</summary>
    /// <exception cref="HeckException"><c>request.invalid</c>.</exception>
    public static void EnsureUnused(string? format, IReadOnlyList<string>? expect, bool allowSyntaxErrors, string why)
    {
        var given = format is not null ? "--format" : expect is { Count: > 0 } ? "--expect" : allowSyntaxErrors ? "--allow-syntax-errors" : null;
        if (given is not null) throw ErrorTable.RequestInvalid.With($"'{given}' says how a change is read from a file or standard input; {why}.", $"Leave out {given}.");
    }

    /// <summary>Null recognises it.</summary>
    public ReplyForm? Form => Format switch { Unified => ReplyForm.Unified, V4a => ReplyForm.V4a, Blocks => ReplyForm.Blocks, _ => null };

    /// <exception cref="HeckException"><c>request.invalid</c>.</exception>
    public IReadOnlyDictionary<RepoPath, ContentHash> Expected()
    {
        var expected = new Dictionary<RepoPath, ContentHash>();
        foreach (var text in Expect ?? [])
        {
            var sign = text.LastIndexOf('=');
            if (sign <= 0 || !RepoPath.TryParse(text[..sign], out var path) || !ContentHash.TryParse(text[(sign + 1)..].ToLower(CultureInfo.InvariantCulture), out var hash))
                throw ErrorTable.RequestInvalid.With($"'{text}' is not PATH=SHA256, a path of the repository with the hash of its present content.");
            expected[path] = hash;
        }

        return expected;
    }
}
