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

namespace Heck.Code.Languages.Go.Refactoring.Extract;

/// <summary>Makes a function of an expression or of statements, a method where they use the receiver.</summary>
internal sealed class ExtractFunction
{
    private readonly GoScene _scene;
    private readonly ExtractAsk _ask;
    private readonly GoFile _file;
    private readonly Selection _selection;
    private readonly DataFlow _flow;
    private readonly ImportPlan _imports;
    private readonly TypeWriter _types;
    private readonly GoNode _home;
    private readonly GoNode _host;

    public ExtractFunction(GoScene scene, ExtractAsk ask, GoFile file)
    {
        (_scene, _ask, _file) = (scene, ask, file);
        _selection = Selection.At(file, ask.Start, ask.End) ?? throw Refuse(ErrorTable.RefactorInvalidRange, "The range is neither a whole expression nor a run of whole statements of one block.");
        _host = Locals.FunctionOf(_selection.First);
        _home = _host;
        while (_home.Kind == K.FuncLiteral && Locals.FunctionOf(_home) is { Exists: true } outer) _home = outer;
        if (_selection.Expression.Exists) ExpressionRules.Refuse(scene, ask, _selection.Expression);
        if (_home.IsNone || _home.Kind == K.FuncLiteral) throw Refuse(ErrorTable.RefactorUnsupported, "The code is not in a function.");
        if (ControlFlow.Leaving(_selection) is { Exists: true } jump) throw Refuse(ErrorTable.RefactorControlFlow, $"At {scene.PlaceOf(jump)} control leaves the code otherwise than at its end.", (jump, "jump"));
        _flow = new DataFlow(scene, ask, _selection).Read();
        _imports = new ImportPlan(scene, file);
        _types = new TypeWriter(scene, file, _imports);
    }

    private List<GoNode> Returns => [.. _selection.OwnNodes.Where(n => n.Kind == K.ReturnStatement)];

    private OuterVariable? Receiver => _flow.Outer.Find(o => o.Object.Kind == ObjectKind.Receiver);

    private IEnumerable<OuterVariable> Parameters => _flow.Outer.Where(o => o.IsParameter && o.Object.Kind != ObjectKind.Receiver)
        .OrderBy(o => o.Type is GoType.External { Full: "context.Context" } ? 0 : 1);

    private List<OuterVariable> Results => [.. _flow.Inner.Concat(_flow.Outer.Where(o => o.IsResult)).OrderBy(o => o.Type is GoType.Basic { Name: "error" } ? 1 : 0).ThenBy(o => o.FirstUse.Start)];

    public Proposal Propose()
    {
        RefuseReturns();
        var isMethod = Receiver is not null || (_home.Kind == K.MethodDeclaration && UsedTypeParameters().Count > 0);
        var name = Name(isMethod);
        var (function, call) = (Function(name, isMethod), Call(name, isMethod));
        var at = GoLines.EndsLine(_file, _home.End) ? GoLines.After(_file, GoLines.LineOf(_file, _home.End)) : _home.End;
        var isLast = at == _file.Text.Utf8.Length && (at == 0 || _file.Text.Utf8.Span[at - 1] != '\n');
        var inserted = CodeText.Of(isLast || at == _home.End ? "\n\n" : "\n").Append(function).Write(isLast || at == _home.End ? "" : "\n");
        List<ProposedEdit> edits = [new ProposedEdit(_file.Path, _selection.Start, _selection.End, call), ProposedEdit.Insert(_file.Path, at, inserted), .. _imports.Edits([])];
        return new Proposal($"Extract {(isMethod ? "method" : "function")} {name}", edits, _scene.Frame.LedgerOf([(_file.Path, _selection.Start)])) { NewNames = [name] };
    }

    private void RefuseReturns()
    {
        if (Returns is not { Count: > 0 } returns) return;
        if (!ControlFlow.IsTerminating(_selection.Statements[^1])) throw Refuse(ErrorTable.RefactorControlFlow, $"At {_scene.PlaceOf(returns[0])} the code returns, and it also goes on to what follows.", [.. returns.Select(r => (r, "returns"))]);
        if (_host.Get(F.Result) is { Exists: true } && returns.Find(r => r.FirstNamed.IsNone) is { Exists: true } bare) throw Refuse(ErrorTable.RefactorControlFlow, $"At {_scene.PlaceOf(bare)} the code returns the named results.", (bare, "returns"));
    }

