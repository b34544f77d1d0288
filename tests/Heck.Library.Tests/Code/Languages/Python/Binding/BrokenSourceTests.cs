using System.Text;
using CsCheck;
using Heck.Code.Languages.Python.Binding;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Languages.Python.Binding;

public class BrokenSourceTests
{
    private const string Source = """
        import os.path as p, sys
        from .a import (b as c, d)
        from typing import TypedDict, Protocol
        class C(p.X[int], metaclass=M):
            __slots__ = ("x", 'y')
            def __init__(self, x: "C" = 1, *a, k: list["C"] = None, **kw) -> None:
                self.x, self.y = x, [z for z in a if (w := z)]
                super().__init__(x=x, **kw)
            @property
            def x(self): return self.__dict__["x"]
        def f(v):
            with open(v) as (h, *i), g() as C.x: pass
            for n, o.x in f(x=1): del n
            match v:
                case C(x=q, y=[1, *r]) | {"x": q, **r}: return lambda x, y=q: f"{x:{y}} {C().x}"
            try: type(v).x = getattr(v, "x")
            except* (C, p.E) as x: global x
        type X[T: int] = dict[str, T]
        """;

    [Fact]
    public void Cut_and_mixed_sources_are_bound_without_an_exception() =>
        Gen.Select(Gen.Int[0, Source.Length], Gen.Int[0, 40], Gen.Int[0, Source.Length]).Sample((at, length, to) =>
        {
            var piece = Source.Substring(Math.Min(at, Source.Length), Math.Min(length, Source.Length - Math.Min(at, Source.Length)));
            var text = Source.Remove(Math.Min(at, Source.Length), piece.Length);
            text = text.Insert(Math.Min(to, text.Length), piece);
            var binder = new PythonBinderFactory().Bind(new MemoryWorkspace(new MemoryFiles(("m.py", text), ("a.py", "def b(x): return x\n"))));
            foreach (var name in new[] { "x", "C", "f", "v", "b", "T", "p" })
            {
                foreach (var use in binder.UsesOf(name, CancellationToken.None).Where(u => u.Symbol is not null)) binder.SetOf(use.Symbol!, CancellationToken.None);
            }
        }, iter: 300);
}
