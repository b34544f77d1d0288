using Heck.Code.Languages.Go;
using static Heck.Library.Tests.Code.Languages.ExtractedFacts;

namespace Heck.Library.Tests.Code.Languages.Go;

public class GoExtractorTests
{
    private static readonly GoLanguage Go = new();

    [Fact]
    public void Declarations_of_the_package_are_symbols_and_locals_and_parameters_are_none() => Assert.Equal(
        [
            "+struct Server", "+field Server.Addr", "field Server.port", "+field Server.Base", "field Server.inner", "+field Server.inner.Deep",
            "+interface Closer", "+method Closer.Close", "typealias alias", "+type ID", "+constant A", "constant b", "variable x", "+method Server.Run",
            "struct Server.Run.local", "field Server.Run.local.q", "function generic",
        ],
        Symbols(Go, """
            package main
            const (
                A, b = iota, 2
                _
            )
            var x = func(p int) { y := 1 }
            func (s *Server) Run(a int) (err error) {
                var l = 1
                const c = 2
                type local struct { q int }
                for i := range l {}
            }
            type Server struct {
                Addr, port string
                *pkg.Base
                inner struct { Deep int }
            }
            type (
                Closer interface { Close() error; fmt.Stringer }
                alias = map[string]int
                ID string
            )
            func generic[T any](t T) {}
            func _() {}
            """));

    [Fact]
    public void A_method_belongs_to_its_type_though_another_file_declares_that() => Assert.Equal(
        ["+method Server.Run", "method Pair.first", "type Pair.first.local", "+method Server.Stop"],
        Symbols(Go, """
            package main
            func (s *Server) Run() {}
            func (p Pair[K, V]) first() K { type local int }
            func (Server) Stop() {}
            func (Server) _() {}
            """));

    [Fact]
    public void Signature_is_the_head_and_comments_on_the_lines_before_are_the_documentation()
    {
        var facts = Of(Go, """
            package p // not a doc
            const Limit = 10 // trailing
            var next int

            // Run runs.
            //
            //go:noinline
            // It stops.
            func (s *Server) Run(
                a int,
            ) error {
            }

            // Far away.

            type Server struct { port int }

            // Kinds of things.
            const (
                // One is first.
                One Kind = iota
                Two
            )
            """);
        Assert.Equal("func (s *Server) Run( a int, ) error", Symbol(facts, "Run").Signature);
        Assert.Equal("Run runs.\n\nIt stops.", Symbol(facts, "Run").Doc);
        Assert.Equal(("type Server struct", null), (Symbol(facts, "Server").Signature, Symbol(facts, "Server").Doc));
        Assert.Equal(("const One Kind = iota", "One is first."), (Symbol(facts, "One").Signature, Symbol(facts, "One").Doc));
        Assert.Null(Symbol(facts, "Two").Doc);
        Assert.Null(Symbol(facts, "next").Doc);
        Assert.Equal("const Limit = 10", Symbol(facts, "Limit").Signature);
        Assert.Equal("p", facts.Package);
    }

    [Fact]
    public void References_have_their_role_and_the_symbol_that_they_stand_in() => Assert.Equal(
        [
            "read pkg@Base", "inherit Base@Base", "type Server@Run", "type T@Run", "read fmt@Run", "call Println@Run", "read a@Run", "read s@Run", "write x@Run",
            "read s@Run", "member y@Run", "write n@Run", "type Server@Run", "member Addr@Run", "read a@Run", "call gen@Run", "type int@Run", "read a@Run",
        ],
        References(Go, """
            package p
            type Server struct { pkg.Base }
            func (s *Server) Run(a T) {
                fmt.Println(a)
                s.x = s.y
                n++
                v := Server{Addr: a}
                gen[int](a)
            }
            """));

    [Fact]
    public void Every_way_to_import_is_seen() => Assert.Equal(
        ["import fmt", "import math: * as m", "import strings: * as .", "import embed: * as _", "import example.com/x/y"],
        Imports(Go, "package p\nimport \"fmt\"\nimport (\n m \"math\"\n . \"strings\"\n _ \"embed\"\n `example.com/x/y`\n)\n"));

    [Fact]
    public void A_file_with_syntax_errors_gives_what_can_be_had()
    {
        var facts = Of(Go, "package p\nfunc broken( {\n}\n\nfunc Good() {}\ntype T struct { a int }\n");
        Assert.NotEqual(0, facts.ParseErrors);
        Assert.Contains("T", facts.Names);
    }
}
