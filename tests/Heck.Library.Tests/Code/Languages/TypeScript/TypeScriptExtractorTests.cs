using Heck.Code.Languages.TypeScript;
using static Heck.Library.Tests.Code.Languages.ExtractedFacts;

namespace Heck.Library.Tests.Code.Languages.TypeScript;

public class TypeScriptExtractorTests
{
    private static readonly TypeScriptLanguage TypeScript = TypeScriptLanguage.TypeScript;

    [Fact]
    public void Members_of_a_class_are_symbols_and_locals_and_parameters_are_none() => Assert.Equal(
        [
            "+class Shape", "field Shape.#id", "+constructor Shape.constructor", "+field Shape.size", "field Shape.secret",
            "+property Shape.area", "+property Shape.area", "+method Shape.draw", "+method Shape.draw", "function Shape.draw.local",
        ],
        Symbols(TypeScript, """
            export class Shape {
              #id = 1;
              constructor(readonly size: number, private secret: string, plain: number) { const x = plain; }
              get area() { return 1; }
              set area(v) { let w = v; }
              draw(): void;
              draw(context?: object): void { function local(p: number) {} const other = () => { const z = 1; }; }
            }
            """));

    [Fact]
    public void Types_namespaces_and_enums_are_symbols_with_their_members() => Assert.Equal(
        [
            "+interface I", "+property I.a", "+method I.m", "typealias T", "property T.b", "+enum E", "+enummember E.A", "+enummember E.b c",
            "namespace N", "namespace N.M", "constant N.M.x", "+namespace global", "+interface global.Window", "+namespace ./ext", "+function ./ext.f",
        ],
        Symbols(TypeScript, """
            export interface I { a: string; m(): void; (call: number): string; [key: string]: unknown }
            type T = { b: number };
            export enum E { A, 'b c' = 2 }
            namespace N.M { export const x = 1; }
            declare global { interface Window {} }
            declare module './ext' { function f(): void; }
            """));

    [Fact]
    public void Variables_of_a_module_are_symbols_each_name_of_a_pattern_too() => Assert.Equal(
        [
            "+constant a", "variable b", "constant c", "constant e", "constant rest", "+function f", "+class K", "method K.m", "variable hoisted",
            "+constant api", "+method api.load",
        ],
        Symbols(TypeScript, """
            export const a = 1;
            let b = 2;
            const { c, d: [e = c], ...rest } = a;
            export const f = async (p: string) => { const local = p; };
            export const K = class { private m() {} };
            if (a) { var hoisted = 1; const blockScoped = 2; }
            export const api = { load() {}, size: 1 };
            """));

    [Fact]
    public void An_export_list_and_a_default_export_make_symbols_exported() => Assert.Equal(
        ["+function a", "+class B", "function hidden"],
        Symbols(TypeScript, "function a() {}\nclass B {}\nfunction hidden() {}\nexport { a as renamed };\nexport default B;\n"));

    [Fact]
    public void CommonJs_exports_make_symbols_exported() => Assert.Equal(
        ["+function a", "+constant b", "+function c", "constant d"],
        Symbols(TypeScriptLanguage.JavaScript, "function a() {}\nconst b = 1;\nfunction c() {}\nconst d = 2;\nmodule.exports = { a, x: b };\nexports.c = c;\n"));

    [Fact]
    public void The_place_is_the_name_s_and_not_its_decorator_s_or_modifier_s()
    {
        const string source = "/** Doc. */\n@dec\nexport abstract class Foo {\n  @prop() static async bar() {}\n}\n";
        var facts = Of(TypeScript, source);
        Assert.Equal((3, 23), NamePlace(source, Symbol(facts, "Foo")));
        Assert.Equal((4, 24), NamePlace(source, Symbol(facts, "bar")));
        Assert.Equal(source.IndexOf("@dec", StringComparison.Ordinal), Symbol(facts, "Foo").Start);
        Assert.Equal(source.IndexOf("@prop", StringComparison.Ordinal), Symbol(facts, "bar").Start);
    }

    [Fact]
    public void Signature_is_the_head_on_one_line_and_documentation_is_plain_text()
    {
        var facts = Of(TypeScript, """
            /**
             * Adds.
             * @param a one
             */
            export async function add(
              a: number, // the first
              b = 2,
            ): Promise<number> { return a + b; }
            /** Twice. */
            export const twice = (x: number): number => x * 2;
            // not a doc
            type Pair<T> = [T, T];
            """);
        Assert.Equal("export async function add( a: number, b = 2, ): Promise<number>", Symbol(facts, "add").Signature);
        Assert.Equal("Adds.\n@param a one", Symbol(facts, "add").Doc);
        Assert.Equal("export const twice = (x: number): number", Symbol(facts, "twice").Signature);
        Assert.Equal("Twice.", Symbol(facts, "twice").Doc);
        Assert.Equal("type Pair<T> = [T, T]", Symbol(facts, "Pair").Signature);
        Assert.Null(Symbol(facts, "Pair").Doc);
    }

    [Fact]
    public void References_have_their_role_and_the_symbol_that_they_stand_in() => Assert.Equal(
        [
            "import Base", "inherit Base@A", "type Opt@A", "type T@m", "call run@m", "member deep@m", "call go@m", "call Thing@m", "write count@m", "member x@m",
            "write y@m", "read p@m", "export A",
        ],
        References(TypeScript, """
            import { Base } from './base';
            class A extends Base<Opt> {
              m(p: T) { run(deep_.deep); }
            }
            export { A };
            """.Replace("run(deep_.deep);", "run(); this.deep.go(); new Thing(); count++; const { x } = this; this.y = p;", StringComparison.Ordinal)));

    [Fact]
    public void Every_way_to_import_is_seen() => Assert.Equal(
        [
            "import ./ref.d.ts", "import ./a: default as d, x, y as z", "import ./b: * as ns", "import ./effect", "typeonly ./t: T", "require fs: * as fs",
            "reexport ./c: *", "reexport ./d: * as e", "reexport ./f: default as g", "require ./h: i, j as k", "dynamic ./l", "dynamic ./m", "dynamic ./n",
        ],
        Imports(TypeScript, """
            /// <reference path="ref.d.ts" />
            import d, { x, y as z } from './a';
            import * as ns from "./b";
            import './effect';
            import type { T } from './t';
            import fs = require("fs");
            export * from './c';
            export * as e from './d';
            export { default as g } from './f';
            const { i, j: k } = require('./h');
            const l = await import('./l');
            let m: typeof import('./m');
            let n: import('./n').Generic<string>;
            """));

    [Fact]
    public void Tags_in_tsx_are_references_to_components() => Assert.Equal(
        ["call Panel@View", "member title@View", "read name@View", "read Panel@View"],
        References(TypeScriptLanguage.Tsx, "function View() { return <Panel title={name}><div /></Panel>; }"));

    [Fact]
    public void A_file_with_syntax_errors_gives_what_can_be_had()
    {
        var facts = Of(TypeScript, "class A { m( { } }\nfunction after() {}\nconst x = ;\ninterface I { a: string }");
        Assert.NotEqual(0, facts.ParseErrors);
        Assert.Contains("after", facts.Names);
        Assert.Contains(facts.Symbols, s => facts.Names[s.Name] == "I");
    }
}
