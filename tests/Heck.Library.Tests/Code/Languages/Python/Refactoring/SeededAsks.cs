using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Languages.Python.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts;
using Heck.Library.Tests.Code.Languages.Python.Binding;

namespace Heck.Library.Tests.Code.Languages.Python.Refactoring;

/// <summary>Asks of every kind for a real module, in an order that a seed gives.</summary>
internal sealed class SeededAsks(PackageTree tree, int seed)
{
    private static readonly ushort[] Expressions = [Kinds.BinaryOperator, Kinds.Call, Kinds.Attribute, Kinds.Subscript, Kinds.ComparisonOperator, Kinds.List, Kinds.Tuple, Kinds.ConditionalExpression, Kinds.BooleanOperator, Kinds.String];

    private readonly Random _random = new(seed);

    /// <summary>Kinds in turn, so that none is lost among the many.</summary>
    public IEnumerable<(string Kind, string What, Func<string> Run)> All()
    {
        var all = tree.Sources().SelectMany(Of).ToArray();
        _random.Shuffle(all);
        return all.GroupBy(a => a.Item1).SelectMany(g => g.Select((a, i) => (Turn: i, Ask: a))).OrderBy(a => a.Turn).Select(a => a.Ask);
    }

    private IEnumerable<(string, string, Func<string>)> Of(PythonFile file) =>
        Ranges(file).Concat(Variables(file)).Concat(Functions(file)).Concat(Tops(file));

    private IEnumerable<(string, string, Func<string>)> Ranges(PythonFile file)
    {
        foreach (var node in Expressions.SelectMany(file.Unit.Root.Descendants).Where(e => e.Definition is not null))
        {
            yield return Extract("extract-variable", file, node.Start, node.End, ExtractKind.Variable, "extracted_value");
            yield return Extract("extract-function expression", file, node.Start, node.End, ExtractKind.Function, "extracted_function");
            yield return Extract("extract-constant", file, node.Start, node.End, ExtractKind.Constant, "EXTRACTED_CONSTANT");
        }

        foreach (var statement in file.Unit.Root.Descendants(Kinds.Block).SelectMany(b => b.Children))
        {
            var last = statement;
            for (var more = _random.Next(3); more > 0 && last.NextStatement is { } next; more--) last = next;
            yield return Extract("extract-function statements", file, statement.Start, last.End, ExtractKind.Function, "extracted_function");
        }
    }

    private (string, string, Func<string>) Extract(string kind, PythonFile file, int start, int end, ExtractKind extract, string name) =>
        (kind, $"{file.Path}:{tree.LineOf(file.Path, start)}", () => tree.Refactor(new ExtractAsk(file.Path, start, end, extract, name)));

    private IEnumerable<(string, string, Func<string>)> Variables(PythonFile file) => ScopesOf(file.Module).SelectMany(s => s.Variables.Values)
        .Where(v => v.First.Kind == DeclarationKind.Assignment && v.Scope.Kind is ScopeKind.Function or ScopeKind.Module)
        .Select(v => ("inline variable", What(file, v.First.Name), (Func<string>)(() => tree.Refactor(new InlineAsk(file.Path, v.First.Name.Start)))));

    private IEnumerable<(string, string, Func<string>)> Functions(PythonFile file)
    {
        foreach (var model in ScopesOf(file.Module).Where(s => s.Kind == ScopeKind.Function).Select(s => new FunctionModel(s)))
        {
            var name = model.Node.Child(Fields.Name)!.Value;
            var order = model.Parameters.Where(p => p != model.Receiver).Select(p => p.Name.Text).ToList();
            yield return ("inline function", What(file, name), () => tree.Refactor(new InlineAsk(file.Path, name.Start)));
            yield return ("safe-delete", What(file, name), () => tree.Refactor(new SafeDeleteAsk(file.Path, name.Start)));
            yield return ("change-signature add", What(file, name), () => tree.Refactor(new ChangeSignatureAsk(file.Path, name.Start, ["added_parameter=None"], [], ["added_parameter", .. order])));
            if (order.Count > 1) yield return ("change-signature reorder", What(file, name), () => tree.Refactor(new ChangeSignatureAsk(file.Path, name.Start, [], [], [.. Enumerable.Reverse(order)])));
            if (order.Count > 0) yield return ("change-signature remove", What(file, name), () => tree.Refactor(new ChangeSignatureAsk(file.Path, name.Start, [], [order[^1]], [])));
        }
    }

    private IEnumerable<(string, string, Func<string>)> Tops(PythonFile file)
    {
        foreach (var name in file.Module.Variables.Values.Select(v => v.First.Name))
        {
            var folder = file.Path.Parent;
            yield return ("safe-delete", What(file, name), () => tree.Refactor(new SafeDeleteAsk(file.Path, name.Start)));
            yield return ("move", What(file, name), () => tree.Refactor(new MoveAsk(file.Path, [name.Start], folder.Combine("moved_here.py"))));
            yield return ("export", What(file, name), () => tree.Refactor(new ExportAsk(file.Path, name.Start, null, null)));
            yield return ("unexport", What(file, name), () => tree.Refactor(new UnexportAsk(file.Path, name.Start, null)));
        }

        yield return ("move-file", file.Path.Value, () => tree.Refactor(new MoveFileAsk(file.Path, file.Path.Parent.Combine("moved_" + file.Path.Name), file.Path)));
    }

    private string What(PythonFile file, PythonNode name) => $"{name.Text} {file.Path}:{tree.LineOf(file.Path, name.Start)}";

    private static IEnumerable<Scope> ScopesOf(Scope scope) => scope.Children.SelectMany(ScopesOf).Prepend(scope);
}
