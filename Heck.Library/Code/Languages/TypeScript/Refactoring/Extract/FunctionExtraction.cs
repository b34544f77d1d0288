using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Types;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>A function behind the declaration that holds the code, or a method behind the method where the code uses <c>this</c>.</summary>
internal sealed class FunctionExtraction
{
    private readonly TsScene _ts;
    private readonly Selection _code;
    private readonly string _name;
    private readonly TsNode _method;
    private readonly TsNode _home;
    private readonly DataFlow _flow;
    private readonly TypeWriter _types;
    private readonly NarrowedReferences _narrowed;
    private readonly bool _returns;
    private readonly bool _waits;
    private readonly CodeText _parameters = new();

    public FunctionExtraction(TsScene ts, Selection code, string name)
    {
        (_ts, _code, _name) = (ts, code, name);
        RefuseShape();
        _method = MethodFor();
        _home = _method.Exists ? _method : Containers.TopStatementOf(code.First);
        _returns = ControlFlow.Returns(ts, code);
        _waits = ControlFlow.Waits(code);
        _flow = new DataFlow(ts, code, _home);
        _types = new TypeWriter(ts, _home);
        foreach (var node in code.Nodes) _types.Note(node);
        RefuseResults();
        RefuseTaken();
        _narrowed = new NarrowedReferences(ts, code);
        _narrowed.RefuseLost(_flow.Inputs);
        _narrowed.RefuseTest(isAlias: false);
        WriteParameters();
    }

    private TsFile File => _code.File;

    private string Semicolon => Lines.Semicolon(File);

    private List<TsSymbol> Results => [.. _flow.Declared.Concat(_flow.Assigned).OrderBy(s => s.First.Name.Start)];

    public IEnumerable<ProposedEdit> Edits()
    {
        var at = _home == _code.Last || _code.Nodes.Contains(_home) ? _code.End : Lines.WithComments(_home).End;
        var indent = Lines.IndentOf(_home);
        if (at == _code.End)
        {
            var both = Call();
            yield return new ProposedEdit(File.Path, _code.Start, _code.End, both.Write("\n\n" + indent).Append(Function(indent)).Write(BlankLineAt(at)));
            yield break;
        }

        yield return new ProposedEdit(File.Path, _code.Start, _code.End, Call());
        yield return ProposedEdit.Insert(File.Path, at, CodeText.Of("\n\n" + indent).Append(Function(indent)).Write(BlankLineAt(at)));
    }

    /// <summary>What parts the new function from code that follows at once.</summary>
    private string BlankLineAt(int at)
    {
        var after = File.Text.Utf8.Span[at..];
        var blanks = after[..(after.Length - after.TrimStart(" \t\r\n"u8).Length)];
        return blanks.Length == after.Length || after[blanks.Length] == '}' || blanks.Count((byte)'\n') != 1 ? "" : "\n";
    }

    private void RefuseTaken()
    {
        if (_method.IsNone)
        {
            TakenNames.Refuse(_ts, _code.First, _ts.Program.Scopes(File).ScopeAt(_home.Parent), _name);
            return;
        }

        if (_ts.Program.Scopes(File).SymbolOf(_method.Parent.Parent) is not { } type) return;
        if ((_ts.Program.Members.InstanceOf(type).GetValueOrDefault(_name) ?? _ts.Program.Members.StaticOf(type).GetValueOrDefault(_name)) is { } member)
            throw _ts.Refuse(ErrorTable.RefactorNameTaken, _code.First, $"The class has a member '{_name}'.", [member.First.Name]);
        foreach (var inherited in _ts.Program.Types.Heritage.AllBasesOf(type).Select(b => _ts.Program.Types.Properties.Find(b, _name)).Where(p => p.Certainty != Certainty.Absent))
            throw _ts.Refuse(ErrorTable.RefactorNameTaken, _code.First, $"A base of the class has, or may have, a member '{_name}'.", inherited.Symbols.Select(m => m.First.Name));
    }

