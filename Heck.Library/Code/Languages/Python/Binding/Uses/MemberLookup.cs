using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Languages.Python.Modules;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>Finds which member a name after a dot means, by what is proved about the value before the dot.</summary>
internal sealed class MemberLookup(Evaluator evaluator, SymbolFactory symbols, MemberIndex index, ModuleNames modules)
{
    /// <param name="owner">The value before the dot.</param>
    /// <param name="name">The name, mangled.</param>
    /// <param name="spelled">The name as written.</param>
    public MemberTarget Find(PythonType owner, string name, string spelled) => owner switch
    {
        PythonType.Module(var module) => InModule(module, spelled),
        PythonType.AnyModule => MemberTarget.Open("a module known only when the program runs", index.AllMembers(name, spelled).Concat(modules.Named(spelled))),
        PythonType.Class(var of) => InClass(of, name, spelled, isExact: false),
        PythonType.Instance(var of, var isExact) => InClass(of, name, spelled, isExact),
        PythonType.Super(var of) => of.Order.Skip(1).Append(of).FirstOrDefault(c => c.Members.ContainsKey(name)) is { } holder
            ? new MemberTarget(symbols.Of(holder, name))
            : Missing(of, name, spelled, isExact: false),
        PythonType.External(var from, _, _) => MemberTarget.External(spelled, from),
        PythonType.Container or PythonType.Function or PythonType.Partial or PythonType.Gives => MemberTarget.External(spelled, "builtins"),
        PythonType.OneOf(var parts) => MemberTarget.Combine([.. parts.Select(p => Find(p, name, spelled))]),
        PythonType.NeverType => MemberTarget.Open("a value that is not known", index.AllMembers(name, spelled).Concat(modules.Named(spelled))),
        _ => MemberTarget.Open("a value whose class is not known", index.AllMembers(name, spelled)),
    };

    private MemberTarget InModule(PythonModule module, string name) => evaluator.Names.InModule(module, name) switch
    {
        Meaning.Of(var variable) => new MemberTarget(symbols.Of(variable)),
        Meaning.Module(var inner) => new MemberTarget(SymbolFactory.Of(inner)),
        Meaning.External(var from) => MemberTarget.External(name, from),
        _ => MemberTarget.Open($"module {module.Name} does not show this name"),
    };

    private MemberTarget InClass(ClassModel of, string name, string spelled, bool isExact)
    {
        if (of.Owner(name) is { } holder) return new MemberTarget(symbols.Of(holder, name));
        return Missing(of, name, spelled, isExact);
    }

    private MemberTarget Missing(ClassModel of, string name, string spelled, bool isExact)
    {
        var external = of.Order.SelectMany(c => c.ExternalBases).ToList();
        if (external.Find(b => StandardClasses.Has(b, spelled) == true) is { } definer) return MemberTarget.External(spelled, definer);
        if (external.Find(b => StandardClasses.Has(b, spelled) is null) is { } unread)
            return MemberTarget.Open($"{of.Name} derives from {unread}, which is outside the workspace", index.RelatedMembers(of, name, spelled).Select(symbols.Of));
        if (of.Order.Any(c => c.HasUnknownBase)) return MemberTarget.Open($"{of.Name} has a base that is not known", index.AllMembers(name, spelled));
        if (isExact) return MemberTarget.Open($"{of.Name} declares no such member");
        // The object may be of a derived class, and one of those must have it.
        var related = index.RelatedMembers(of, name, spelled).ToList();
        return index.AreOneFamily(related, spelled) && of.Owner("__getattr__") is null && of.Owner("__getattribute__") is null
            ? new MemberTarget(symbols.Of(related[0]))
            : MemberTarget.Open($"{of.Name} declares no such member", related.Select(symbols.Of));
    }
}
