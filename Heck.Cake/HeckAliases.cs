using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.Heck;

/// <summary>Heck in Cake scripts. <c>#addin nuget:?package=Heck.Cake</c> brings the aliases, <c>#tool dotnet:?package=Heck.Tool</c> the tool.</summary>
[CakeAliasCategory("Heck")]
public static class HeckAliases
{
    /// <summary>Runs any verb and returns its envelope. Findings are in the answer; a failed or refused call throws.</summary>
    /// <param name="context">The script.</param>
    /// <param name="arguments">The verb and its arguments, such as <c>"index", "--full"</c>.</param>
    [CakeMethodAlias]
    public static HeckAnswer HeckRun(this ICakeContext context, params string[] arguments) =>
        context.HeckRun(new HeckSettings(), arguments);

    /// <summary>Runs any verb with settings, such as another working directory or another tool.</summary>
    /// <param name="context">The script.</param>
    /// <param name="settings">Where and how to run.</param>
    /// <param name="arguments">The verb and its arguments.</param>
    [CakeMethodAlias]
    public static HeckAnswer HeckRun(this ICakeContext context, HeckSettings settings, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new HeckRunner(context).Run(settings, arguments);
    }

    /// <summary>A glance at index, run log and stores of the repository around the working directory.</summary>
    /// <param name="context">The script.</param>
    [CakeMethodAlias]
    public static HeckAnswer HeckStatus(this ICakeContext context) => context.HeckRun("status");
}
