using Heck.Runtime.Locks;
using Heck.Runtime.Repositories;

namespace Heck.TestChild;

/// <summary>Takes the lock, says so, and keeps it until it is killed.</summary>
internal static class Holding
{
    public static async Task<int> RunAsync(string root)
    {
        using var held = await RepositoryLock.AcquireAsync(RepositoryLayout.Locate(root, root), "hold", TimeSpan.Zero, TimeProvider.System, null, CancellationToken.None);
        Console.Out.WriteLine("ready");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
