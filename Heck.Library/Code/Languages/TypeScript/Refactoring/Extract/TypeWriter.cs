using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Types;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>Writes a type that follows from what the program writes down, in the names of one place. What it is not sure of it does not write.</summary>
internal sealed class TypeWriter(TsScene ts, TsNode at)
{
    private static readonly HashSet<string> Primitives = ["string", "number", "boolean", "undefined", "null", "bigint", "symbol"];

    private static readonly HashSet<string> LibraryTypes = ["Array", "ReadonlyArray", "Map", "Set", "ReadonlyMap", "ReadonlySet", "Promise", "WeakMap", "WeakSet", "Date", "RegExp", "Error", "Iterable"];

    /// <summary>Type parameters that were written.</summary>
    public List<TsSymbol> Parameters { get; } = [];

    public CodeText? Write(TsType type) => type switch
    {
        DeferredType deferred => Write(ts.Program.Types.Nodes.Expanded(deferred)),
        PrimitiveType primitive when Primitives.Contains(primitive.Name) => CodeText.Of(primitive.Name),
        LiteralType { Member: { Parent: { } parent } } => Named(parent, []),
        LiteralType { IsString: true } text => CodeText.Of($"'{text.Text.Replace("'", "\\'", StringComparison.Ordinal)}'"),
        LiteralType other => CodeText.Of(other.Text),
        EnumType member => Named(member.Symbol, []),
        InstanceType instance => Named(instance.Symbol, instance.Arguments),
        UnionType union => Joined(union),
        TupleType tuple => Listed("[", tuple.Elements, "]"),
        ParameterType parameter => OfParameter(parameter.Symbol),
        _ => null,
    };

    /// <summary>An annotation as it is written, with the type parameters in it.</summary>
    public CodeText Copy(TsNode type)
    {
        Note(type);
        return CodeText.From(type.File.Path, type.Start, type.End);
    }

    /// <summary>Remembers the type parameters that some code uses and that are declared around it.</summary>
    public void Note(TsNode code)
    {
        foreach (var (_, symbol) in ts.Names.AllIn(code))
        {
            if (symbol.First.Node.Kind == K.TypeParameter && !code.Contains(symbol.First.Node) && !Parameters.Contains(symbol)) Parameters.Add(symbol);
        }
    }

    private CodeText? OfParameter(TsSymbol symbol)
    {
        if (symbol.First.Node.Kind != K.TypeParameter) return null;
        if (!Parameters.Contains(symbol)) Parameters.Add(symbol);
        return new CodeText().Use(symbol.Name, ts.Bound(symbol));
    }

    private CodeText? Joined(UnionType union)
    {
        if (union.Types.Count == 0 || union.Types.Count > 8) return null;
        var isBoolean = union.Types.Count(t => t is LiteralType { Text: "true" or "false", IsString: false }) == 2;
        var types = union.Types.Where(t => !isBoolean || t is not LiteralType { Text: "true" or "false", IsString: false }).ToList();
        if (isBoolean) types.Add(TsType.Boolean);
        return Listed("", types, "", " | ");
    }

    private CodeText? Listed(string open, IReadOnlyList<TsType> types, string close, string separator = ", ")
    {
        var code = new CodeText().Write(open);
        for (var i = 0; i < types.Count; i++)
        {
            if (Write(types[i]) is not { } written) return null;
            code.Write(i > 0 ? separator : "").Append(written);
        }

        return code.Write(close);
    }

    private CodeText? Named(TsSymbol symbol, IReadOnlyList<TsType> arguments)
    {
        if (symbol.IsLibrary && !LibraryTypes.Contains(symbol.Name)) return null;
        if (symbol.IsLibrary && symbol.Name == "Array" && arguments is [var element]) return OfArray(element);
        if (!symbol.IsLibrary && symbol.First.Node.Kind == K.Class) return null;
        var code = symbol.IsLibrary ? CodeText.Of(symbol.Name) : NameOf(symbol);
        if (code is null || arguments.Count == 0) return code;
        return Listed("<", arguments, ">") is { } list ? code.Append(list) : null;
    }

    private CodeText? OfArray(TsType element)
    {
        if (Write(element) is not { } written) return null;
        return element is UnionType ? CodeText.Of("(").Append(written).Write(")[]") : written.Write("[]");
    }

    /// <summary>The name under which a place sees a declared type.</summary>
    private CodeText? NameOf(TsSymbol symbol)
    {
        if (ts.Program.Names.Lookup(at, symbol.Name, Meaning.Type) is { } found && ts.Bound(found) == ts.Bound(symbol)) return new CodeText().Use(symbol.Name, ts.Bound(symbol));
        var alias = ts.Program.Scopes(at.File).Module.Scope.Names.FirstOrDefault(n => n.Value.Alias is not null && ts.Bound(n.Value) == ts.Bound(symbol));
        return alias.Key is null ? null : new CodeText().Use(alias.Key, ts.Bound(symbol));
    }
}