    private void RefuseShape()
    {
        if (_code.IsStatements)
        {
            if (_code.Nodes.FirstOrDefault(n => n.Kind is K.ImportStatement or K.ExportStatement or K.AmbientDeclaration or K.InternalModule) is { Exists: true } fixedThere)
                throw _ts.Refuse(ErrorTable.RefactorInvalidRange, _code.First, "Imports, exports and namespaces stay at the top of a file.", [fixedThere]);
            return;
        }

        if (!Selection.IsExpression(_code.First)) throw _ts.Refuse(ErrorTable.RefactorInvalidRange, _code.First, "The range is no expression and no run of statements.");
        ExpressionChecks.RefuseShape(_ts, _code.First);
        if (ExpressionChecks.NeedsContext(_code.First) && _code.First.Unwrapped().Kind.IsFunctionExpression())
            throw _ts.Refuse(ErrorTable.RefactorUnsupported, _code.First, "The types of its parameters depend on its place.");
        if (Insertless(_code.First)) throw _ts.Refuse(ErrorTable.RefactorUnsupported, _code.First, "The code belongs to a decorator, an enum or a class's head.");
    }

    private static bool Insertless(TsNode node) => node.Ancestor(a => a.Kind is K.Decorator or K.EnumBody or K.ClassHeritage or K.ExtendsClause or K.StatementBlock).Kind is K.Decorator or K.EnumBody or K.ClassHeritage or K.ExtendsClause;

    /// <summary>The method that the new one stands behind; none for code that needs no object.</summary>
    private TsNode MethodFor()
    {
        var words = _code.Nodes.SelectMany(Containers.OwnWordsIn).ToList();
        var privates = _code.Subtree.Where(n => n.Kind == K.PrivatePropertyIdentifier).ToList();
        if (words.Count == 0 && privates.Count == 0) return default;
        if (words.Find(w => w.Kind is not K.This and not K.Super) is { Exists: true } other) throw _ts.Refuse(ErrorTable.RefactorUnsupported, _code.First, $"'{other.Text}' belongs to the function around.", [other], "hurt");
        var member = words.Count > 0 ? Containers.ThisOf(words[0]) : _code.First.Ancestor(a => a.Parent.Kind == K.ClassBody);
        if (member.Parent.Kind != K.ClassBody || member.Kind is not (K.MethodDefinition or K.PublicFieldDefinition) || words.Count == 0)
            throw _ts.Refuse(ErrorTable.RefactorUnsupported, _code.First, "'this' is not that of a method here.", words.Concat(privates), "hurt");
        if (words.Exists(w => w.Kind == K.Super && w.Parent.Kind == K.CallExpression) || (IsConstructor(member) && HasSuperAfter(member)))
            throw _ts.Refuse(ErrorTable.RefactorUnsupported, _code.First, "Before the constructor of the base has run there is no object.", words, "hurt");
        if (IsConstructor(member) && !File.IsJavaScript && _code.Subtree.FirstOrDefault(n => n.Kind == K.AssignmentExpression && n.Get(F.Left) is { Kind: K.MemberExpression } left && left.Get(F.Object).Kind == K.This) is { Exists: true } field)
            throw _ts.Refuse(ErrorTable.RefactorUnsupported, _code.First, "A field that must be set in the constructor would be set elsewhere.", [field], "hurt");
        return member;
    }

    private static bool IsConstructor(TsNode member) => member.Kind == K.MethodDefinition && member.Get(F.Name).Text == "constructor";

    private bool HasSuperAfter(TsNode member) => member.Subtree.Any(n => n.Kind == K.Super && n.Parent.Kind == K.CallExpression && n.Start >= _code.Start);

    private void RefuseResults()
    {
        if (!_code.IsStatements && _flow.Assigned.Count > 0)
            throw _ts.Refuse(ErrorTable.RefactorControlFlow, _code.First, $"The expression assigns '{_flow.Assigned[0].Name}' besides giving a value.", [_flow.FirstUse(_flow.Assigned[0])], "assigned");
        if (_returns && Results.Count > 0 && Results.Exists(IsUsedAfter))
            throw _ts.Refuse(ErrorTable.RefactorControlFlow, _code.First, "The code returns, and also gives values to later code.", Results.Select(r => r.First.Name));
        if (_flow.Declared.Count > 0 && _flow.Assigned.Count > 0)
            throw _ts.Refuse(ErrorTable.RefactorControlFlow, _code.First, "The code declares some variables and assigns others, so that one call cannot give both.", Results.Select(r => r.First.Name));
        if (Results.Count > 1 && Results.Exists(r => r.Name == _name)) throw _ts.Refuse(ErrorTable.RefactorNameTaken, _code.First, $"'{_name}' is the name of a result.");
    }