    private string Name(bool isMethod)
    {
        if (_file.Scopes.FindLocal(_selection.First, _ask.Name) is { } local) throw Refuse(ErrorTable.RefactorNameTaken, $"'{_ask.Name}' is declared there already.", (local.NameNode, "in the way"));
        if (!isMethod) return _scene.NewGlobal(_ask.Name, "function", _file, _ask.Start);
        var name = _scene.Frame.NewName(_ask.Name, "method");
        var owner = _file.Scopes.DeclaredAt(_home.Get(F.Name))?.Canonical.Owner ?? throw Refuse(ErrorTable.RefactorUnsupported, "The type of the receiver is not known.");
        var member = _scene.Checker.Members.Find(_scene.Checker.TypeFor(owner), name, _file.Package);
        return member.IsNothing ? name : throw Refuse(ErrorTable.RefactorNameTaken, $"'{owner.Name}' has '{name}' already.", member.Object is { } taken ? [(taken.NameNode, "in the way")] : []);
    }

    private CodeText Function(string name, bool isMethod)
    {
        var text = CodeText.Of("func ");
        if (isMethod) ReceiverList(text);
        text.Write(name);
        if (!isMethod) text.Append(TypeParameters());
        text.Write("(").Append(ParameterList()).Write(")");
        var results = ResultTypes();
        if (results.Pieces.Count > 0) text.Write(" ").Append(results);
        text.Write(" {\n\t");
        if (_selection.Expression.Exists) text.Write(_scene.Checker.TypeOf(_selection.Expression) == GoType.None ? "" : "return ");
        Body(text);
        if (Results.Count > 0)
        {
            text.Write("\n\treturn ");
            for (var i = 0; i < Results.Count; i++) text.Write(i == 0 ? "" : ", ").Use(Results[i].Object.Name, _scene.SymbolOf(Results[i].Object));
        }

        return text.Write("\n}");
    }

    private void ReceiverList(CodeText text)
    {
        var receiver = _home.Get(F.Receiver);
        if (Receiver is { } variable)
        {
            var name = variable.Object.NameNode;
            text.Copy(_file.Path, receiver.Start, name.Start).Declare(name.Text, _scene.SymbolOf(variable.Object));
            Types(text, receiver, name.End, receiver.End);
        }
        else
        {
            Types(text.Write("("), receiver, receiver.FirstNamed.Get(F.Type).Start, receiver.End);
        }

        text.Write(" ");
    }

    /// <summary>A receiver's type; its type parameters are declared there.</summary>
    private void Types(CodeText text, GoNode receiver, int start, int end)
    {
        foreach (var parameter in GoScene.Names(receiver).Where(n => _file.Scopes.DeclaredAt(n) is { Kind: ObjectKind.TypeParameter }))
        {
            text.Copy(_file.Path, start, parameter.Start).Declare(parameter.Text, _scene.SymbolOf(_file.Scopes.DeclaredAt(parameter)!));
            start = parameter.End;
        }

        text.Copy(_file.Path, start, end);
    }

    private CodeText ParameterList()
    {
        var text = new CodeText();
        var parameters = Parameters.ToList();
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = parameters[i];
            text.Write(i == 0 ? "" : ", ").Declare(parameter.Object.Name, _scene.SymbolOf(parameter.Object));
            var sharesType = i + 1 < parameters.Count && parameters[i + 1].IsPointer == parameter.IsPointer && TypeIdentity.Same(parameter.Type, parameters[i + 1].Type) == true && parameter.Type.GetType() == parameters[i + 1].Type.GetType();
            if (!sharesType) text.Write(parameter.IsPointer ? " *" : " ").Append(TypeOf(parameter));
        }

