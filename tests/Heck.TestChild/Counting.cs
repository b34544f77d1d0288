using Heck.Runtime.Locks;
using Heck.Runtime.Repositories;

namespace Heck.TestChild;

/// <summary>Adds one to a file, again and again, which goes wrong without a lock.</summary>
internal static class Counting
{
    public static async Task<int> RunAsync(string root, int times)
    {
        var layout = RepositoryLayout.Locate(root, root);
        var counter = Path.Combine(root, "counter");
        for (var i = 0; i < times; i++)
        {
            using var held = await RepositoryLock.AcquireAsync(layout, "count", Timeout.InfiniteTimeSpan, TimeProvider.System, null, CancellationToken.None);
            File.WriteAllText(counter, $"{int.Parse(File.ReadAllText(counter)) + 1}");
        }

        return 0;
    }
}
