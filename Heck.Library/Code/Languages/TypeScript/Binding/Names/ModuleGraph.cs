using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.TypeScript.Binding.Names;

/// <summary>Follows names over imports, exports and barrels.</summary>
internal sealed class ModuleGraph(TsProgram program)
{
    /// <summary>One step: what an export of that name is in the module, which may be an alias again.</summary>
    public Target FindExport(ModuleExports module, string name) => FindExport(module, name, []);

    /// <summary>One step from an alias.</summary>
    public Target Next(TsSymbol alias) => Next(alias.Alias!);

    /// <summary>All steps: a symbol that is no alias, a module, an expression, or where it leaves the workspace.</summary>
    public Target Resolve(TsSymbol symbol)
    {
        var seen = new HashSet<TsSymbol>();
        var at = new Target(symbol.Final);
        while (at.Symbol is { Alias: not null } alias)
        {
            if (!seen.Add(alias)) return default;
            at = Next(alias);
        }

        return at;
    }

    /// <summary>
    /// The symbol whose name an identifier carries: an import without <c>as</c>, or a default import called like what it imports, is the thing itself.
    /// </summary>
    public TsSymbol Carrier(TsSymbol symbol)
    {
        symbol = symbol.Final;
        for (var steps = 0; symbol.Alias is { } alias && CarriesName(symbol, alias) && steps < 64; steps++)
        {
            if (Next(alias).Symbol?.Final is not { } next || next.Name != symbol.Name) break;
            symbol = next;
        }

        return symbol;
    }

    /// <summary>What a symbol stands for in the end, the same for every file that imports it, under whatever name.</summary>
    public BoundSymbol Meant(TsSymbol symbol)
    {
        symbol = symbol.Final;
        var at = symbol;
        for (var steps = 0; at.Alias is { } alias && steps < 64; steps++)
        {
            var next = Next(alias);
            if (next.External is { } from) return new BoundSymbol(default, -1, alias.Name, "external", from);
            if (next.Expression.Exists) return new BoundSymbol(next.Expression.File.Path, next.Expression.Start, AliasTarget.Default, "default");
            if (next.Symbol is null) return Bound(symbol);
            at = next.Symbol.Final;
        }

        return Bound(at);
    }

    private static BoundSymbol Bound(TsSymbol symbol)
    {
        if (symbol.IsLibrary) return new BoundSymbol(default, -1, symbol.Name, "external", "library");
        var first = symbol.Declarations.OrderBy(d => d.Name.File.Path).ThenBy(d => d.Name.Start).First().Name;
        return new BoundSymbol(first.File.Path, first.Start, symbol.Name, symbol.Kind, ByDot: symbol.IsMember && !symbol.Name.StartsWith('#'));
    }

    private static bool CarriesName(TsSymbol symbol, AliasTarget alias) =>
        alias.Entity.IsNone && alias.Name != AliasTarget.Everything
        && (alias.Name == symbol.Name || (alias.Name == AliasTarget.Default && symbol.First.Node.Kind == K.Identifier) || alias.Name == AliasTarget.ExportEquals);

    private Target Next(AliasTarget alias)
    {
        if (alias.Entity.Exists) return Entity(alias.Entity);
        if (alias.Specifier is not { } specifier) return default;
        return program.Import(alias.At.File, specifier) is { } module ? Member(module, alias.Name) : Outside(alias.At.File, specifier);
    }

    private Target Outside(TsFile from, string specifier) => program.IsInside(specifier) && from is not null ? default : new Target(External: $"module {specifier}");

    private Target Member(ModuleExports module, string name) => name switch
    {
        AliasTarget.Everything => new Target(Module: module),
        AliasTarget.ExportEquals => module.Assigned.Exists ? Value(module.Assigned) : new Target(Module: module),
        AliasTarget.Default when !module.Named.ContainsKey(name) && module.Assigned.Exists => Value(module.Assigned),
        AliasTarget.Default when !module.Named.ContainsKey(name) && module.Properties.Count > 0 => new Target(Module: module),
        _ => FindExport(module, name),
    };

