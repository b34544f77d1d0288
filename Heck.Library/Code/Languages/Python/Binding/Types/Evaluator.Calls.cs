using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

internal sealed partial class Evaluator
{
    private PythonType OfCall(PythonNode call)
    {
        if (Classes.MadeBy(call) is { } made) return new PythonType.Class(made);
        return Called(Of(call.Child(Fields.Function)), call);
    }

    private PythonType Called(PythonType callee, PythonNode call) => callee switch
    {
        PythonType.Class(var of) => new PythonType.Instance(of, IsExact: NamesClass(call.Child(Fields.Function))),
        PythonType.Function(var function, _) => ReturnOf(function, ReceiverOf(call)),
        PythonType.Partial(var of) => Called(of, call),
        PythonType.Gives(var result) => result,
        PythonType.Instance(var of, _) => Returned(of, "__call__"),
        PythonType.External external => OfExternalCall(external, call),
        PythonType.OneOf(var parts) => PythonType.Union(parts.Select(p => Called(p, call))),
        PythonType.NeverType => callee,
        _ => PythonType.Unknown,
    };

    /// <summary><c>cls()</c> and <c>type(self)()</c> may make an object of a derived class.</summary>
    private bool NamesClass(PythonNode? callee) => callee is { } name && (name.Is(Kinds.Attribute) || name.File.SiteOf(name) is { } site
        && Names.Of(site) is Meaning.Of { Variable.First.Kind: DeclarationKind.Class or DeclarationKind.FromImport });

    private PythonType? ReceiverOf(PythonNode call) =>
        call.Child(Fields.Function) is { } callee && callee.Is(Kinds.Attribute) ? Of(callee.Child(Fields.Object)) : null;

    /// <summary>What a call of a function gives: its annotation, or what its <c>return</c> statements give.</summary>
    private PythonType ReturnOf(FunctionModel function, PythonType? receiver)
    {
        var isAwaited = function.IsAsync && !function.IsGenerator;
        var result = function.ReturnAnnotation is { } annotation ? SelfAware(annotation, receiver) : Inferred(function, receiver);
        if (function.IsContextManager) return new PythonType.Container(ContainerKind.Manager, [result is PythonType.Container items ? items.Item : PythonType.Unknown]);
        return isAwaited && !function.Has("property") ? new PythonType.Container(ContainerKind.Awaitable, [result]) : result;
    }

    private PythonType SelfAware(PythonNode annotation, PythonType? receiver) =>
        receiver is PythonType.Instance && annotation.Text is "Self" or "typing.Self" ? receiver! : OfAnnotation(annotation);

    private PythonType Inferred(FunctionModel function, PythonType? receiver)
    {
        if (function.Node.Is(Kinds.Lambda)) return Of(function.Node.Child(Fields.Body));
        if (!function.Decorators.All(DecoratorNames.KeepsResult) || function.Node.File.Path.Extension == ".pyi") return PythonType.Unknown;
        return _guard.Compute((function.Node, receiver), () =>
        {
            var overrides = OverridesOf(function, receiver).Select(o => o.ReturnAnnotation is { } annotation ? SelfAware(annotation, receiver) : Inferred(o, receiver)).ToList();
            if (IsStub(function)) return overrides.Count == 0 ? PythonType.Unknown : PythonType.Union(overrides);
            return PythonType.Union(overrides.Prepend(OwnResult(function, receiver)));
        });
    }

    private PythonType OwnResult(FunctionModel function, PythonType? receiver) => function.IsGenerator
            ? Sequence(function.OwnNodes(Kinds.Yield).Select(y => y.Children.ToList() is [var one] && !y.Text.StartsWith("yield from", StringComparison.Ordinal) ? Of(one) : PythonType.Unknown))
            : PythonType.Union(function.OwnNodes(Kinds.ReturnStatement).Select(r => r.FirstChild is { } value ? Returned(value, function, receiver) : PythonType.Never));

