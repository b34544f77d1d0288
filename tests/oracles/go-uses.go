// Reads folders of packages, one a line, and prints for each identifier of their files where go/types says that its object is declared:
//
//	file, offset, name, file and offset of the declaration ("-" outside of the root, or when Go itself declares it)
//
// separated by tabs. The first argument is the root. An embedded field is printed as the type that it embeds.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
)

var (
	root     string
	files    = token.NewFileSet()
	module   string
	outside  types.ImporterFrom
	packages = map[string]*types.Package{}
	out      = bufio.NewWriter(os.Stdout)
)

func main() {
	root, _ = filepath.Abs(os.Args[1])
	build.Default.CgoEnabled = false
	outside = importer.ForCompiler(files, "source", nil).(types.ImporterFrom)
	if mod, err := os.ReadFile(filepath.Join(root, "go.mod")); err == nil {
		module = strings.Fields(string(mod)[strings.Index(string(mod), "module"):])[1]
	}
	defer out.Flush()
	folders := bufio.NewScanner(os.Stdin)
	for folders.Scan() {
		p, err := build.ImportDir(folders.Text(), 0)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		tested := check(p, append(p.GoFiles, p.TestGoFiles...), nil)
		check(p, p.XTestGoFiles, tested)
	}
}

func check(p *build.Package, names []string, tested *types.Package) *types.Package {
	parsed := parse(p.Dir, names)
	if len(parsed) == 0 {
		return nil
	}
	info := &types.Info{
		Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	path := pathOf(p.Dir)
	failed := false
	config := types.Config{Importer: in{p.Dir, path, tested}, FakeImportC: true, Error: func(error) { failed = true }}
	checked, _ := config.Check(path, files, parsed, info)
	// With its own tests a package is another than the one that what it imports has seen; names are resolved all the same.
	if failed && tested == nil {
		fmt.Fprintln(os.Stderr, "left out, does not compile here:", path)
		return checked
	}
	embedded := map[token.Pos]types.Object{}
	for id, o := range info.Defs {
		if v, ok := o.(*types.Var); ok && v.Embedded() {
			embedded[v.Pos()] = info.Uses[id]
		}
	}
	for id, o := range info.Defs {
		if v, ok := o.(*types.Var); ok && v.Embedded() {
			continue
		}
		if o == nil {
			o = symbolic(id, info)
		}
		if o != nil {
			print(id, o, embedded)
		}
	}
	for id, o := range info.Uses {
		print(id, o, embedded)
	}
	return checked
}

func parse(folder string, names []string) (parsed []*ast.File) {
	for _, name := range names {
		f, err := parser.ParseFile(files, filepath.Join(folder, name), nil, 0)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return nil
		}
		parsed = append(parsed, f)
	}
	return parsed
}

// symbolic finds the variable of a type switch, which has an object for each clause.
func symbolic(id *ast.Ident, info *types.Info) types.Object {
	for _, o := range info.Implicits {
		if o.Pos() == id.Pos() {
			return o
		}
	}
	return nil
}

func print(id *ast.Ident, o types.Object, embedded map[token.Pos]types.Object) {
	if id.Name == "_" || id.Name == "." {
		return
	}
	if v, ok := o.(*types.Var); ok && v.Embedded() {
		o = typeOf(v, embedded)
	}
	at := files.Position(id.Pos())
	target := "-"
	if o != nil && o.Pos().IsValid() {
		if to := files.Position(o.Pos()); strings.HasPrefix(to.Filename, root+"/") {
			target = fmt.Sprintf("%s\t%d", relative(to.Filename), to.Offset)
		}
	}
	fmt.Fprintf(out, "%s\t%d\t%s\t%s\n", relative(at.Filename), at.Offset, id.Name, target)
}

func typeOf(v *types.Var, embedded map[token.Pos]types.Object) types.Object {
	if o := embedded[v.Pos()]; o != nil {
		return o
	}
	t := v.Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := t.(*types.Named); ok && n.Obj().Name() == v.Name() {
		return n.Obj()
	}
	return nil
}

func relative(path string) string {
	path, _ = filepath.Rel(root, path)
	return filepath.ToSlash(path)
}

// in imports as the package of one folder does; a test from outside gets the package with its own tests.
type in struct {
	folder, path string
	tested       *types.Package
}

func (i in) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if i.tested != nil && path == i.path {
		return i.tested, nil
	}
	for _, folder := range []string{filepath.Join(root, "vendor", path), below(path)} {
		if p, err := build.ImportDir(folder, 0); folder != "" && err == nil {
			return inside(p)
		}
	}
	return outside.ImportFrom(path, i.folder, 0)
}

func below(path string) string {
	if module == "std" {
		return filepath.Join(root, path)
	}
	if path == module || strings.HasPrefix(path, module+"/") {
		return filepath.Join(root, path[len(module):])
	}
	return ""
}

func pathOf(folder string) string {
	if r := relative(folder); module == "std" {
		return r
	} else if r != "." {
		return module + "/" + r
	}
	return module
}

func inside(p *build.Package) (*types.Package, error) {
	if known := packages[p.Dir]; known != nil {
		return known, nil
	}
	config := types.Config{Importer: in{p.Dir, "", nil}, FakeImportC: true, IgnoreFuncBodies: true, Error: func(error) {}}
	checked, _ := config.Check(pathOf(p.Dir), files, parse(p.Dir, p.GoFiles), nil)
	packages[p.Dir] = checked
	return checked, nil
}
