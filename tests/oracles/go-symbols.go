// The declarations that Go's own parser sees. Paths come on standard input, one a line; each declaration goes out as path, line, column,
// kind and name with tabs between, lines and columns from 1, columns in UTF-16 units. A file that does not parse goes out as path and `error`.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"unicode/utf16"
)

var out = bufio.NewWriter(os.Stdout)

type source struct {
	path  string
	text  []byte
	files *token.FileSet
}

func main() {
	defer out.Flush()
	paths := bufio.NewScanner(os.Stdin)
	for paths.Scan() {
		text, err := os.ReadFile(paths.Text())
		if err != nil {
			panic(err)
		}
		s := source{paths.Text(), text, token.NewFileSet()}
		file, err := parser.ParseFile(s.files, s.path, text, parser.SkipObjectResolution)
		if err != nil {
			fmt.Fprintf(out, "%s\terror\n", s.path)
			continue
		}
		s.file(file)
	}
}

func (s source) file(file *ast.File) {
	for _, declaration := range file.Decls {
		if group, ok := declaration.(*ast.GenDecl); ok {
			s.values(group)
		}
	}
	ast.Inspect(file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.FuncDecl:
			kind := "function"
			if n.Recv != nil {
				kind = "method"
			}
			s.emit(n.Name, kind)
		case *ast.TypeSpec:
			s.emit(n.Name, typeKind(n))
		case *ast.StructType:
			s.fields(n.Fields)
		case *ast.InterfaceType:
			for _, method := range n.Methods.List {
				for _, name := range method.Names {
					s.emit(name, "method")
				}
			}
		}
		return true
	})
}

func (s source) values(group *ast.GenDecl) {
	for _, spec := range group.Specs {
		if values, ok := spec.(*ast.ValueSpec); ok {
			kind := "variable"
			if group.Tok == token.CONST {
				kind = "constant"
			}
			for _, name := range values.Names {
				s.emit(name, kind)
			}
		}
	}
}

func (s source) fields(list *ast.FieldList) {
	for _, field := range list.List {
		for _, name := range field.Names {
			s.emit(name, "field")
		}
		if name := embedded(field.Type); len(field.Names) == 0 && name != nil {
			s.emit(name, "field")
		}
	}
}

func embedded(expr ast.Expr) *ast.Ident {
	switch e := expr.(type) {
	case *ast.Ident:
		return e
	case *ast.StarExpr:
		return embedded(e.X)
	case *ast.ParenExpr:
		return embedded(e.X)
	case *ast.SelectorExpr:
		return e.Sel
	case *ast.IndexExpr:
		return embedded(e.X)
	case *ast.IndexListExpr:
		return embedded(e.X)
	}
	return nil
}

func typeKind(spec *ast.TypeSpec) string {
	if spec.Assign.IsValid() {
		return "type_alias"
	}
	switch spec.Type.(type) {
	case *ast.StructType:
		return "struct"
	case *ast.InterfaceType:
		return "interface"
	}
	return "type"
}

func (s source) emit(name *ast.Ident, kind string) {
	// The blank identifier declares nothing.
	if name.Name == "_" {
		return
	}
	place := s.files.PositionFor(name.Pos(), false)
	before := []rune(string(s.text[place.Offset-place.Column+1 : place.Offset]))
	text, _ := json.Marshal(name.Name)
	fmt.Fprintf(out, "%s\t%d\t%d\t%s\t%s\n", s.path, place.Line, len(utf16.Encode(before))+1, kind, text)
}