    /// <summary>A dotted name: what its first part means here, then exports of namespaces and modules.</summary>
    public Target Entity(TsNode entity)
    {
        var parts = DottedName.PartsOf(entity);
        if (parts.Count == 0) return default;
        var meaning = parts.Count == 1 ? Meaning.All : Meaning.Namespace;
        var at = program.Names.Lookup(parts[0], parts[0].Text, meaning) is { } first ? new Target(first) : new Target(External: "global");
        foreach (var part in parts.Skip(1))
        {
            at = ExportOf(at.Symbol is { } symbol ? Resolve(symbol) : at, part.Text);
            if (at.IsNothing || at.External is not null) return at;
        }

        return at;
    }

    /// <summary>A member reached by a dot from a namespace, an enum or a module.</summary>
    public Target ExportOf(Target container, string name)
    {
        if (container.Module is { } module) return FindExport(module, name);
        if (container.Symbol is { } symbol) return symbol.Exports.TryGetValue(name, out var member) ? new Target(member.Final) : default;
        return container.External is not null ? container : default;
    }

    private Target FindExport(ModuleExports module, string name, HashSet<(ModuleExports, string)> visited)
    {
        if (!visited.Add((module, name))) return default;
        if (module.Named.TryGetValue(name, out var entry)) return Of(entry, visited);
        if (module.Properties.TryGetValue(name, out var property)) return new Target(property.Final);
        if (module.Assigned.Exists && OfAssigned(module.Assigned, name) is { IsNothing: false } assigned) return assigned;
        return name == AliasTarget.Default ? default : FindInStars(module, name, visited);
    }

    /// <summary>What else a module exports under a name, which no program may.</summary>
    public IEnumerable<TsSymbol> Repeated(ModuleExports module, string name) =>
        module.Repeated.Where(r => r.Name == name).Select(r => Of(r.Entry, []).Symbol).OfType<TsSymbol>().Select(Carrier);

    private Target Of(ExportEntry entry, HashSet<(ModuleExports, string)> visited)
    {
        if (entry.Symbol is { } symbol) return new Target(symbol.Final);
        if (entry.Expression.Exists) return Value(entry.Expression);
        if (entry.Local.Exists) return program.Names.Lookup(entry.Local, entry.Local.PropertyName() ?? "", Meaning.All) is { } local ? new Target(local) : new Target(External: "global");
        var pass = entry.PassThrough!;
        return program.Import(pass.At.File, pass.Specifier!) is not { } module ? Outside(pass.At.File, pass.Specifier!)
            : pass.Name == AliasTarget.Default && !module.Named.ContainsKey(AliasTarget.Default) ? Member(module, pass.Name)
            : FindExport(module, pass.Name, visited);
    }

    private Target Value(TsNode expression)
    {
        if (expression.Kind == K.Identifier && program.Names.Lookup(expression, expression.Text, Meaning.All) is { } symbol) return new Target(symbol);
        return expression.Kind.IsClass() && program.Scopes(expression.File).SymbolOf(expression) is { } classSymbol ? new Target(classSymbol) : new Target(Expression: expression);
    }

    private Target OfAssigned(TsNode assigned, string name)
    {
        var value = Value(assigned);
        if (value.Symbol is { } symbol) return ExportOf(Resolve(symbol), name);
        return value.Expression.Kind == K.Object && program.Members.OfNode(value.Expression).TryGetValue(name, out var member) ? new Target(member) : default;
    }

    /// <summary>A name that two starred modules export differently is exported by neither.</summary>
    private Target FindInStars(ModuleExports module, string name, HashSet<(ModuleExports, string)> visited)
    {
        Target found = default;
        string? outside = null;
        foreach (var specifier in module.Stars)
        {
            if (program.Import(module.File, specifier) is not { } starred)
            {
                outside ??= program.IsInside(specifier) ? null : $"module {specifier}";
                continue;
            }

            var here = FindExport(starred, name, visited);
            if (here.IsNothing) continue;
            if (!found.IsNothing && End(found) != End(here)) return default;
            found = found.IsNothing ? here : found;
        }

        return found.IsNothing && outside is not null ? new Target(External: outside) : found;
    }

    private Target End(Target target) => target.Symbol is { } symbol ? Resolve(symbol) : target;
}
