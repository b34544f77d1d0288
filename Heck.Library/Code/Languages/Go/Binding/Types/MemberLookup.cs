using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>Finds fields and methods by the specification's rule: the shallowest depth of embedding that has the name, if it has it once.</summary>
internal sealed class MemberLookup(GoChecker checker)
{
    private readonly HashSet<GoObject> _compared = [];

    public Found Find(GoType of, string name, GoPackage from)
    {
        var level = new List<GoType> { of is GoType.Named ? checker.Underlying(of) is GoType.Pointer(var p) ? p : of : of.Pointed };
        var seen = new HashSet<GoObject>();
        GoType.External? outside = null;
        GoType.Unknown? unknown = null;
        while (level.Count > 0)
        {
            var next = new List<GoType>();
            var found = new List<Found>();
            var (outsideHere, unknownHere) = (outside, unknown);
            foreach (var type in level) Look(type, name, from, seen, found, next, ref outsideHere, ref unknownHere);
            if (found.Find(f => f.Why is not null) is { } open) return open;
            var distinct = found.DistinctBy(f => f.Object).ToList();
            if (distinct.Count > 1) return Found.Nothing;
            if (distinct.Count == 1) return unknown is null && (outside is null || !GoObject.IsExportedName(name)) ? distinct[0] : Found.Open("an embedded type from outside may have it", [distinct[0].Object!]);
            (outside, unknown, level) = (outsideHere, unknownHere, next);
        }

        if (unknown is not null) return Found.Open(unknown.Why);
        if (outside is not null && !GoObject.IsExportedName(name)) return Found.Open($"{outside.Full} comes from outside, where no name of the workspace's own can be");
        return outside is null ? Found.Nothing : Found.Outside(outside.Path, OfOutside(outside, name));
    }

    /// <summary>All methods that a type has, its own and those promoted from embedded types; <paramref name="isOpen"/> when some come from outside or are not known.</summary>
    public Dictionary<string, Found> MethodSet(GoType of, GoPackage from, out bool isOpen)
    {
        var names = new HashSet<string>();
        isOpen = false;
        Collect(of.Pointed, names, [], ref isOpen);
        var methods = new Dictionary<string, Found>();
        foreach (var name in names)
        {
            if (Find(of, name, from) is { Object.Kind: ObjectKind.Method or ObjectKind.InterfaceMethod } found) methods[name] = found;
        }

        return methods;
    }

    private void Collect(GoType type, HashSet<string> names, HashSet<GoObject> seen, ref bool isOpen)
    {
        switch (type)
        {
            case GoType.Named named when seen.Add(named.Object):
                foreach (var method in named.Object.File.Package.Methods(named.Object)) names.Add(method.Name);
                foreach (var part in checker.UnderlyingParts(named)) Collect(part, names, seen, ref isOpen);
                break;
            case GoType.Struct(var node, _):
                foreach (var field in node.File.Scopes.MembersOf(node).Where(f => f.IsEmbedded)) Collect(checker.TypeOf(field).Pointed, names, seen, ref isOpen);
                break;
            case GoType.Interface(var node, _):
                foreach (var method in node.File.Scopes.MembersOf(node)) names.Add(method.Name);
                foreach (var element in node.All(K.TypeElem)) Collect(checker.Read(element), names, seen, ref isOpen);
                break;
            case GoType.External or GoType.Unknown or GoType.Basic { Name: "error" }:
                isOpen = true;
                break;
        }
    }

    private void Look(GoType type, string name, GoPackage from, HashSet<GoObject> seen, List<Found> found, List<GoType> next, ref GoType.External? outside, ref GoType.Unknown? unknown)
    {
        switch (type)
        {
            case GoType.Named named:
                if (!seen.Add(named.Object)) return;
                if (named.Object.File.Package.Method(named.Object, name) is { } method && IsVisible(method, from))
                {
                    found.Add(new Found(method, Substitution.Of(checker.TypeParameters(method), named.Arguments).Apply(checker.TypeOf(method))));
                    return;
                }

                if (named.Object.Parts.Count > 0 && Different(named, name, from) is { Count: > 1 } different)
                {
                    found.Add(Found.Open($"{named.Object.Name} is declared with different members for different systems", different));
                    return;
                }

                foreach (var part in checker.UnderlyingParts(named)) Look(part, name, from, seen, found, next, ref outside, ref unknown);
                break;
            case GoType.Struct(var node, var by):
                LookInStruct(node, by, name, from, found, next);
                break;
            case GoType.Interface(var node, var by):
                LookInInterface(node, by, name, from, seen, found, next, ref outside, ref unknown);
                break;
            case GoType.Parameter(var parameter):
                if (!seen.Add(parameter)) return;
                Look(checker.Constraint(parameter), name, from, seen, found, next, ref outside, ref unknown);
                if (checker.Underlying(type) is GoType.Struct or GoType.Pointer) Look(checker.Underlying(type).Pointed, name, from, seen, found, next, ref outside, ref unknown);
                break;
            case GoType.External external:
                outside ??= external;
                break;
            case GoType.Basic { Name: "error" }:
                outside ??= new GoType.External("builtin", "error");
                break;
            case GoType.Unknown open:
                unknown ??= open;
                break;
        }
    }

    /// <summary>What the name means on one system or another, as when one embeds what the other declares itself.</summary>
    private List<GoObject> Different(GoType.Named of, string name, GoPackage from)
    {
        // A type may embed a pointer to itself.
        if (!_compared.Add(of.Object)) return [];
        List<GoObject> found = [.. checker.UnderlyingParts(of).Where(p => p is GoType.Struct).Select(p => Find(p, name, from).Object).OfType<GoObject>().Distinct()];
        _compared.Remove(of.Object);
        return found;
    }

    private void LookInStruct(GoNode node, Substitution by, string name, GoPackage from, List<Found> found, List<GoType> next)
    {
        foreach (var field in node.File.Scopes.MembersOf(node))
        {
            if (field.Name == name && IsVisible(field, from)) found.Add(new Found(field.Canonical, by.Apply(checker.TypeOf(field))));
            else if (field.IsEmbedded) next.Add(by.Apply(checker.TypeOf(field)).Pointed);
        }
    }

    private void LookInInterface(
        GoNode node, Substitution by, string name, GoPackage from, HashSet<GoObject> seen, List<Found> found, List<GoType> next, ref GoType.External? outside, ref GoType.Unknown? unknown)
    {
        var own = node.File.Scopes.MembersOf(node).FirstOrDefault(m => m.Name == name && IsVisible(m, from));
        if (own is not null)
        {
            found.Add(new Found(own.Canonical, by.Apply(checker.TypeOf(own))));
            return;
        }

        // A method that several embedded interfaces have is one; the first stands for it.
        var embedded = new List<Found>();
        foreach (var element in node.All(K.TypeElem).Where(e => !e.Named.Skip(1).Any() && e.FirstNamed.Kind != K.NegatedType))
            Look(by.Apply(checker.Read(element)), name, from, seen, embedded, next, ref outside, ref unknown);
        if (embedded.Count > 0) found.Add(embedded[0]);
    }

    private static bool IsVisible(GoObject member, GoPackage from) => member.IsExported || member.File.Package == from;

    private static GoType OfOutside(GoType.External owner, string name) => owner.Arguments.All(GoChecker.IsClosed)
        ? new GoType.External(owner.Path, $"{owner.Name}.{name}")
        : owner.Full == "sync/atomic.Pointer" ? owner with { Name = $"{owner.Name}.{name}" } : new GoType.Unknown($"{owner.Full} has a type of the workspace as argument");
}
