using CsCheck;
using Heck.Code.Languages.Go.Binding;

namespace Heck.Library.Tests.Code.Languages.Go.Binding;

public class GoBrokenSourceTests
{
    private const string Source = """
        package p
        import ( f "fmt"; . "m/a"; "C" )
        type I interface { M(x int) (y error); J; ~int | string }
        type T[K comparable, V any] struct { *U; a.B; m, n map[K][]V `json:"n"`; x func(...K) (V, error) }
        type A[Q any] = T[string, Q]
        func (t *T[K, V]) M(xs ...K) (r V, err error) { for i, x := range xs { t.m[x] = append(t.m[x], r); _ = i }; return }
        const ( c = iota; d; e )
        var x, y = T[int, A[I]]{m: map[int][]I{1: {nil}}}, []struct{ n int }{{1}, {n: 2}}
        // F is [T.M].
        func F[S ~[]E, E I](s S, g func(E) I) (out I) {
        L:
            switch v := out.(type) { case *T[int, I]: v.M(1); case I, nil: break L; default: goto L }
            select { case z, ok := <-make(chan I): out = z; _ = ok; case nil <- out: }
            if n, err := x.M(1, 2); err != nil { defer func() { recover(); f.Println(n, s[0].M, *&x, (*T[int, I]).M) }() } else if m := len(s); m > 1 { return g(s[m:][0]) }
            return F(S{}, func(e E) I { return I(e) })
        }
        """;

    [Fact]
    public void Cut_and_mixed_sources_are_bound_without_an_exception() =>
        Gen.Select(Gen.Int[0, Source.Length], Gen.Int[0, 40], Gen.Int[0, Source.Length]).Sample((at, length, to) =>
        {
            var piece = Source.Substring(at, Math.Min(length, Source.Length - at));
            var text = Source.Remove(at, piece.Length);
            text = text.Insert(Math.Min(to, text.Length), piece);
            var binder = new GoBinderFactory().Bind(new MemoryWorkspace(new MemoryFiles(("go.mod", "module m\n"), ("p.go", text), ("q.go", "package p\n\ntype T struct{ x int }\n"), ("a/a.go", "package a\n\ntype B struct{ M int }\n"))));
            foreach (var name in new[] { "M", "T", "x", "n", "F", "L", "v", "f", "K", "I", "A", "B" })
            {
                foreach (var use in binder.UsesOf(name, CancellationToken.None).Where(u => u.Symbol is not null)) binder.SetOf(use.Symbol!, CancellationToken.None);
            }
        }, iter: 200);
}
