using Heck.Code.Index;
using Heck.Code.Index.Store;
using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;
using Microsoft.Data.Sqlite;

namespace Heck.Verbs;

/// <summary>The index for verbs that ask it.</summary>
internal static class IndexAccess
{
    /// <summary>
    /// Brings the index up to the tree, which is cheap when little changed, and asks it. Damage that shows only then leads to a new index, a second
    /// try and a warning; nothing that a question does may depend on being done once. Whatever else goes wrong is a defect and passes.
    /// </summary>
    public static async Task<T> AskIndexAsync<T>(this VerbContext context, Func<CodeIndex, Task<T>> ask, CancellationToken ct, bool full = false)
    {
        try
        {
            using var index = context.OpenIndex(ct, full);
            return await ask(index).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (HeckException or OperationCanceledException or IOException or UnauthorizedAccessException))
        {
            if (!IsDamage(e, context, ct)) throw;
            IndexDatabase.Renew(context.Layout.IndexFile).Dispose();
            context.Warn($"The index was damaged ({e.GetType().Name} in {e.TargetSite?.DeclaringType?.Name}.{e.TargetSite?.Name}) and was built anew.");
            using var index = context.OpenIndex(ct);
            return await ask(index).ConfigureAwait(false);
        }
    }

    // A damaged row need not look damaged to the database; what reads it then fails in any way. Whether the row or the reader is wrong, the files tell.
    private static bool IsDamage(Exception e, VerbContext context, CancellationToken ct) =>
        e is SqliteException fault ? Damage.Is(fault) : CodeIndex.IsDamaged(context.Layout, context.Clock, ct);

    /// <summary>The index, up to the tree, with a warning when there was one that could not be used. The answer is bound to the tree.</summary>
    public static CodeIndex OpenIndex(this VerbContext context, CancellationToken ct, bool full = false)
    {
        var index = CodeIndex.Refresh(context.Layout, context.Clock, context.Progress, full, ct);
        if (index.Warning is { } warning) context.Warn(warning);
        context.Tree = index.TreeHash;
        return index;
    }

    /// <summary>Says that a question had to make the index first.</summary>
    public static void WarnIfNew(this VerbContext context, CodeIndex index)
    {
        if (index is { Warning: null, Summary: { FromNothing: true, Files: > 0 and var files } }) context.Warn($"There was no index yet; {files} files were indexed first.");
    }
}
