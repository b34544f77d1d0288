using Heck.Code.Languages.Python.Binding;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Extract;

/// <summary>Puts an expression or statements into a function of their own, or into a method where they use the object.</summary>
internal sealed class FunctionExtractor
{
    private static readonly HashSet<string> Spies = ["locals", "vars", "eval", "exec", "dir"];

    private readonly PythonScene _python;
    private readonly ExtractAsk _ask;
    private readonly PythonFile _file;
    private readonly string _name;
    private readonly SelectedCode _code;
    private readonly DataFlow _flow;
    private readonly Jumps _jumps;
    private readonly Receiver? _receiver;
    private readonly List<Variable> _parameters;

    public FunctionExtractor(PythonScene python, ExtractAsk ask, PythonFile file, string name)
    {
        (_python, _ask, _file, _name) = (python, ask, file, name);
        _code = SelectedCode.Find(python, file, ask);
        if (_code.Expression is { } expression) ExtractRules.RefuseHole(python, ask, expression);
        if (_code.First.IsDocstring) throw python.Refuse(ErrorTable.RefactorInvalidRange, "The range holds the documentation of what it stands in.", ask);
        _flow = new DataFlow(python, ask, _code);
        _jumps = Jumps.Of(python, ask, _code, _flow.Completes, _flow.Leaves);
        _receiver = Receiver.NeededBy(_code, _flow);
        _parameters = [.. _flow.Parameters.Where(p => p != _receiver?.Variable)];
    }

    public Proposal Propose(CancellationToken ct)
    {
        RefuseForm();
        RefuseTaken();
        ct.ThrowIfCancellationRequested();
        var (start, end, code) = _code.Expression is { } expression && !_jumps.Awaits ? ExtractRules.Replacement(expression, Call()) : (_code.Start, _code.End, Call());
        var call = new ProposedEdit(_ask.Path, start, end, code);
        return new Proposal($"Extract {(_receiver is null ? "function" : "method")} {_name} in {_ask.Path}", [call, Definition()], _python.Scene.LedgerOf([(_ask.Path, _code.Start)])) { NewNames = [_name] };
    }

    private void RefuseForm()
    {
        var spy = _code.Roots.SelectMany(r => r.Descendants(Kinds.Call)).Concat(_code.Roots.Where(r => r.Is(Kinds.Call))).FirstOrDefault(c => Spies.Contains(c.Child(Fields.Function)!.Value.Text));
        if (spy.Unit is not null) throw _python.Refuse(ErrorTable.RefactorControlFlow, "The code looks at the variables around it by their names.", _ask, (spy, "looks"));
        if (_flow.Used.FirstOrDefault(v => v.Scope.Kind == ScopeKind.TypeParameters) is { } type)
            throw _python.Refuse(ErrorTable.RefactorUnsupported, $"The code uses the type parameter '{type.Name}'.", _ask, (type.First.Name, "declared"));
        if (_receiver is { Variable.Declarations.Count: > 1 } receiver) throw _python.Refuse(ErrorTable.RefactorReassigned, $"'{receiver.Variable.Name}' is assigned.", _ask, (receiver.Variable.First.Name, "declared"));
        if (_flow.Parameters.FirstOrDefault(p => p.Scope.Kind == ScopeKind.Class) is { } member) throw _python.Refuse(ErrorTable.RefactorUnsupported, $"'{member.Name}' exists only in the body of its class.", _ask, (member.First.Name, "declared"));
        var imported = _code.Statements.SelectMany(s => s.OwnNodes).FirstOrDefault(n => n.Is(Kinds.FutureImport) || n.ChildOfKind(Kinds.WildcardImport) is not null);
        if (imported.Unit is not null) throw _python.Refuse(ErrorTable.RefactorUnsupported, "This import must stay at the top of its file.", _ask, (imported, "import"));
    }

    private void RefuseTaken()
    {
        if (_receiver is null)
        {
            ExtractRules.RefuseTaken(_python, _ask, _file.Module, _name);
            return;
        }

        var of = _python.Evaluator.Classes.Of(_receiver.Method.Class!);
        var key = _receiver.Method.Class!.Mangle(_name);
        if (of.Order.Concat(_python.Evaluator.Hierarchy.DerivedFrom(of)).FirstOrDefault(c => c.Members.ContainsKey(key)) is { } holder)
            throw _python.Refuse(ErrorTable.RefactorNameTaken, $"{holder.Name} has a member '{_name}' already.", _ask, (holder.Members[key][0], "in the way"));
        if (of.Order.SelectMany(c => c.ExternalBases).FirstOrDefault(b => StandardClasses.Has(b, _name) == true) is { } external)
            throw _python.Refuse(ErrorTable.RefactorNameTaken, $"{external} has a member '{_name}'.", _ask, (of.Node, "class"));
    }

    private CodeText Call()
    {
        var code = new CodeText();
        var isAwaited = _jumps.Awaits && _code.Expression is { } expression && Precedence.Needs(Precedence.Atom - 1, null, expression);
        if (isAwaited) code.Write("(");
        WriteTarget(code);
        if (_jumps.Awaits) code.Write("await ");
        if (_receiver is { } receiver) code.Use(receiver.Variable.Name, _python.Symbols.Of(receiver.Variable)).Write(".");
        code.Write(_name + "(");
        WriteNames(code, _parameters, (c, v) => c.Use(v.First.Name.Text, _python.Symbols.Of(v)));
        return code.Write(isAwaited ? "))" : ")");
    }