    private bool IsUsedAfter(TsSymbol symbol) => _ts.Names.UsesIn(File.Root, symbol).Any(u => u.Start >= _code.End);

    private void WriteParameters()
    {
        for (var i = 0; i < _flow.Inputs.Count; i++)
        {
            var input = _flow.Inputs[i];
            _parameters.Write(i > 0 ? ", " : "").Declare(input.Name, _ts.Bound(input));
            if (!File.IsJavaScript) _parameters.Write(": ").Append(TypeOf(input));
        }
    }

    private CodeText TypeOf(TsSymbol input)
    {
        var use = _flow.FirstUse(input);
        var declaration = input.First.Node;
        var annotation = input.First.Name.Parent == declaration && declaration.Kind is K.VariableDeclarator or K.RequiredParameter or K.OptionalParameter ? TypeNodes.AnnotationOf(declaration) : default;
        var type = _ts.Program.Types.Expressions.TypeOf(use);
        if (annotation.Exists)
        {
            var written = _ts.Program.Types.Nodes.TypeOf(annotation);
            var isOptional = declaration.Kind == K.OptionalParameter;
            var (isTested, takesNull) = _narrowed.ExitTestsOf(input);
            if (isTested && (written is UnionType || isOptional || written is UnknownType))
            {
                if (!takesNull || type is UnknownType) throw Unwritten(input, "is told by a test before");
                type = Substitution.NonNull(type);
            }

            var isOpen = written is UnionType or UnknownType || isOptional || type is UnknownType;
            if (!isTested && isOpen && !IsNarrowed(written, type, isOptional) && _narrowed.IsTestedAround(input))
                return _narrowed.TypeofAround(input) is { } name ? CodeText.Of(name) : throw Unwritten(input, "is told by a test around");
            if (!isTested && !IsNarrowed(written, type, isOptional)) return _types.Copy(Bare(annotation)) is var copy && isOptional ? copy.Write(" | undefined") : copy;
        }

        if (declaration.Kind == K.CatchClause) return CodeText.Of("unknown");
        var widened = annotation.IsNone && type is LiteralType && (declaration.Kind == K.VariableDeclarator) ? SymbolTypes.Widened(type) : type;
        return _types.Write(widened) ?? throw Unwritten(input, "is not written down");
    }

    private HeckException Unwritten(TsSymbol input, string why) => _ts.Refuse(
        ErrorTable.RefactorUnsupported, _code.First, $"The type of '{input.Name}' {why}, so that the new parameter would have none.", [input.First.Name], "declared", "Write its type and try again.");

    private static TsNode Bare(TsNode annotation) => annotation.Kind == K.TypeAnnotation ? annotation.FirstNamed : annotation;

    /// <summary>Whether the type at the use is another than the one written: a test before it took a part away.</summary>
    private bool IsNarrowed(TsType written, TsType used, bool isOptional)
    {
        written = _ts.Program.Types.Nodes.Expanded(written);
        used = _ts.Program.Types.Nodes.Expanded(used);
        if (used is UnknownType or ExternalType) return false;
        if (written is UnionType all) return used is not UnionType some || some.Types.Count != all.Types.Count + (isOptional ? 1 : 0) && some.Types.Count != all.Types.Count;
        return written is PrimitiveType { Name: "unknown" } && used is not PrimitiveType { Name: "unknown" };
    }

    private CodeText Call()
    {
        var call = new CodeText().Write(_waits ? "await " : "").Write(_method.Exists ? "this." : "").Write(_name).Write("(");
        for (var i = 0; i < _flow.Inputs.Count; i++) call.Write(i > 0 ? ", " : "").Use(_flow.Inputs[i].Name, _ts.Bound(_flow.Inputs[i]));
        call.Write(")");
        if (!_code.IsStatements) return InPlace(call);
        return _returns ? CodeText.Of("return ").Append(call).Write(Semicolon) : Assigned(call).Write(Semicolon);
    }

