using System.Globalization;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Syntax;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Languages.Python.Binding;

/// <summary>Our scopes beside those of CPython's own symbol table: each name of each block, and whether it is local, free or global there.</summary>
public class SymbolTableTests
{
    /// <summary>Every how many-th file of the standard library is read in the ordinary run.</summary>
    private const int Stride = 12;

    private const string Rules = """
        import os.path as p, sys
        from a import b as c, d
        x: int = 1
        def f(a, /, b: x = x, *args: d, k=lambda q, *r: q + x, **kw) -> c:
            global g
            g = a
            def inner():
                nonlocal late
                late = b
                return [late for late in args if (w := late)], w
            late = 2
            return {k: v for k, v in kw.items() for _ in [k]}, (y for y in late)
        class C(f(x)):
            x = x
            y = [x for x in x if (lambda: y)]
            def __m(self, z=x): return x, __m, self.__m, __class__
            class D: z = x
        try: pass
        except (E, F) as e: del e
        with open(x) as (h, [i, *j]), k as l.m: pass
        for n, o[n] in f: pass
        match x:
            case C(y=q1) | [q1, *q2] | {"a": q1, **q3} if q1: pass
            case p.sep | -1 | "s" | None | (q4 as q5): pass
            case _: pass
        def g2():
            print = x
            async def h(): return [await s async for s in x], f"{x!r:{print}} {x=}", type, match
            if (u := 1): return lambda: u
            del u, g2
            type(h).x = type(a).y = 3
        """;

    [Fact]
    public void Every_rule_of_scopes_agrees_with_CPython()
    {
        Assert.SkipUnless(Python.Exists, "python3 is not installed");
        Assert.SkipUnless(Python.Version < new Version(3, 12), "From 3.12 on the symbol table shows comprehensions as part of the function around them.");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Rules);
            AssertSame([file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_standard_library_agrees_with_CPython()
    {
        Assert.SkipUnless(Python.Exists, "python3 is not installed");
        Assert.SkipUnless(Python.Version < new Version(3, 12), "From 3.12 on the symbol table shows comprehensions as part of the function around them.");
        var all = Python.StandardLibraryFiles();
        Assert.SkipUnless(all.Count > 0, "The standard library has no sources here.");
        var isLong = Environment.GetEnvironmentVariable("HECK_LONG") is not null;
        AssertSame([.. all.Where((_, i) => isLong || i % Stride == 0)]);
    }

    private static void AssertSame(IReadOnlyList<string> files)
    {
        var differences = Differences(files).Take(40).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static IEnumerable<string> Differences(IReadOnlyList<string> files)
    {
        using var parser = new SyntaxParser(Grammar.Python);
        var theirs = Python.SymbolTables(files);
        foreach (var file in files.Where(theirs.ContainsKey))
        {
            var bound = PythonFile.Read(RepoPath.Parse("f.py"), SourceText.TryDecode(File.ReadAllBytes(file))!, parser);
            if (bound.Unit.Tree.ErrorCount > 0) continue; // the grammar's fault; no file of a distribution's library has any
            var ours = Names(bound).ToHashSet();
            foreach (var line in ours.Except(theirs[file])) yield return $"{file}: only ours: {line}";
            foreach (var line in theirs[file].Except(ours)) yield return $"{file}: only CPython's: {line}";
        }
    }

    private static IEnumerable<string> Names(PythonFile file) => file.Sites
        .Where(s => s.Binds || s.Role is NameRole.Load or NameRole.Store or NameRole.Directive)
        .Where(s => s.Node.Unit == file.Unit && !IsPostponed(s)) // names inside strings and postponed annotations are code to us alone
        .Select(s => (s.Scope, s.Node.Text))
        .Concat(Walruses(file.Module))
        .Where(n => n.Text != "__class__") // CPython adds it as a cell of its own
        .Select(n => $"{PathOf(n.Scope)} {n.Scope.Mangle(n.Text)} {n.Scope.Resolve(n.Text).Kind.ToString().ToLowerInvariant()}");

    /// <summary>CPython enters what a comprehension's walrus binds into the table of the function, too.</summary>
    private static IEnumerable<(Scope Scope, string Text)> Walruses(Scope scope) => scope.Variables.Values
        .Where(v => v.Declarations.Any(d => d.Kind == DeclarationKind.Walrus)).Select(v => (scope, v.Name))
        .Concat(scope.Children.SelectMany(Walruses));

    private static bool IsPostponed(NameSite site) =>
        site.Node.Ancestor(Kinds.Type) is not null && site.Scope.Module.Variables.TryGetValue("annotations", out var future) && future.First.Origin.Is(Kinds.FutureImport);

    private static string PathOf(Scope scope) => scope.Parent is null
        ? "module"
        : string.Create(CultureInfo.InvariantCulture, $"{PathOf(scope.Parent)}/{scope.Name}@{scope.Node.File.Text.Lines.PositionAt(scope.Node.Start).Line}");
}
