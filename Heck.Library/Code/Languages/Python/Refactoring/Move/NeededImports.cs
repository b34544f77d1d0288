using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Languages.Python.Refactoring.Imports;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Move;

/// <summary>The imports that moved code needs in its new file.</summary>
internal sealed class NeededImports(PythonScene python, RefactorAsk ask, IReadOnlyList<MovedSymbol> moved)
{
    private readonly List<(BoundSymbol, BoundSymbol)> _equal = [];
    private readonly List<(RepoPath From, RepoPath To, PythonNode Name)> _edges = [];

    /// <summary>Imports that the new file has already, with those that they stand for.</summary>
    public IReadOnlyList<(BoundSymbol Symbol, BoundSymbol StandsFor)> Equal => _equal;

    /// <summary>Files that come to import others when they are loaded.</summary>
    public IReadOnlyList<(RepoPath From, RepoPath To, PythonNode Name)> Edges => _edges;

    public List<ImportLine> For(RepoPath to)
    {
        var lines = new List<ImportLine>();
        var names = moved.Where(m => m.To == to).SelectMany(m => m.Statements).SelectMany(Names);
        foreach (var group in names.GroupBy(n => python.VariableAt(n)!))
        {
            if (moved.Any(m => m.To == to && m.Variable == group.Key)) continue;
            lines.AddRange(Needed(to, group.Key, group.First()));
        }

        return [.. lines.OrderBy(l => l.Order)];
    }

    /// <summary>The names of the module that code uses, those in annotations that are strings too.</summary>
    private IEnumerable<PythonNode> Names(PythonNode statement) => statement.File.Sites
        .Where(s => s.Node.Start >= statement.Start && s.Node.End <= statement.End).Select(s => s.Node).OrderBy(n => n.Start)
        .Where(n => python.VariableAt(n) is { Scope.Kind: ScopeKind.Module } variable && variable.Scope.Node.File == statement.File);

    private IEnumerable<ImportLine> Needed(RepoPath to, Variable variable, PythonNode name)
    {
        if (moved.FirstOrDefault(m => m.Variable == variable) is { } other) return [FromModule(to, other.To, variable, name) with { Order = int.MaxValue }];
        var imports = variable.Declarations.All(d => d.Kind is DeclarationKind.Import or DeclarationKind.FromImport && (d.Origin.Parent!.Value.Is(Kinds.Module) || ImportGraph.IsForTypes(d.Origin)));
        if (!imports)
        {
            if (variable.Declarations.Count > 1 && variable.Declarations.Any(d => d.Kind is not (DeclarationKind.Function or DeclarationKind.Import or DeclarationKind.FromImport or DeclarationKind.Class)))
                throw python.Refuse(ErrorTable.RefactorReassigned, $"The moved code uses '{variable.Name}', which is assigned more than once and would be a copy.", ask, variable.Declarations.Select(d => (d.Name, "assigned")));
            return [FromModule(to, variable.Scope.Node.File.Path, variable, name) with { Order = int.MaxValue }];
        }

        var present = python.Program.File(to)?.Module.Variables.GetValueOrDefault(variable.Name);
        if (present is null) return Replicated(to, variable);
        if (!AreOne(present, variable)) throw python.Refuse(ErrorTable.RefactorNameTaken, $"'{variable.Name}' is something else in {to}.", ask, (present.First.Name, "in the way"), (name, "needed"));
        if (python.Symbols.Of(present) is var own && own != python.Symbols.Of(variable)) _equal.Add((own, python.Symbols.Of(variable)));
        return [];
    }

    private ImportLine FromModule(RepoPath to, RepoPath from, Variable variable, PythonNode name)
    {
        if (python.Program.File(to)?.Module.Variables.GetValueOrDefault(variable.Name) is { } present && python.Symbols.Of(present) != python.Symbols.Of(variable))
            throw python.Refuse(ErrorTable.RefactorNameTaken, $"'{variable.Name}' is something else in {to}.", ask, (present.First.Name, "in the way"));
        _edges.Add((to, from, name));
        return new ImportLine(ModuleOf(to, from), new CodeText().Use(variable.First.Name.Text, python.Symbols.Of(variable)));
    }

    public string ModuleOf(RepoPath file, RepoPath module) => ModuleNaming.NameOf(python, file, module, python.Program.File(file) is null ? UsesDots() : null)
        ?? throw ErrorTable.RefactorUnsupported.With($"{file} cannot import {module}.", details: PlaceDetails.Of([python.Scene.PlaceOf(ask.Path, 0, "asked")]));

