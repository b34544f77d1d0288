// Prints what Go's standard library exports, with types: a line each, "path.Name kind type" where kind is f (function or method), t (type) or v (variable, constant, field).
// Run: go run eng/tables/go-standard-types.go > Heck.Library/Code/Languages/Go/Binding/Types/standard-types.txt
package main

import (
	"bufio"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"sort"
	"strings"
)

func main() {
	list, err := exec.Command("go", "list", "std").Output()
	if err != nil {
		panic(err)
	}
	source := importer.ForCompiler(token.NewFileSet(), "source", nil)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprintln(out, "# Made by eng/tables/go-standard-types.go. "+version())
	for _, path := range strings.Fields(string(list)) {
		if strings.Contains(path, "internal") || strings.HasPrefix(path, "vendor/") || path == "unsafe" || path == "syscall" || path == "debug/elf" || path == "debug/dwarf" {
			continue
		}
		pkg, err := source.Import(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, path, err)
			continue
		}
		var lines []string
		for _, name := range pkg.Scope().Names() {
			object := pkg.Scope().Lookup(name)
			if object.Exported() {
				lines = append(lines, of(path, object)...)
			}
		}
		sort.Strings(lines)
		for _, line := range lines {
			fmt.Fprintln(out, line)
		}
	}
}

func version() string {
	out, _ := exec.Command("go", "version").Output()
	return strings.TrimSpace(string(out))
}

func of(path string, object types.Object) []string {
	full := path + "." + object.Name()
	switch object := object.(type) {
	case *types.Func:
		return line(full, "f", object.Type())
	case *types.Var, *types.Const:
		return line(full, "v", object.Type())
	case *types.TypeName:
		lines := []string{full + " t " + under(object.Type())}
		named, ok := object.Type().(*types.Named)
		if !ok {
			return lines
		}
		set := types.NewMethodSet(types.NewPointer(named))
		if types.IsInterface(named) {
			set = types.NewMethodSet(named)
		}
		for i := 0; i < set.Len(); i++ {
			if method := set.At(i).Obj(); method.Exported() {
				lines = append(lines, line(full+"."+method.Name(), "f", set.At(i).Type())...)
			}
		}
		if structure, ok := named.Underlying().(*types.Struct); ok {
			for i := 0; i < structure.NumFields(); i++ {
				if field := structure.Field(i); field.Exported() {
					lines = append(lines, line(full+"."+field.Name(), "v", field.Type())...)
				}
			}
		}
		return lines
	}
	return nil
}

// under says what lies under a named type, where it can be written.
func under(t types.Type) string {
	if written := write(t.Underlying()); written != "?" {
		return written
	}
	return kind(t)
}

func kind(t types.Type) string {
	switch t.Underlying().(type) {
	case *types.Struct:
		return "struct"
	case *types.Interface:
		return "interface"
	}
	return "?"
}

func line(full, kind string, t types.Type) []string {
	if written := write(t); !strings.Contains(written, "?") {
		return []string{full + " " + kind + " " + written}
	}
	return nil
}

func write(t types.Type) string {
	switch t := t.(type) {
	case *types.Basic:
		return strings.ReplaceAll(t.Name(), "untyped ", "untyped_")
	case *types.Named:
		if t.TypeArgs().Len() > 0 || t.TypeParams().Len() > 0 {
			return "?"
		}
		if t.Obj().Pkg() == nil {
			return t.Obj().Name()
		}
		if !t.Obj().Exported() || strings.Contains(t.Obj().Pkg().Path(), "internal") {
			return "?"
		}
		return t.Obj().Pkg().Path() + "." + t.Obj().Name()
	case *types.Pointer:
		return "*" + write(t.Elem())
	case *types.Slice:
		return "[]" + write(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), write(t.Elem()))
	case *types.Map:
		return "map[" + write(t.Key()) + "]" + write(t.Elem())
	case *types.Chan:
		return []string{"chan ", "chan<- ", "<-chan "}[t.Dir()] + write(t.Elem())
	case *types.Interface:
		if t.Empty() {
			return "any"
		}
	case *types.Signature:
		if t.TypeParams().Len() == 0 {
			return "func" + list(t.Params(), t.Variadic()) + list(t.Results(), false)
		}
	}
	return "?"
}

func list(tuple *types.Tuple, variadic bool) string {
	var parts []string
	for i := 0; i < tuple.Len(); i++ {
		part := write(tuple.At(i).Type())
		if variadic && i == tuple.Len()-1 {
			part = "..." + strings.TrimPrefix(part, "[]")
		}
		parts = append(parts, part)
	}
	return "(" + strings.Join(parts, ",") + ")"
}
