using System.Text;
using Heck.Contracts;
using Heck.Verbs.PatchApply;
using Heck.Verbs.PatchRollback;

namespace Heck.TestChild;

/// <summary>Applies a patch of its own and takes it back, again and again, by the verbs.</summary>
internal static class Patching
{
    public static async Task<int> RunAsync(string root, int times)
    {
        var diff = $"--- /dev/null\n+++ b/made/{Environment.ProcessId}.txt\n@@ -0,0 +1 @@\n+{Environment.ProcessId}\n";
        var engine = new HeckEngine(new HeckEngineOptions { WorkingDirectory = root, Input = () => new MemoryStream(Encoding.UTF8.GetBytes(diff)) });
        for (var i = 0; i < times; i++)
        {
            var applied = await engine.RunAsync(new PatchApplyRequest { Diff = "-", Yes = true, Wait = "10m" });
            if (!applied.Ok || !(await engine.RunAsync(new PatchRollbackRequest { Id = applied.Payload!.Patch.Id, Wait = "10m" })).Ok) return 1;
        }

        return 0;
    }
}
