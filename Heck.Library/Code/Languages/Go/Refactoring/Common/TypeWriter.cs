using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Common;

/// <summary>Writes types for one file.</summary>
internal sealed class TypeWriter(GoScene scene, GoFile file, ImportPlan imports)
{
    /// <summary>Null when the type is not known well enough or cannot be named there.</summary>
    public CodeText? Write(GoType type)
    {
        switch (type)
        {
            case GoType.Basic { Name: "untyped nil" }: return null;
            case GoType.Basic basic: return Name(GoChecker.Variable(basic) is GoType.Basic(var name) ? name : basic.Name);
            case GoType.Named(var declared, var arguments): return Generic(OfNamed(declared), arguments);
            case GoType.External external: return Generic(OfExternal(external), external.Arguments);
            case GoType.Parameter(var parameter): return new CodeText().Use(parameter.Name, scene.SymbolOf(parameter));
            case GoType.Pointer(var element): return With("*", element);
            case GoType.Slice(var element): return With("[]", element);
            case GoType.Array { Length: { } length } array: return With($"[{length}]", array.Element);
            case GoType.Channel channel: return With(channel.Direction + " ", channel.Element);
            case GoType.Map(var key, var value): return Write(key) is { } k && Write(value) is { } v ? CodeText.Of("map[").Append(k).Write("]").Append(v) : null;
            case GoType.Function { TypeParameters.Count: 0 } f: return OfFunction(f);
            case GoType.Struct(var node, var by) when ReferenceEquals(by, Substitution.Empty) && node.File == file: return Literal(node);
            case GoType.Interface(var node, _) when !node.Named.Any(): return CodeText.Of("interface{}");
            case GoType.Interface(var node, var by) when ReferenceEquals(by, Substitution.Empty) && node.File == file: return Literal(node);
            default: return null;
        }
    }

    /// <summary>A type that is written in place, as it stands in a declaration of the file.</summary>
    private CodeText Literal(GoNode node) => new CodeText().CopyIndented(file.Text, file.Path, node.Start, node.End, Indentation.Of(file.Text, node.Start), "", GoSyntax.IsInString(file));

    private static CodeText Name(string predeclared) => new CodeText().Use(predeclared, GoScene.Predeclared(predeclared));

    private CodeText? With(string prefix, GoType element) => Write(element) is { } of ? CodeText.Of(prefix).Append(of) : null;

    private CodeText? Generic(CodeText? name, IReadOnlyList<GoType> arguments)
    {
        if (name is null || arguments.Count == 0) return name;
        name.Write("[");
        for (var i = 0; i < arguments.Count; i++)
        {
            if (Write(arguments[i]) is not { } argument) return null;
            name.Write(i == 0 ? "" : ", ").Append(argument);
        }

        return name.Write("]");
    }

    private CodeText? OfNamed(GoObject declared)
    {
        var symbol = scene.SymbolOf(declared);
        if (declared.File.Package == file.Package) return new CodeText().Use(declared.Name, symbol);
        if (!declared.IsExported || !GoScene.IsPackageLevel(declared)) return null;
        return file.Scopes.Imports.Find(i => scene.Program.Imported(i) == declared.File.Package && i.Name is not "_") is { } import
            ? import.Name == "." ? new CodeText().Use(declared.Name, symbol) : imports.Qualifier(GoProgram.PathOf(import), declared.File.Package.Name)?.Use(declared.Name, symbol)
            : null;
    }

    /// <summary>A name of another module is a type for certain only where the package writes it as one.</summary>
    private CodeText? OfExternal(GoType.External type)
    {
        if (type.Name.Contains('.', StringComparison.Ordinal) || type.Name.Contains('(', StringComparison.Ordinal)) return null;
        if (!StandardApi.IsType(type.Full) && !IsWrittenAsType(type)) return null;
        return imports.Qualifier(type.Path, ImportPaths.NameOf(type.Path))?.Use(type.Name, SymbolFactory.Outside(type.Name, type.Path));
    }

    private bool IsWrittenAsType(GoType.External type) => GoScene.Below(file.Root).Any(n =>
        n.Kind == K.QualifiedType && n.Get(F.Name).Text == type.Name && scene.Meaning(n.Get(F.Package)) is { Kind: ObjectKind.Import } import && GoProgram.PathOf(import) == type.Path);

    private CodeText? OfFunction(GoType.Function f)
    {
        var text = CodeText.Of("func(");
        for (var i = 0; i < f.Parameters.Count; i++)
        {
            var isRest = f.IsVariadic && i == f.Parameters.Count - 1;
            if (Write(isRest && f.Parameters[i] is GoType.Slice(var element) ? element : f.Parameters[i]) is not { } parameter) return null;
            text.Write((i == 0 ? "" : ", ") + (isRest ? "..." : "")).Append(parameter);
        }

        text.Write(")");
        if (f.Results.Count == 0) return text;
        return Results(f.Results) is { } results ? text.Write(" ").Append(results) : null;
    }

    /// <summary>Results as a signature writes them: one without parentheses.</summary>
    public CodeText? Results(IReadOnlyList<GoType> results)
    {
        var text = new CodeText();
        for (var i = 0; i < results.Count; i++)
        {
            if (Write(results[i]) is not { } result) return null;
            text.Write(i == 0 ? "" : ", ").Append(result);
        }

        return results.Count > 1 ? CodeText.Of("(").Append(text).Write(")") : text;
    }
}
