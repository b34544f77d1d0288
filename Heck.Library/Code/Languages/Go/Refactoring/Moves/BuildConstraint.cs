using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Moves;

/// <summary>For which builds a file is compiled.</summary>
internal static class BuildConstraint
{
    private static readonly HashSet<string> Words =
    [
        "aix", "android", "darwin", "dragonfly", "freebsd", "illumos", "ios", "js", "linux", "netbsd", "openbsd", "plan9", "solaris", "wasip1", "windows",
        "386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle", "ppc64", "ppc64le", "riscv64", "s390x", "wasm",
    ];

    public static bool IsTest(RepoPath path) => path.Name.EndsWith("_test.go", StringComparison.Ordinal);

    /// <summary>What a file's name and head ask of a build; empty for every build.</summary>
    public static string Of(RepoPath path, GoFile? file)
    {
        var parts = path.Name[..^3].Split('_').Skip(1).Where(p => p != "test").TakeLast(2).Where(Words.Contains);
        var lines = file is null ? [] : GoLines.Comments(file).Where(c => c.Start < file.PackageClause.Start).Select(c => c.Text).Where(t => t.StartsWith("//go:build", StringComparison.Ordinal) || t.StartsWith("// +build", StringComparison.Ordinal));
        return string.Join('_', parts) + string.Join('\n', lines);
    }
}
