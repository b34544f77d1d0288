using System.Text;
using Heck.Code.Languages.TypeScript.Binding;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Modules;
using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Refactoring.Move;

/// <summary>Module specifiers: where they stand, and how another one is written in the style of one that is there.</summary>
internal static class Specifiers
{
    private static readonly string[] Written = [".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".json"];

    /// <summary>Every string of a file that names a module: imports, exports, <c>import()</c>, <c>require</c>, mocks, augmentations.</summary>
    public static IEnumerable<TsNode> In(TsFile file) => file.Root.Subtree.Where(n => n.Kind == K.String && n.StringValue() is { Length: > 0 } && IsSpecifier(n));

    /// <summary>The characters between the quotes.</summary>
    public static (int Start, int End) Inner(TsNode text) => (text.Start + 1, text.End - 1);

    public static bool IsRelative(string specifier) => specifier is "." or ".." || specifier.StartsWith("./", StringComparison.Ordinal) || specifier.StartsWith("../", StringComparison.Ordinal);

    /// <summary>The specifier for a file from a folder, written as <paramref name="like"/> is, which names <paramref name="likeTarget"/>.</summary>
    public static string For(RepoPath folder, RepoPath target, string like, RepoPath? likeTarget)
    {
        if (!IsRelative(like) && likeTarget is { } known && ByPrefix(target, like, known) is { } other) return other;
        var extension = Written.FirstOrDefault(e => like.EndsWith(e, StringComparison.Ordinal));
        var keepsIndex = IsIndex(like);
        return Relative(folder, extension is null || !IsCode(target) ? Bare(target, IsCode(target), keepsIndex) : Stem(target.Value) + Output(target, extension));
    }

    public static string Relative(RepoPath folder, string path)
    {
        var from = folder.Value.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var to = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var common = from.Zip(to).TakeWhile(p => p.First == p.Second).Count();
        if (common == to.Length && common == from.Length) return ".";
        var up = from.Length - common;
        var result = new StringBuilder(up == 0 ? "./" : string.Concat(Enumerable.Repeat("../", up)));
        return result.AppendJoin('/', to.Skip(common)).ToString().TrimEnd('/');
    }

    /// <summary>How relative imports near a file are written, as an example; null when there is none.</summary>
    public static string? Example(TsProgram program, TsFile file) =>
        In(file).Select(s => s.StringValue()!).FirstOrDefault(s => IsRelative(s) && program.Import(file, s) is not null && s is not ("." or ".."));

    private static bool IsSpecifier(TsNode text)
    {
        var parent = text.Parent;
        if (parent.Kind is K.ImportStatement or K.ExportStatement or K.ImportRequireClause) return true;
        if (parent.Kind == K.Module && text.Field == F.Name) return true;
        if (parent.Kind != K.Arguments || parent.FirstNamed != text) return false;
        var callee = parent.Parent.Get(F.Function);
        return callee.Kind == K.Import || callee.Text is "require" or "require.resolve" or "jest.mock" or "vi.mock" or "jest.requireActual" or "vi.importActual" or "jest.unmock" or "vi.unmock" or "jest.doMock" or "vi.doMock"
            || (parent.Parent is { Kind: K.NewExpression } made && made.Get(F.Constructor).Text == "URL" && parent.LastNamed.Text == "import.meta.url");
    }

    /// <summary><c>@/lib/a</c> for <c>src/lib/a.ts</c> says what <c>src/x/b.ts</c> is called.</summary>
    private static string? ByPrefix(RepoPath target, string like, RepoPath known)
    {
        var extension = Written.FirstOrDefault(e => like.EndsWith(e, StringComparison.Ordinal));
        var (alias, path) = (Stem(like), Stem(known.Value));
        if (!IsIndex(alias) && IsIndex(path) && path.Contains('/', StringComparison.Ordinal)) path = path[..path.LastIndexOf('/')];
        var tail = 0;
        while (tail < alias.Length && tail < path.Length && alias[^(tail + 1)] == path[^(tail + 1)]) tail++;
        if (tail < path.Length) tail = alias.IndexOf('/', alias.Length - tail) is var slash and >= 0 ? alias.Length - slash - 1 : 0;
        if (tail == 0 || tail == alias.Length) return null;
        var (prefix, root) = (alias[..^tail], path[..^tail]);
        var bare = extension is null ? Bare(target, true, IsIndex(like)) : Stem(target.Value) + Output(target, extension);
        return bare.StartsWith(root, StringComparison.Ordinal) ? prefix + bare[root.Length..] : null;
    }

    private static string Bare(RepoPath target, bool isCode, bool keepsIndex)
    {
        var stem = isCode ? Stem(target.Value) : target.Value;
        if (!isCode || keepsIndex || !IsIndex(stem)) return stem;
        return stem == "index" ? "" : stem[..^"/index".Length];
    }

    /// <summary>The extension that importers write for a file: that of what it is compiled to, where the example names outputs.</summary>
    private static string Output(RepoPath target, string example) => target.Extension switch
    {
        ".ts" or ".tsx" when example is ".ts" or ".tsx" or ".mts" or ".cts" => target.Extension,
        ".mts" => example is ".ts" or ".tsx" or ".mts" or ".cts" ? ".mts" : ".mjs",
        ".cts" => example is ".ts" or ".tsx" or ".mts" or ".cts" ? ".cts" : ".cjs",
        ".ts" => ".js",
        ".tsx" => example == ".jsx" ? ".jsx" : ".js",
        var own => own,
    };

    private static bool IsCode(RepoPath path) => TypeScriptFiles.Are(path);

    private static bool IsIndex(string path)
    {
        var stem = Stem(path);
        return stem == "index" || stem.EndsWith("/index", StringComparison.Ordinal);
    }

    private static string Stem(string path)
    {
        if (path.EndsWith(".d.ts", StringComparison.Ordinal)) return path[..^5];
        return Written.FirstOrDefault(e => e != ".json" && path.EndsWith(e, StringComparison.Ordinal)) is { } extension ? path[..^extension.Length] : path;
    }
}
