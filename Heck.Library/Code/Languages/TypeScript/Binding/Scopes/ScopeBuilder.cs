using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>Walks one file once and declares every name in the scope where the language puts it.</summary>
internal sealed partial class ScopeBuilder
{
    private readonly FileScopes _file;
    private ModuleExports _module;

    private ScopeBuilder(TsFile file, TsNode outer)
    {
        var scope = new TsScope(file.Root, parent: null, takesVariables: true);
        _module = new ModuleExports(file, scope);
        _file = new FileScopes(file) { Module = _module, Outer = outer };
        _file.Add(scope);
    }

    public static FileScopes Build(TsFile file, TsNode outer = default)
    {
        var builder = new ScopeBuilder(file, outer);
        builder._module.IsModule = IsModule(file);
        builder.VisitChildren(file.Root, builder._module.Scope);
        if (!builder._module.IsModule)
        {
            foreach (var (name, symbol) in builder._module.Scope.Names) builder._file.Globals[name] = symbol;
        }

        return builder._file;
    }

    private static bool IsModule(TsFile file) =>
        file.Root.Children.Any(c => c.Kind is K.ImportStatement or K.ExportStatement)
        || file.Path.Extension is ".mts" or ".mjs" or ".cts" or ".cjs"
        || (file.IsJavaScript && file.Root.Subtree.Any(CommonJs.Marks));

    private void VisitChildren(TsNode node, TsScope scope)
    {
        foreach (var child in node.Children) Visit(child, scope);
    }

    private void Visit(TsNode node, TsScope scope)
    {
        switch (node.Kind)
        {
            case var kind when kind.IsFunctionLike(): VisitFunction(node, scope); break;
            case K.ClassDeclaration or K.AbstractClassDeclaration or K.Class: VisitClass(node, scope); break;
            case K.InterfaceDeclaration: VisitTypeWithParameters(node, scope, "interface"); break;
            case K.TypeAliasDeclaration: VisitTypeWithParameters(node, scope, "type alias"); break;
            case K.EnumDeclaration: VisitEnum(node, scope); break;
            case K.InternalModule or K.Module: VisitNamespace(node, scope); break;
            case K.AmbientDeclaration: VisitAmbient(node, scope); break;
            case K.LexicalDeclaration or K.VariableDeclaration: VisitVariables(node, scope); break;
            case K.ForInStatement: VisitForIn(node, scope); break;
            case K.CatchClause: VisitCatch(node, scope); break;
            case K.StatementBlock or K.ForStatement or K.SwitchBody: VisitChildren(node, Open(node, scope)); break;
            case K.ClassStaticBlock: VisitBody(node.Get(F.Body), Open(node, scope, takesVariables: true)); break;
            case K.IndexSignature: VisitIndexSignature(node, scope); break;
            case K.ConditionalType: VisitChildren(node, Open(node, scope)); break;
            case K.InferType: VisitInfer(node, scope); break;
            case K.ImportStatement: VisitImport(node, scope); break;
            case K.ImportAlias: VisitImportAlias(node, scope); break;
            case K.ExportStatement: VisitExport(node, scope); break;
            case K.AssignmentExpression: VisitAssignment(node, scope); break;
            default: VisitChildren(node, scope); break;
        }
    }

    private TsScope Open(TsNode node, TsScope parent, bool takesVariables = false, TsSymbol? container = null)
    {
        var scope = new TsScope(node, parent, takesVariables, container);
        _file.Add(scope);
        return scope;
    }

    /// <summary>The statements of a function's body share the scope of its parameters.</summary>
    private void VisitBody(TsNode body, TsScope scope)
    {
        if (body.Kind == K.StatementBlock) VisitChildren(body, scope);
        else if (body.Exists) Visit(body, scope);
    }

    private TsSymbol Declare(Dictionary<string, TsSymbol> table, TsNode name, TsNode node, string kind, Meaning meaning, TsSymbol? parent = null)
    {
        var text = name.PropertyName() ?? name.Text;
        if (!table.TryGetValue(text, out var symbol)) table[text] = symbol = new TsSymbol(text, kind, meaning) { Parent = parent };
        symbol.Declare(name.NameText(), node, meaning);
        _file.AddDeclared(name.NameText(), symbol);
        return symbol;
    }
}