    private void WriteTarget(CodeText code)
    {
        if (_code.Expression is not null) return;
        if (_jumps.Returns) code.Write("return ");
        else if (_flow.Completes && _flow.Results.Count > 0)
        {
            WriteNames(code, _flow.Results, (c, v) =>
            {
                if (IsInside(v.First.Name)) c.Declare(v.First.Name.Text, _python.Symbols.Of(v));
                else c.Use(v.First.Name.Text, _python.Symbols.Of(v));
            });
            code.Write(" = ");
        }
    }

    private bool IsInside(PythonNode node) => node.Start >= _code.Start && node.End <= _code.End;

    private static void WriteNames(CodeText code, IReadOnlyList<Variable> variables, Action<CodeText, Variable> write)
    {
        foreach (var (variable, index) in variables.Select((v, i) => (v, i)))
        {
            if (index > 0) code.Write(", ");
            write(code, variable);
        }
    }

    private ProposedEdit Definition()
    {
        var (holder, isBefore) = Place();
        var outer = Indentation.Of(_file.Text, holder.Start);
        var code = new CodeText();
        var gap = _receiver is null ? "\n\n\n" : "\n\n";
        if (!isBefore) code.Write(gap + outer);
        WriteHead(code, outer);
        WriteBody(code, outer + Indentation.UnitOf(_file.Text));
        if (!isBefore) return ProposedEdit.Insert(_ask.Path, _file.Text.Lines.LineEnd(_file.Text.Lines.PositionAt(holder.End).Line), code);
        var line = Removal.FirstLine(holder);
        var missing = line == 1 ? 0 : Math.Max(0, 2 - Removal.BlankLinesBefore(_file.Text, line));
        return ProposedEdit.Insert(_ask.Path, _file.Text.Lines.LineStart(line), new CodeText().Write(new string('\n', missing)).Append(code).Write("\n\n\n"));
    }

    /// <summary>After the function that the code comes from; before a statement of the module, and before a function that a decorator may call at once.</summary>
    private (PythonNode Holder, bool IsBefore) Place()
    {
        if (_receiver is { } receiver) return (receiver.Method.Node.WithDecorators, false);
        var top = _code.First.TopStatement;
        var isDefinition = (top.Is(Kinds.FunctionDefinition) || top.Is(Kinds.ClassDefinition) || top.Is(Kinds.DecoratedDefinition)) && _flow.Scope.Kind != ScopeKind.Module;
        var runs = top.Is(Kinds.ClassDefinition) && IsUsedInBody(top) || top.Is(Kinds.DecoratedDefinition) && top.Descendants(Kinds.Decorator).Any(d => d.FirstChild is { } by && !DecoratorNames.KeepsResult(by.Text));
        var isInBody = _code.Expression is { } expression && expression.Ancestors.TakeWhile(a => !a.IsBlock).Any(a => a.Is(Kinds.Parameters) || a.Is(Kinds.Decorator) || a.Is(Kinds.ArgumentList) && a.Parent is { } p && p.Is(Kinds.ClassDefinition));
        return (top, !isDefinition || runs || isInBody);
    }

    /// <summary>Whether the body of a class itself, which runs at once, names the function.</summary>
    private bool IsUsedInBody(PythonNode definition) => definition.Child(Fields.Body)!.Value.OwnNodes.Any(n => n.Is(Kinds.Identifier) && n.Text == _flow.Scope.Name && n.Definition == definition && n.File.SiteOf(n) is { Role: NameRole.Load });

    private void WriteHead(CodeText code, string outer)
    {
        if (_receiver is { IsClass: true }) code.Write("@classmethod\n" + outer);
        code.Write($"{(_jumps.Awaits ? "async " : "")}def {_name}(");
        if (_receiver is { } receiver) code.Declare(receiver.Variable.Name, _python.Symbols.Of(receiver.Variable)).Write(_parameters.Count > 0 ? ", " : "");
        WriteNames(code, _parameters, (c, v) => c.Declare(v.First.Name.Text, _python.Symbols.Of(v)));
        code.Write("):\n");
    }

    private void WriteBody(CodeText code, string inner)
    {
        if (_code.Expression is { } expression)
        {
            code.Write(inner + "return ").Append(ValueText.AsStatementValue(expression));
            return;
        }

        foreach (var global in _flow.Globals) code.Write($"{inner}global {global.Name}\n");
        code.Write(inner).Indented(_file, _code.Start, _code.End, Indentation.Of(_file.Text, _code.Statements[0].Start), inner, Redeclared());
        if (!_flow.Completes || _jumps.Returns || _flow.Results.Count == 0) return;
        code.Write($"\n{inner}return ");
        WriteNames(code, _flow.Results, (c, v) => c.Use(v.First.Name.Text, _python.Symbols.Of(v)));
    }

    /// <summary>The first assignment in the code of variables that are declared before it is a declaration in the new function.</summary>
    private IEnumerable<(int Start, int End, CodeText Text)> Redeclared() => _flow.Used
        .Where(v => v.Scope == _flow.Scope && _flow.IsBound(v) && !_parameters.Contains(v) && !IsInside(v.First.Name) && !_flow.Globals.Contains(v))
        .Select(v => (Variable: v, v.Declarations.First(d => IsInside(d.Name)).Name))
        .Select(b => (b.Name.Start, b.Name.End, new CodeText().Declare(b.Name.Text, _python.Symbols.Of(b.Variable))));
}
