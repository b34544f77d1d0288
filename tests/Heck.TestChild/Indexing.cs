using Heck.Code.Index;
using Heck.Contracts;
using Heck.Runtime.Repositories;

namespace Heck.TestChild;

/// <summary>Indexes a repository and says a line at every batch that is committed.</summary>
internal static class Indexing
{
    public static int Run(string root)
    {
        using var index = CodeIndex.Refresh(RepositoryLayout.Locate(root, root), TimeProvider.System, new Said(), full: false, CancellationToken.None);
        Console.Out.WriteLine("done");
        return 0;
    }

    private sealed class Said : IProgress<ProgressUpdate>
    {
        public void Report(ProgressUpdate value) => Console.Out.WriteLine($"{value.Stage} {value.Done}");
    }
}
