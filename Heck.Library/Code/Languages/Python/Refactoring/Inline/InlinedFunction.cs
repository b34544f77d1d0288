using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Inline;

/// <summary>The function whose body is put in the place of calls.</summary>
internal sealed class InlinedFunction
{
    private readonly PythonScene _python;
    private readonly InlineAsk _ask;

    public InlinedFunction(PythonScene python, InlineAsk ask, Variable variable)
    {
        (_python, _ask) = (python, ask);
        if (variable.Declarations.Count > 1)
            throw python.Refuse(ErrorTable.RefactorReassigned, $"'{variable.Name}' is declared {variable.Declarations.Count} times.", ask, variable.Declarations.Select(d => (d.Name, "declared")));
        Node = variable.First.Origin;
        Model = new FunctionModel(Node.File.ScopeOf(Node)!);
        Body = [.. Node.Child(Fields.Body)!.Value.Children.Where(s => !s.IsDocstring && !s.Is(Kinds.PassStatement))];
        Check();
    }

    public PythonNode Node { get; }

    public FunctionModel Model { get; }

    /// <summary>The statements without the documentation.</summary>
    public IReadOnlyList<PythonNode> Body { get; }

    /// <summary>The value returned when the body is nothing else.</summary>
    public PythonNode? Expression => Body is [var only] && only.Is(Kinds.ReturnStatement) ? only.FirstChild : null;

    /// <summary>The return at the end of a longer body.</summary>
    public PythonNode? FinalReturn => Body.Count > 0 && Body[^1].Is(Kinds.ReturnStatement) ? Body[^1] : null;

    public IEnumerable<Variable> Locals => Model.Scope.Variables.Values.Where(v => !v.IsParameter);

    public Variable Parameter(ParameterModel parameter) => Model.Scope.Variables[Model.Scope.Mangle(parameter.Name.Text)];

    /// <summary>The parameters that calls fill, without <c>self</c> or <c>cls</c>.</summary>
    public IReadOnlyList<ParameterModel> Filled => Model.Receiver is { } receiver ? [.. Model.Parameters.Where(p => p != receiver)] : Model.Parameters;

    private void Check()
    {
        var decorators = FunctionModel.DecoratorsOf(Node).Where(d => d.Text is not ("staticmethod" or "classmethod")).Select(d => (d, "decorator")).ToList();
        if (decorators.Count > 0) throw _python.Refuse(ErrorTable.RefactorUnsupported, $"'{Model.Name}' has a decorator, which calls would lose.", _ask, decorators);
        if (Model.IsAsync || Model.IsGenerator) throw _python.Refuse(ErrorTable.RefactorUnsupported, $"'{Model.Name}' is {(Model.IsAsync ? "async" : "a generator")}.", _ask, (Node, "declared"));
        if (Model.Parameters.FirstOrDefault(p => p.Kind is ParameterKind.Rest or ParameterKind.Keywords) is { } rest)
            throw _python.Refuse(ErrorTable.RefactorUnsupported, $"'{Model.Name}' gathers arguments in '{rest.Name.Text}'.", _ask, (rest.Name, "declared"));
        var returns = Model.OwnNodes(Kinds.ReturnStatement).Where(r => FinalReturn != r).Select(r => (r, "return")).ToList();
        if (returns.Count > 0) throw _python.Refuse(ErrorTable.RefactorControlFlow, $"'{Model.Name}' returns in the middle of its body.", _ask, returns);
        var inner = Body.SelectMany(b => b.OwnNodes).FirstOrDefault(n => n.Is(Kinds.GlobalStatement) || n.Is(Kinds.NonlocalStatement) || n.Is(Kinds.FunctionDefinition) || n.Is(Kinds.ClassDefinition) || n.Is(Kinds.Yield) || n.Is(Kinds.Lambda) && Expression is null);
        if (inner.Unit is not null) throw _python.Refuse(ErrorTable.RefactorUnsupported, $"The body of '{Model.Name}' makes functions or binds variables of other scopes.", _ask, (inner, "in the way"));
        var bound = Body.SelectMany(b => b.OwnNodes).FirstOrDefault(n => n.Is(Kinds.Identifier) && n.Text is "super" or "__class__" or "locals" or "vars");
        if (bound.Unit is not null) throw _python.Refuse(ErrorTable.RefactorUnsupported, $"'{bound.Text}' means something only in the function itself.", _ask, (bound, "in the way"));
    }
}
