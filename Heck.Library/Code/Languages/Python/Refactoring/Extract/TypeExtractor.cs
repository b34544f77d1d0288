using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Extract;

/// <summary>Gives the type of an annotation a name at the top of its file.</summary>
internal sealed class TypeExtractor(PythonScene python, ExtractAsk ask, PythonFile file, string name)
{
    public Proposal Propose()
    {
        var type = Find();
        ExtractRules.RefuseTaken(python, ask, file.Module, name);
        RefuseNames(type);
        var insertion = TopPlace.For(python, type).Insert(new CodeText().Write(name + " = ").Copy(ask.Path, type.Start, type.End));
        return new Proposal($"Extract type {name} in {ask.Path}", [insertion, new ProposedEdit(ask.Path, type.Start, type.End, CodeText.Of(name))], python.Scene.LedgerOf([(ask.Path, type.Start)])) { NewNames = [name] };
    }

    private PythonNode Find()
    {
        var (start, end) = ExtractedExpression.Trim(file, ask);
        var node = file.Unit[file.Unit.Tree.Covering(start, end)];
        var isType = node.Start == start && node.End == end && start < end && (node.Is(Kinds.Type) || node.Ancestor(Kinds.Type) is not null) && !node.Is(Kinds.StringContent);
        if (!isType || node.Text.Contains('\n')) throw python.Refuse(ErrorTable.RefactorInvalidRange, "The range is no whole type of an annotation on one line.", ask);
        if (node.Ancestors.Any(a => a.Is(Kinds.String))) throw python.Refuse(ErrorTable.RefactorInvalidRange, "The range lies in a string.", ask);
        return node;
    }

    /// <summary>An alias is evaluated when the module is loaded; an annotation need not be.</summary>
    private void RefuseNames(PythonNode type)
    {
        var top = TopPlaceStart(type);
        foreach (var identifier in type.Identifiers)
        {
            if (python.VariableAt(identifier) is not { } variable || variable.Scope.Node.File != file) continue;
            var isEarly = variable.Scope.Kind == ScopeKind.Module && variable.First.Origin.WithDecorators.Parent is { } parent && parent.Is(Kinds.Module) && variable.First.Name.Start < top;
            if (!isEarly && variable.First.Origin.Statement.Parent is { } block && !(block.Is(Kinds.Module) && variable.First.Name.Start < top))
                throw python.Refuse(ErrorTable.RefactorCapture, $"'{variable.Name}' is not there yet when the module is loaded.", ask, (identifier, "hurt"), (variable.First.Name, "declared"));
        }

        if (file.Unit.Root.Descendants(Kinds.FutureImport).Any() && type.Text.Contains('|'))
            throw python.Refuse(ErrorTable.RefactorUnsupported, "The annotations of this file are never evaluated, and before Python 3.10 an alias with '|' cannot be.", ask, (type, "moved"));
    }

    private static int TopPlaceStart(PythonNode type) => type.TopStatement.Start;
}