    /// <summary>What may run instead when a method is called on an object of a class that is not known exactly.</summary>
    private IEnumerable<FunctionModel> OverridesOf(FunctionModel function, PythonType? receiver)
    {
        if (function.Class is not { } holder || receiver is PythonType.Super or PythonType.Instance { IsExact: true }) return [];
        var of = receiver is PythonType.Instance(var known, _) ? known : Classes.Of(holder);
        return Hierarchy.DerivedFrom(of).Where(c => c.Members.ContainsKey(function.Name) && c.Scopes.Count > 0 && !c.Scopes.Contains(holder))
            .Select(c => OwnMember(c, function.Name)).OfType<PythonType.Function>().Select(f => f.Of);
    }

    /// <summary><c>return self</c> gives whatever the method was called on.</summary>
    private PythonType Returned(PythonNode value, FunctionModel function, PythonType? receiver) =>
        receiver is PythonType.Instance && value.Is(Kinds.Identifier) && value.Text == function.Receiver?.Name.Text ? receiver : Of(value);

    /// <summary>A body that only raises or is empty says nothing of what its overrides return.</summary>
    private static bool IsStub(FunctionModel function) =>
        function.Class is not null && !function.OwnNodes(Kinds.ReturnStatement).Any() && !function.OwnNodes(Kinds.Yield).Any();

    private PythonType OfExternalCall(PythonType.External callee, PythonNode call)
    {
        var arguments = call.Child(Fields.Arguments)?.Children.Where(a => !a.Is(Kinds.KeywordArgument)).ToList() ?? [];
        PythonType Argument(int index) => index < arguments.Count ? Of(arguments[index]) : PythonType.Unknown;
        switch (callee.From)
        {
            case "builtins.super": return EnclosingClass(call) is { } holder ? new PythonType.Super(holder) : PythonType.Unknown;
            case "builtins.type" when arguments.Count == 1: return AsClass(Argument(0));
            case "builtins.list" or "builtins.set" or "builtins.tuple" or "builtins.frozenset" or "builtins.sorted" or "builtins.reversed" or "builtins.iter":
                return Sequence([arguments.Count == 0 ? PythonType.Unknown : ItemOf(Argument(0))]);
            case "builtins.filter": return Sequence([ItemOf(Argument(1))]);
            case "builtins.enumerate": return Sequence([new PythonType.Container(ContainerKind.Tuple, [PythonType.Plain, ItemOf(Argument(0))])]);
            case "builtins.zip": return Sequence([new PythonType.Container(ContainerKind.Tuple, [.. arguments.Select(a => ItemOf(Of(a)))])]);
            case "builtins.map": return Sequence([arguments.Count > 0 && Argument(0) is PythonType.Class(var made) ? new PythonType.Instance(made, IsExact: true) : PythonType.Unknown]);
            case "builtins.next" or "random.choice": return ItemOf(Argument(0));
            case "builtins.max" or "builtins.min" when arguments.Count == 1: return ItemOf(Argument(0));
            case "builtins.max" or "builtins.min": return PythonType.Union(arguments.Select(a => Of(a)));
            case "builtins.dict": return new PythonType.Container(ContainerKind.Mapping, [PythonType.Unknown, PythonType.Unknown]);
            case "copy.copy" or "copy.deepcopy" or "dataclasses.replace" or "asyncio.create_task" or "asyncio.shield" or "asyncio.wait_for": return Argument(0);
            case "asyncio.run": return Awaited(Argument(0));
            case "typing.cast" or "typing_extensions.cast": return arguments.Count == 2 ? OfAnnotation(arguments[0]) : PythonType.Unknown;
            case "functools.partial": return new PythonType.Partial(Argument(0));
            case "contextlib.closing" or "contextlib.nullcontext": return new PythonType.Container(ContainerKind.Manager, [Argument(0)]);
            case "importlib.import_module" or "builtins.__import__": return new PythonType.AnyModule();
        }

        if (ExternalNames.IsClosed(callee.From) || callee.IsClosed) return new PythonType.External(callee.From, IsClosed: true, IsInstance: true);
        return !callee.IsInstance && (ExternalNames.IsClass(callee.From) || callee.From is "builtins.object") ? callee with { IsInstance = true } : PythonType.Unknown;
    }
}
