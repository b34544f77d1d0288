using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Verbs.PatchApply;
using Heck.Verbs.PatchRollback;
using Heck.Verbs.Status;

namespace Heck.TestChild;

/// <summary>Runs one verb and says "ok" or the error's code.</summary>
internal static class Moving
{
    public static async Task<int> RunAsync(string root, string verb, string id)
    {
        var engine = new HeckEngine(new HeckEngineOptions { WorkingDirectory = root });
        var error = verb switch
        {
            "apply" => (await engine.RunAsync(new PatchApplyRequest { Id = id, Yes = true })).Error,
            "rollback" => (await engine.RunAsync(new PatchRollbackRequest { Id = id, Yes = true, Wait = Environment.GetEnvironmentVariable("HECK_TEST_WAIT") })).Error,
            _ => (await engine.RunAsync(new StatusRequest())).Error,
        };
        return Say(error);
    }

    public static async Task<int> ApplyAsync(string root, string diff) => Say((await new HeckEngine(new HeckEngineOptions { WorkingDirectory = root }).RunAsync(new PatchApplyRequest { Diff = diff, Yes = true })).Error);

    private static int Say(HeckError? error)
    {
        Console.Out.WriteLine(error is null ? "ok" : $"{error.Code} {error.Message.ReplaceLineEndings(" ")}");
        return 0;
    }
}