    private bool UsesDots() => python.Program.File(ask.Path)!.Unit.Root.Descendants(Kinds.RelativeImport).Any();

    /// <summary>Whether two files import the same under one name.</summary>
    private bool AreOne(Variable one, Variable other)
    {
        if (python.Symbols.Of(one) == python.Symbols.Of(other)) return true;
        return one.Declarations.Count == 1 && other.Declarations.Count == 1 && What(one.First) is { } first && first == What(other.First);
    }

    private string? What(Declaration declaration)
    {
        if (declaration.Kind == DeclarationKind.Import) return "import " + (declaration.Name.Parent is { } alias && alias.Is(Kinds.AliasedImport) ? alias.Child(Fields.Name)!.Value.Text : declaration.Name.Parent!.Value.Text);
        if (declaration.Kind != DeclarationKind.FromImport) return null;
        var name = declaration.Name.Parent is { } aliased && aliased.Is(Kinds.AliasedImport) ? aliased.Child(Fields.Name)!.Value.Text : declaration.Name.Text;
        return python.Evaluator.Names.Imported(declaration.Origin, name) switch
        {
            Meaning.External(var from) => from,
            Meaning.Of(var target) => python.Symbols.Of(target) is var s ? $"{s.Path}:{s.Offset}" : null,
            Meaning.Module(var module) => module.Files.Count > 0 ? module.Files[0].Value : null,
            _ => null,
        };
    }

    /// <summary>The imports of a name as the old file has them, named from the new one.</summary>
    private IEnumerable<ImportLine> Replicated(RepoPath to, Variable variable)
    {
        foreach (var declaration in variable.Declarations)
        {
            var isForTypes = ImportGraph.IsForTypes(declaration.Origin);
            if (isForTypes && python.Program.File(to)?.Module.Variables.ContainsKey("TYPE_CHECKING") != true) yield return new ImportLine("typing", CodeText.Of("TYPE_CHECKING"));
            yield return (declaration.Kind == DeclarationKind.Import ? Plain(declaration, variable) : Taken(to, declaration, variable, isForTypes)) with { IsForTypes = isForTypes, Order = declaration.Name.Start };
        }
    }

    private ImportLine Plain(Declaration declaration, Variable variable)
    {
        var (item, symbol) = (declaration.Name.Parent!.Value, python.Symbols.Of(variable));
        var code = new CodeText();
        if (item.Is(Kinds.AliasedImport)) code.Write(item.Child(Fields.Name)!.Value.Text + " as ").Declare(declaration.Name.Text, symbol);
        else code.Declare(declaration.Name.Text, symbol).Write(item.Text[declaration.Name.Text.Length..]);
        return new ImportLine(null, code);
    }

    private ImportLine Taken(RepoPath to, Declaration declaration, Variable variable, bool isForTypes)
    {
        var statement = declaration.Origin;
        var aliased = declaration.Name.Parent is { } parent && parent.Is(Kinds.AliasedImport) ? parent.Child(Fields.Name)!.Value : (PythonNode?)null;
        var symbol = python.Symbols.Of(variable);
        var module = ModuleName(to, statement, (aliased ?? declaration.Name).Text);
        if (!isForTypes) AddEdges(to, statement, declaration.Name);
        var isOwn = symbol.Path == declaration.Name.File.Path && symbol.Offset == declaration.Name.Start;
        var code = new CodeText();
        if (aliased is { } original) code.Write(original.Text + " as ");
        return new ImportLine(module, isOwn ? code.Declare(declaration.Name.Text, symbol) : code.Use(declaration.Name.Text, symbol));
    }

    private string ModuleName(RepoPath to, PythonNode statement, string name)
    {
        var written = NameLookup.FromName(statement);
        if (!written.StartsWith('.') || to.Parent == statement.File.Path.Parent) return written;
        if (python.Evaluator.Names.FromModule(statement) is not { } module)
            throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{name}' comes from a module that is not in sight.", ask, (statement, "import"));
        if (module.Files.Count > 0) return ModuleOf(to, module.Files[0]);
        throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{name}' comes from a package without a file of its own.", ask, (statement, "import"));
    }

    private void AddEdges(RepoPath to, PythonNode statement, PythonNode name)
    {
        foreach (var file in python.Evaluator.Names.FromModule(statement)?.Files ?? []) _edges.Add((to, file, name));
    }
}