    private CodeText InPlace(CodeText call)
    {
        var place = _code.First.Parent;
        if (place.Kind is K.JsxElement or K.JsxAttribute) return CodeText.Of("{").Append(call).Write("}");
        var isObject = _code.First.Field is F.Object or F.Function || place.Kind == K.NonNullExpression || (place.Kind == K.BinaryExpression && place.Get(F.Operator).Text == "**");
        return _waits && isObject ? CodeText.Of("(").Append(call).Write(")") : call;
    }

    private CodeText Assigned(CodeText call)
    {
        var results = Results;
        if (results.Count == 0) return call;
        var isDeclared = _flow.Declared.Count > 0;
        var code = new CodeText();
        if (isDeclared) code.Write(results.Exists(r => _ts.Names.WritesOf(r).Any(w => !_code.Contains(w))) ? "let " : "const ");
        if (results.Count > 1) code.Write(isDeclared ? "{ " : "({ ");
        for (var i = 0; i < results.Count; i++)
        {
            code.Write(i > 0 ? ", " : "");
            if (isDeclared) code.Declare(results[i].Name, _ts.Bound(results[i]));
            else code.Use(results[i].Name, _ts.Bound(results[i]));
        }

        code.Write(results.Count > 1 ? " } = " : " = ").Append(call);
        return !isDeclared && results.Count > 1 ? code.Write(")") : code;
    }

    private CodeText Function(string indent)
    {
        var inner = indent + Lines.UnitOf(File);
        var code = new CodeText().Write(Head());
        WriteTypeParameters(code);
        code.Write("(").Append(_parameters).Write(") {\n" + inner);
        if (_code.IsStatements) WriteBody(code, inner);
        else code.Write("return ").CopyIndented(File.Text, File.Path, Value.Start, Value.End, Lines.IndentOf(Value), inner, Lines.InString(File)).Write(Semicolon);
        return code.Write($"\n{indent}}}");
    }

    private TsNode Value => _code.First.Unwrapped();

    private string Head()
    {
        var asynchronous = _waits ? "async " : "";
        if (_method.IsNone) return $"{asynchronous}function {_name}";
        var isStatic = _method.Has(T.Static) ? "static " : "";
        return $"{(File.IsJavaScript ? "" : "private ")}{isStatic}{asynchronous}{_name}";
    }

    private void WriteTypeParameters(CodeText code)
    {
        var own = _types.Parameters.Where(p => _home.Contains(p.First.Node) || _method.IsNone).OrderBy(p => p.First.Name.Start).ToList();
        for (var i = 0; i < own.Count; i++)
        {
            var node = own[i].First.Node;
            code.Write(i == 0 ? "<" : ", ").Copy(File.Path, node.Start, node.End);
        }

        code.Write(own.Count > 0 ? ">" : "");
    }

    private void WriteBody(CodeText code, string inner)
    {
        var start = _code.Start;
        var from = Lines.IndentOf(_code.First);
        foreach (var (symbol, statement) in _flow.Begun.OrderBy(b => b.Statement.Start))
        {
            code.CopyIndented(File.Text, File.Path, start, statement.Start, from, inner, Lines.InString(File));
            start = statement.Start;
            code.Write(_ts.Names.WritesOf(symbol).Count(_code.Contains) > 1 ? "let " : "const ").Declare(symbol.Name, _ts.Bound(symbol));
            start += System.Text.Encoding.UTF8.GetByteCount(symbol.Name);
        }

        code.CopyIndented(File.Text, File.Path, start, _code.End, from, inner, Lines.InString(File));
        var results = Results;
        if (_returns || results.Count == 0) return;
        code.Write($"\n{inner}return {(results.Count > 1 ? "{ " : "")}");
        for (var i = 0; i < results.Count; i++) code.Write(i > 0 ? ", " : "").Use(results[i].Name, _ts.Bound(results[i]));
        code.Write($"{(results.Count > 1 ? " }" : "")}{Semicolon}");
    }
}
