using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;

namespace Heck.Code.Languages.Go.Binding.Uses;

/// <summary>Finds the interface of the standard library that a type would no longer fulfil without a method.</summary>
internal sealed class OutsideInterfaces(GoProgram program, GoChecker checker)
{
    /// <summary>Types embedded more deeply than this lend nobody their methods.</summary>
    private const int MostEmbedded = 4;

    private readonly StandardInterfaces _standard = new(program);

    public string? AskingFor(GoObject method)
    {
        if (!StandardInterfaces.Has(method.Name)) return null;
        var package = method.File.Package;
        if (method.Kind == ObjectKind.InterfaceMethod) return Asking(method.Name, new GoType.Interface(method.NameNode.Ancestor(K.InterfaceType), Substitution.Empty), package);
        return method.Owner is { } owner ? Holders(owner, 0).Distinct().Select(h => Asking(method.Name, checker.TypeFor(h), h.File.Package)).FirstOrDefault(a => a is not null) : null;
    }

    private string? Asking(string method, GoType type, GoPackage package)
    {
        var signatures = checker.Members.MethodSet(type, package, out _).ToDictionary(m => m.Key, m => m.Value.Type is GoType.Function f ? TypeText.Of(f) : null);
        return _standard.FulfilledWith(method, signatures);
    }

    /// <summary>A type and those that have its methods because they embed it.</summary>
    private IEnumerable<GoObject> Holders(GoObject type, int depth)
    {
        yield return type;
        if (depth == MostEmbedded) yield break;
        foreach (var file in program.FilesWith(type.Name))
        {
            foreach (var node in file.Scopes.StructAndInterfaceTypes(file).Where(t => t.Kind == K.StructType && t.Parent.Kind == K.TypeSpec))
            {
                if (!file.Scopes.MembersOf(node).Any(m => m.IsEmbedded && m.Name == type.Name)) continue;
                if (file.Scopes.DeclaredAt(node.Parent.Get(F.Name))?.Canonical is not { } holder || holder == type) continue;
                foreach (var further in Holders(holder, depth + 1)) yield return further;
            }
        }
    }
}
