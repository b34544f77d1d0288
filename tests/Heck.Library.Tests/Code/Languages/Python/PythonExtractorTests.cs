using Heck.Code.Languages.Python;
using static Heck.Library.Tests.Code.Languages.ExtractedFacts;

namespace Heck.Library.Tests.Code.Languages.Python;

public class PythonExtractorTests
{
    private static readonly PythonLanguage Python = new();

    [Fact]
    public void Classes_functions_and_assignments_of_modules_and_classes_are_symbols() => Assert.Equal(
        [
            "+constant LIMIT", "+variable a", "+variable b", "+variable c", "+variable d", "variable _hidden", "+class Box", "+field Box.x", "+field Box.y",
            "method Box.__init__", "+method Box.get", "function Box.get.inner", "+class Box.Inner", "+typealias Pair", "+variable again", "+variable again",
        ],
        Symbols(Python, """
            LIMIT: int = 1
            a = b = 2
            (c, [*d], obj.attribute, items[0]) = values
            _hidden: str
            class Box(Base):
                x, y = 1, 2
                def __init__(self): self.z = 1
                @property
                async def get(self, parameter=1):
                    local = 2
                    def inner(): pass
                class Inner: pass
            type Pair[T] = tuple[T, T]
            for loop in a: pass
            if a: again = 1
            else: again = 2
            again += 1
            """));

    [Fact]
    public void All_decides_what_is_exported_where_a_module_has_it() => Assert.Equal(
        ["variable __all__", "+function _a", "function b", "+function c", "+function d"],
        Symbols(Python, "__all__ = ['_a'] + ['c']\n__all__ += ('d',)\ndef _a(): pass\ndef b(): pass\ndef c(): pass\ndef d(): pass\n"));

    [Fact]
    public void The_place_is_the_name_s_and_the_range_begins_at_the_decorator()
    {
        const string source = "@dec(1)\n@two\nasync def go(): pass\n";
        var go = Symbol(Of(Python, source), "go");
        Assert.Equal((3, 11), NamePlace(source, go));
        Assert.Equal(0, go.Start);
    }

    [Fact]
    public void Signature_is_the_head_on_one_line_and_the_docstring_the_documentation()
    {
        var facts = Of(Python, """"
            def add(a: int,  # one
                    *rest) -> int:
                r"""Adds.

                  Indented.
                Back.
                """
            class C:
                f"not {a} doc"
            """");
        Assert.Equal("def add(a: int, *rest) -> int", Symbol(facts, "add").Signature);
        Assert.Equal("Adds.\n\n  Indented.\nBack.", Symbol(facts, "add").Doc);
        Assert.Equal("class C", Symbol(facts, "C").Signature);
        Assert.Null(Symbol(facts, "C").Doc);
    }

    [Fact]
    public void References_have_their_role_and_the_symbol_that_they_stand_in() => Assert.Equal(
        [
            "import base", "import Base", "inherit Base@A", "read mod@A", "inherit Mixin@A", "member metaclass@A", "read Meta@A", "call deco@A",
            "type list@m", "type T@m", "read self@m", "call go@m", "read self@m", "write x@m", "read p@m", "call f@m", "member key@m", "write w@m",
        ],
        References(Python, """
            import base
            from base import Base as B
            class A(Base, mod.Mixin, metaclass=Meta):
                @deco
                def m(self, p: list[T]):
                    self.go()
                    self.x = p
                    f(key=1)
                    w = 1
            """));

    [Fact]
    public void Every_way_to_import_is_seen() => Assert.Equal(
        [
            "import __future__: annotations", "import os: * as os", "import sys: * as s", "import a.b.c: * as a", "import .: x", "import ..pkg.mod: y as z, w", "import m: *",
            "typeonly types_only: T", "import after: A", "dynamic plugins.one",
        ],
        Imports(Python, """
            from __future__ import annotations
            import os, sys as s
            import a.b.c
            from . import x
            from ..pkg.mod import (y as z, w)
            from m import *
            if TYPE_CHECKING:
                from types_only import T
            from after import A
            importlib.import_module("plugins.one")
            """));

    [Fact]
    public void A_file_with_syntax_errors_gives_what_can_be_had()
    {
        var facts = Of(Python, "def broken(:\n    pass\n\nclass Good:\n    def method(self): pass\n");
        Assert.NotEqual(0, facts.ParseErrors);
        Assert.Contains("method", facts.Names);
    }
}
