using Heck.Code.Languages.Go.Binding.Packages;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>Functions and types of the standard library that have type parameters.</summary>
internal static class KnownGenerics
{
    private static readonly HashSet<string> Packages = ["cmp", "iter", "maps", "slices", "unique", "weak"];

    private static readonly HashSet<string> Names = ["sync.OnceValue", "sync.OnceValues", "sync/atomic.Pointer", "reflect.TypeAssert", "errors.AsType", "runtime.AddCleanup"];

    private static readonly HashSet<string> LikeFirst =
    [
        "slices.Clone", "slices.Clip", "slices.Grow", "slices.Compact", "slices.CompactFunc", "slices.Delete", "slices.DeleteFunc", "slices.Insert", "slices.Replace", "slices.AppendSeq", "maps.Clone",
    ];

    private static readonly HashSet<string> ElementOfFirst = ["slices.Max", "slices.MaxFunc", "slices.Min", "slices.MinFunc"];

    public static bool MayBeGeneric(GoType.External external) => !ImportPaths.IsStandard(external.Path) || Packages.Contains(external.Path) || Names.Contains(external.Full);

    /// <summary>The result of a call whose type follows from its arguments; null for any other.</summary>
    public static GoType? Result(GoType.External callee, IReadOnlyList<GoType> arguments, GoChecker checker)
    {
        if (arguments.Count > 0 && LikeFirst.Contains(callee.Full)) return arguments[0];
        if (arguments.Count > 0 && ElementOfFirst.Contains(callee.Full)) return checker.Underlying(arguments[0]) is GoType.Slice(var element) ? element : null;
        return callee is { Full: "sync/atomic.Pointer.Load" or "sync/atomic.Pointer.Swap", Arguments: [var pointed] } ? new GoType.Pointer(pointed) : null;
    }
}
