using Heck.Code.Index;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs;

/// <summary>The index for verbs that ask it.</summary>
internal static class IndexAccess
{
    /// <summary>Brings the index up to the tree first, which is cheap when little changed, and says so when there was none.</summary>
    public static CodeIndex OpenIndex(this VerbContext context, CancellationToken ct)
    {
        var index = CodeIndex.Refresh(context.Layout, context.Clock, context.Progress, full: false, ct);
        if (index.Warning is { } warning) context.Warn(warning);
        else if (index.Summary is { FromNothing: true, Files: > 0 and var files }) context.Warn($"There was no index yet; {files} files were indexed first.");
        return index;
    }
}