        return text;
    }

    private CodeText TypeOf(OuterVariable variable) => _types.Write(variable.Type)
        ?? throw Refuse(ErrorTable.RefactorUnsupported, $"The type of '{variable.Object.Name}' is not known well enough to be written.", (variable.FirstUse, "type not known"));

    private CodeText ResultTypes()
    {
        if (_selection.Expression.Exists) return OfExpression();
        if (Returns.Count > 0) return OfHost();
        if (Results.Count == 0) return new CodeText();
        var text = new CodeText();
        for (var i = 0; i < Results.Count; i++) text.Write(i == 0 ? "" : ", ").Append(TypeOf(Results[i]));
        return Results.Count > 1 ? CodeText.Of("(").Append(text).Write(")") : text;
    }

    private CodeText OfExpression()
    {
        var type = _scene.Checker.TypeOf(_selection.Expression);
        if (type is GoType.Basic { IsUntyped: true } untyped && untyped.Name != "untyped bool") throw Refuse(ErrorTable.RefactorUnsupported, "The expression is an untyped constant, which takes its type from its place; extract a constant instead.");
        return _types.Write(type) ?? throw Refuse(ErrorTable.RefactorUnsupported, "The type of the expression is not known well enough to be written.");
    }

    /// <summary>The results of the function around, without their names.</summary>
    private CodeText OfHost()
    {
        var result = _host.Get(F.Result);
        if (result.IsNone) return new CodeText();
        if (result.Kind != K.ParameterList) return CodeText.From(_file.Path, result.Start, result.End);
        var types = result.Named.Where(p => p.Kind == K.ParameterDeclaration).SelectMany(p => Enumerable.Repeat(p.Get(F.Type), Math.Max(1, p.All(F.Name).Count()))).ToList();
        var text = new CodeText();
        for (var i = 0; i < types.Count; i++) text.Write(i == 0 ? "" : ", ").Copy(_file.Path, types[i].Start, types[i].End);
        return types.Count > 1 ? CodeText.Of("(").Append(text).Write(")") : text;
    }

    private void Body(CodeText text)
    {
        var marks = new List<(int Start, int End, Action<CodeText> Write)>();
        foreach (var variable in _flow.Outer.Where(o => !o.IsParameter))
            marks.Add((variable.FirstUse.Start, variable.FirstUse.End, t => t.Declare(variable.Object.Name, _scene.SymbolOf(variable.Object))));
        foreach (var assignment in _flow.Declaring.Where(d => d.Kind == K.AssignmentStatement && d.Get(F.Left).Named.Any(n => n.Text != "_")))
            marks.Add((assignment.Get(F.Operator).Start, assignment.Get(F.Operator).End, t => t.Write(":=")));
        var (from, at) = (Indentation.Of(_file.Text, _selection.First.Start), _selection.Start);
        foreach (var (start, end, write) in marks.OrderBy(m => m.Start))
        {
            Copy(text, at, start, from);
            write(text);
            at = end;
        }

        Copy(text, at, _selection.End, from);
    }

    private void Copy(CodeText text, int start, int end, string from) => text.CopyIndented(_file.Text, _file.Path, start, end, from, "\t", GoSyntax.IsInString(_file));

    private CodeText Call(string name, bool isMethod)
    {
        var indentation = "\n" + Indentation.Of(_file.Text, _selection.First.Start);
        var text = new CodeText();
        var results = Results;
        if (Returns.Count > 0 && _host.Get(F.Result).Exists) text.Write("return ");
        else if (results.Count > 0) Targets(text, results, indentation);
        if (isMethod) text.Append(Holder()).Write(".");
        text.Write(name);
        if (!isMethod && NeedsTypeArguments()) TypeArguments(text);
        text.Write("(");
        var parameters = Parameters.ToList();
        for (var i = 0; i < parameters.Count; i++) text.Write((i == 0 ? "" : ", ") + (parameters[i].IsPointer ? "&" : "")).Use(parameters[i].Object.Name, _scene.SymbolOf(parameters[i].Object));
        text.Write(")");
        if (Returns.Count > 0 && _host.Get(F.Result).IsNone && _selection.Statements[^1] is var last && !(last.Parent.Parent == _host.Get(F.Body) && !last.Parent.Named.Any(s => s.Index > last.Index))) text.Write(indentation + "return");
        return text;
    }

    private CodeText Holder() => Receiver is { } receiver
        ? new CodeText().Use(receiver.Object.Name, _scene.SymbolOf(receiver.Object))
        : _file.Scopes.DeclaredAt(_home.Get(F.Receiver).FirstNamed.Get(F.Name)) is { } named ? new CodeText().Use(named.Name, _scene.SymbolOf(named)) : throw Refuse(ErrorTable.RefactorUnsupported, "The receiver has no name by which the new method could be called.");

    /// <summary>What the results are assigned to: one declaration where that declares what is new and nothing else.</summary>
    private void Targets(CodeText text, List<OuterVariable> results, string indentation)
    {
        var isNew = results.ConvertAll(r => _selection.Holds(r.Object.NameNode));
        var block = isNew.Contains(true) ? _file.Scopes.BlockOf(results[isNew.IndexOf(true)].Object) : null;
        var declares = isNew.Contains(true) && results.Where((_, i) => !isNew[i]).All(r => _file.Scopes.BlockOf(r.Object) == block);
        if (isNew.Contains(true) && !declares)
        {
            foreach (var result in results.Where((_, i) => isNew[i])) text.Write("var ").Declare(result.Object.Name, _scene.SymbolOf(result.Object)).Write(" ").Append(TypeOf(result)).Write(indentation);
        }

        for (var i = 0; i < results.Count; i++)
        {
            text.Write(i == 0 ? "" : ", ");
            if (isNew[i] && declares) text.Declare(results[i].Object.Name, _scene.SymbolOf(results[i].Object));
            else text.Write(results[i].Object.Name);
        }

        text.Write(declares ? " := " : " = ");
    }

    private List<GoObject> UsedTypeParameters()
    {
        var used = new HashSet<GoObject>(_selection.Nodes.Where(n => UseFinder.IsName(n.Kind)).Select(_scene.Meaning).OfType<GoObject>().Where(o => o.Kind == ObjectKind.TypeParameter));
        foreach (var type in _flow.Outer.Concat(_flow.Inner).Select(v => v.Type).Append(_selection.Expression.Exists ? _scene.Checker.TypeOf(_selection.Expression) : GoType.None)) Collect(type, used);
        if (Returns.Count > 0) used.UnionWith(GoScene.Names(_host.Get(F.Result)).Select(_scene.Meaning).OfType<GoObject>().Where(o => o.Kind == ObjectKind.TypeParameter));
        foreach (var parameter in used.ToList()) used.UnionWith(GoScene.Names(parameter.Declaration.Get(F.Type)).Select(_scene.Meaning).OfType<GoObject>().Where(o => o.Kind == ObjectKind.TypeParameter));
        return [.. used.OrderBy(u => u.NameNode.Start)];
    }

    private static void Collect(GoType type, HashSet<GoObject> used)
    {
        switch (type)
        {
            case GoType.Parameter(var parameter): used.Add(parameter); break;
            case GoType.Named(_, var arguments): foreach (var a in arguments) Collect(a, used); break;
            case GoType.External(_, _, var arguments): foreach (var a in arguments) Collect(a, used); break;
            case GoType.Pointer(var element): Collect(element, used); break;
            case GoType.Slice(var element): Collect(element, used); break;
            case GoType.Array(var element): Collect(element, used); break;
            case GoType.Channel(var element): Collect(element, used); break;
            case GoType.Map(var key, var value): Collect(key, used); Collect(value, used); break;
            case GoType.Function f: foreach (var t in f.Parameters.Concat(f.Results)) Collect(t, used); break;
        }
    }

    private CodeText TypeParameters()
    {
        var text = new CodeText();
        var used = UsedTypeParameters();
        for (var i = 0; i < used.Count; i++)
        {
            text.Write(i == 0 ? "[" : ", ").Declare(used[i].Name, _scene.SymbolOf(used[i])).Write(" ");
            var constraint = used[i].Declaration.Get(F.Type);
            var at = constraint.Start;
            foreach (var inner in GoScene.Names(constraint).Where(n => _scene.Meaning(n) is { Kind: ObjectKind.TypeParameter }))
            {
                text.Copy(_file.Path, at, inner.Start).Copy(_file.Path, inner.Start, inner.End);
                at = inner.End;
            }

            text.Copy(_file.Path, at, constraint.End);
        }

        return used.Count == 0 ? text : text.Write("]");
    }

    private bool NeedsTypeArguments()
    {
        var known = new HashSet<GoObject>();
        foreach (var parameter in Parameters) Collect(parameter.Type, known);
        return UsedTypeParameters().Exists(p => !known.Contains(p));
    }

    private void TypeArguments(CodeText text)
    {
        var used = UsedTypeParameters();
        for (var i = 0; i < used.Count; i++) text.Write(i == 0 ? "[" : ", ").Use(used[i].Name, _scene.SymbolOf(used[i]));
        text.Write("]");
    }

    private HeckException Refuse(ErrorCode code, string message, params (GoNode, string)[] others) => _scene.Refuse(code, message, _ask.Path, _ask.Start, others);
}
