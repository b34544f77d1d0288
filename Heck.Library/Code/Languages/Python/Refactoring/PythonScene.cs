using Heck.Code.Languages.Python.Binding;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Languages.Python.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>What Python's refactorings share: the scene, and Python's view of it.</summary>
internal sealed class PythonScene(RefactorScene scene)
{
    private readonly PythonBinder _binder = (PythonBinder)scene.Binder;

    public RefactorScene Scene => scene;

    public PythonProgram Program => _binder.Program;

    public Evaluator Evaluator => _binder.Evaluator;

    public SymbolFactory Symbols => _binder.Symbols;

    /// <summary>A file without syntax errors.</summary>
    public PythonFile File(RepoPath path)
    {
        var file = Program.File(path) ?? throw ErrorTable.FileUndecodable.With($"'{path}' cannot be read as Python.");
        var errors = scene.Binder.SyntaxErrorsIn(path);
        return errors.Count == 0
            ? file
            : throw ErrorTable.RefactorSyntaxErrors.With($"{path} has a syntax error.", details: PlaceDetails.Of([scene.PlaceOf(path, errors[0], "syntax error")]));
    }

    /// <summary>The variable of a module, function or class that a symbol is; null for what only methods assign and for classes that calls make.</summary>
    public Variable? VariableOf(BoundSymbol symbol) => Symbols.EntityOf(symbol) switch
    {
        Entity.Of(var variable) => variable,
        Entity.Member(var holder, var name) => holder.Scopes.Select(s => s.Variables.GetValueOrDefault(name)).FirstOrDefault(v => v is not null),
        _ => null,
    };

    /// <summary>What the identifier at a node means, if it is a variable of the workspace; imports are not followed.</summary>
    public Variable? VariableAt(PythonNode name) =>
        name.File.SiteOf(name) is { Role: not (NameRole.Attribute or NameRole.Keyword or NameRole.PatternKeyword) } site && (site.Binds || site.Role is not (NameRole.Imported or NameRole.ModulePart)) && Evaluator.Names.Of(site) is Meaning.Of(var variable) ? variable : null;

    /// <summary>The identifiers of a file that mean a variable, its declarations too, in order.</summary>
    public IEnumerable<NameSite> SitesOf(Variable variable) => variable.Scope.Node.File.SitesOf(variable.First.Name.Text)
        .Where(s => VariableAt(s.Node) == variable).OrderBy(s => s.Node.Start);

    public HeckException Refuse(ErrorCode code, string message, PythonNode asked, params IEnumerable<(PythonNode Node, string Role)> others) =>
        code.With(message, details: scene.Places(asked.File.Path, asked.Start, others.Select(o => (o.Node.File.Path, o.Node.Start, o.Role))));

    public HeckException Refuse(ErrorCode code, string message, RefactorAsk ask, params IEnumerable<(PythonNode Node, string Role)> others)
    {
        var at = ask switch { SymbolAsk symbol => symbol.Offset, ExtractAsk extract => extract.Start, MoveAsk move => move.Offsets[0], _ => 0 };
        return code.With(message, details: scene.Places(ask.Path, at, others.Select(o => (o.Node.File.Path, o.Node.Start, o.Role))));
    }
}
