using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Signatures;

/// <summary>A new parameter as a user writes it, <c>limit int = 10</c>, read as code.</summary>
internal sealed class AddedParameter
{
    private readonly GoScene _scene;
    private readonly GoFile _home;
    private readonly GoFile _read;
    private readonly GoNode _spec;
    private readonly Func<string, HeckException> _refuse;

    public AddedParameter(GoScene scene, GoFile home, string text, Func<string, HeckException> refuse)
    {
        (_scene, _home, _refuse) = (scene, home, refuse);
        _read = new GoFile(home.Path, SourceText.TryDecode(System.Text.Encoding.UTF8.GetBytes($"package p\n\nvar {text.Trim()}\n"))!);
        _spec = GoScene.Below(_read.Root).FirstOrDefault(n => n.Kind == K.VarSpec);
        if (_read.Tree.ErrorCount > 0 || _spec.All(F.Name).Count() != 1 || _spec.Get(F.Type).IsNone || _spec.Get(F.Value).Named.Count() != 1) throw refuse($"'{text}' is no parameter with the value that present calls pass, such as 'limit int = 10'.");
        Name = _spec.Get(F.Name).Text;
    }

    public string Name { get; }

    public CodeText Type(GoFile file, ImportPlan imports) => Write(_spec.Get(F.Type), file, imports);

    public CodeText Value(GoFile file, ImportPlan imports) => Write(_spec.Get(F.Value).FirstNamed, file, imports);

    /// <summary>The code for a file, each name in it bound to what it means where the function is declared.</summary>
    private CodeText Write(GoNode code, GoFile file, ImportPlan imports)
    {
        var text = new CodeText();
        var at = code.Start;
        foreach (var name in GoScene.Names(code).Where(n => n.Kind is K.Identifier or K.TypeIdentifier or K.PackageIdentifier && n.Field != F.Name || n.Kind == K.TypeIdentifier && n.Parent.Kind != K.QualifiedType))
        {
            if (name.Start < at) continue;
            text.Write(Text(at, name.Start));
            at = name.End;
            var isQualifier = (name.Parent.Kind == K.SelectorExpression && name.Field == F.Operand) || (name.Parent.Kind == K.QualifiedType && name.Field == F.Package);
            if (isQualifier && PathOf(name.Text) is { } path)
            {
                text.Append(imports.Qualifier(path, name.Text) ?? throw _refuse($"'{name.Text}' means something else in {file.Path}."));
                at++;
            }
            else if (name.Parent is { Kind: K.LiteralElement, Field: F.Key }) text.Write(name.Text);
            else if (_home.Package.Find(name.Text) is { } global) text.Append(Global(global, file, imports));
            else if (Universe.Find(name.Text) is not null) text.Use(name.Text, GoScene.Predeclared(name.Text));
            else throw _refuse($"'{name.Text}' is not known where the function is declared.");
        }

        return text.Write(Text(at, code.End));
    }

    private CodeText Global(GoObject global, GoFile file, ImportPlan imports)
    {
        if (file.Package == _home.Package) return new CodeText().Use(global.Name, _scene.SymbolOf(global));
        var import = file.Scopes.Imports.Find(i => _scene.Program.Imported(i) == _home.Package && i.Name is not ("_" or "."));
        if (!global.IsExported || import is null) throw _refuse($"'{global.Name}' cannot be seen in {file.Path}, where the function is called.");
        return imports.Qualifier(GoProgram.PathOf(import), _home.Package.Name)!.Use(global.Name, _scene.SymbolOf(global));
    }

    /// <summary>The package that a qualifier means in the files of the function's package, else the standard library's of that path.</summary>
    private string? PathOf(string name)
    {
        var import = _home.Package.Files.OrderBy(f => f == _home ? 0 : 1).Select(f => _scene.Checker.Names.ImportNamed(f, name)).FirstOrDefault(i => i is not null);
        if (import is not null) return GoProgram.PathOf(import);
        return StandardApi.HasPackage(name) ? name : null;
    }

    private string Text(int start, int end) => System.Text.Encoding.UTF8.GetString(_read.Text.Utf8.Span[start..end]);
}
