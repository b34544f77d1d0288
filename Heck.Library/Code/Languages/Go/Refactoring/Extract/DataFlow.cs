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

/// <summary>What flows into extracted code and out of it.</summary>
internal sealed class DataFlow(GoScene scene, ExtractAsk ask, Selection selection)
{
    private readonly Locals _locals = new(scene);

    /// <summary>The variables declared outside, in the order of their first use.</summary>
    public List<OuterVariable> Outer { get; } = [];

    /// <summary>The variables declared in the code and used after it.</summary>
    public List<OuterVariable> Inner { get; } = [];

    /// <summary>Assignments that declare their variables in the new function.</summary>
    public HashSet<GoNode> Declaring { get; } = [];

    public DataFlow Read()
    {
        foreach (var name in selection.Nodes.Where(n => UseFinder.IsName(n.Kind)))
        {
            if (scene.Meaning(name) is not { } declared || !GoScene.IsLocal(declared) || declared.File != selection.File) continue;
            if (selection.Holds(declared.NameNode)) AddInner(declared, name);
            else if (GoScene.IsVariable(declared)) AddOuter(declared, name);
            else throw Refuse(ErrorTable.RefactorUnsupported, $"The code uses '{declared.Name}', a {(declared.Kind == ObjectKind.Constant ? "constant" : "type")} that only its function knows.", (declared.NameNode, "local"));
        }

        foreach (var outer in Outer) Decide(outer);
        SettleAssignments();
        return this;
    }

    private void AddInner(GoObject declared, GoNode name)
    {
        if (Inner.Exists(i => i.Object == declared) || !_locals.UsesOf(declared).Any(u => u.Start >= selection.End)) return;
        if (!GoScene.IsVariable(declared)) throw Refuse(ErrorTable.RefactorUnsupported, $"'{declared.Name}' is declared by the code and used after it.", (declared.NameNode, "local"));
        Inner.Add(new OuterVariable(declared, name, scene.Checker.TypeOf(declared)) { IsParameter = false, IsResult = true });
    }

    private void AddOuter(GoObject declared, GoNode name)
    {
        if (!Outer.Exists(o => o.Object == declared)) Outer.Add(new OuterVariable(declared, name, scene.Checker.TypeOf(name)));
    }

    private void Decide(OuterVariable variable)
    {
        var declared = variable.Object;
        var uses = _locals.UsesOf(declared);
        var inside = uses.Where(selection.Holds).ToList();
        var outside = uses.Where(u => !selection.Holds(u)).ToList();
        var writes = inside.Where(u => _locals.WriteOf(u) != WriteKind.None).ToList();
        var byAddress = writes.Find(w => _locals.WriteOf(w) == WriteKind.Address);
        if (byAddress.Exists || writes.Exists(w => _locals.WriteOf(w) == WriteKind.Part))
        {
            var canPoint = declared.Kind != ObjectKind.Receiver && inside.TrueForAll(u => u.Parent.Kind == K.SelectorExpression && u.Field == F.Operand) && scene.Checker.Underlying(variable.Type) is GoType.Struct or GoType.External;
            if (canPoint)
            {
                variable.IsPointer = true;
                return;
            }

            if (byAddress.Exists || declared.Kind == ObjectKind.Receiver) throw Copied(declared, byAddress.Exists ? byAddress : writes[0], "is changed in place, or its address is taken");
        }

        if (declared.Kind == ObjectKind.Receiver && writes.Count > 0) throw Copied(declared, writes[0], "is assigned");
        if (inside.Find(u => Locals.IsInClosure(u, selection.First) && u.Ancestor(K.FuncLiteral) is var literal && selection.Holds(literal)) is { Exists: true } captured && uses.FirstOrDefault(u => _locals.WriteOf(u) != WriteKind.None) is { Exists: true } changed)
            throw Copied(declared, changed, $"is shared with the closure at {scene.PlaceOf(captured)}");
        var shared = outside.Find(u => _locals.WriteOf(u) == WriteKind.Address || (Locals.IsInClosure(u, declared.NameNode) && !u.Ancestor(K.FuncLiteral).Contains(selection.First)));
        if (shared.Exists && (writes.Count > 0 || (_locals.WriteOf(shared) != WriteKind.None && Acts()))) throw Copied(declared, shared, "is shared with other code");
        if (writes.Count == 0) return;
        variable.IsResult = declared.Kind == ObjectKind.Result || outside.Exists(u => u.Start >= selection.End) || GoSyntax.IsInLoopSince(selection.First, declared.NameNode);
        variable.IsParameter = !IsSetFirst(variable, inside, outside);
    }

    private bool Acts() => selection.OwnNodes.Any(n => n.Kind is K.CallExpression or K.SendStatement or K.ReceiveStatement || (n.Kind == K.UnaryExpression && n.Get(F.Operator).Text is "<-" or "*"));

    /// <summary>Whether the code sets a variable before it reads it, so that it may be the new function's own.</summary>
    private bool IsSetFirst(OuterVariable variable, List<GoNode> inside, List<GoNode> outside)
    {
        var first = inside[0];
        var statement = GoSyntax.StatementOf(first);
        if (!selection.Statements.Contains(statement) || statement.Kind is not (K.ShortVarDeclaration or K.AssignmentStatement) || first.Parent.Field != F.Left || first.Parent.Parent != statement) return false;
        if (statement.Kind == K.AssignmentStatement && statement.Get(F.Operator).Text != "=") return false;
        if (inside.Count(statement.Contains) > 1) return false;
        var isRead = variable.IsResult || inside.Skip(1).Any(u => _locals.WriteOf(u) == WriteKind.None);
        var isReadOutside = variable.Object.Kind != ObjectKind.Variable || outside.Exists(u => !GoScene.Declares(u) && _locals.WriteOf(u) == WriteKind.None);
        return isRead && isReadOutside;
    }

    /// <summary>An assignment can declare its variables only if all of them are the new function's own.</summary>
    private void SettleAssignments()
    {
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (var variable in Outer.Where(o => !o.IsParameter))
            {
                var statement = GoSyntax.StatementOf(variable.FirstUse);
                if (statement.Kind != K.AssignmentStatement || statement.Get(F.Left).Named.All(n => n.Text == "_" || Outer.Exists(o => !o.IsParameter && o.FirstUse == n))) continue;
                variable.IsParameter = isChanged = true;
                break;
            }
        }

        foreach (var variable in Outer.Where(o => !o.IsParameter)) Declaring.Add(GoSyntax.StatementOf(variable.FirstUse));
    }

    private HeckException Copied(GoObject declared, GoNode at, string why) =>
        Refuse(ErrorTable.RefactorReassigned, $"'{declared.Name}' {why}, so that a copy of it would be another variable.", (at, "changed"), (declared.NameNode, "declared"));

    private HeckException Refuse(ErrorCode code, string message, params (GoNode, string)[] others) => scene.Refuse(code, message, ask.Path, ask.Start, others);
}
