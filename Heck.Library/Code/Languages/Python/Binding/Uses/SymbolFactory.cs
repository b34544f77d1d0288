using System.Text;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Languages.Python.Modules;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>Gives each variable and member its one symbol: imports that carry a name, stubs and repeated definitions are followed to where it is declared.</summary>
internal sealed class SymbolFactory(PythonProgram program, Evaluator evaluator)
{
    private readonly Dictionary<Variable, Variable> _canonical = [];
    private readonly Dictionary<BoundSymbol, Entity> _entities = [];

    public Entity? EntityOf(BoundSymbol symbol) => _entities.GetValueOrDefault(symbol);

    public BoundSymbol Of(Variable variable)
    {
        if (variable.Scope.Kind == ScopeKind.Class) return Of(evaluator.Classes.Of(variable.Scope), variable.Name);
        var declared = Canonical(variable);
        if (declared.Scope.Kind == ScopeKind.Class) return Of(declared);
        var first = declared.First;
        var symbol = new BoundSymbol(first.Name.File.Path, first.Name.Start, first.Name.Text, KindOf(declared));
        _entities.TryAdd(symbol, new Entity.Of(declared));
        return symbol;
    }

    public BoundSymbol Of(Entity.Member member) => Of(member.Class, member.Name);

    /// <summary>The symbol of a member that the class itself declares.</summary>
    public BoundSymbol Of(ClassModel holder, string name)
    {
        var first = holder.Members[name][0];
        var (start, spelled) = NamePlace(first, name);
        var symbol = new BoundSymbol(first.File.Path, start, spelled, KindOfMember(holder, name), ByDot: true);
        _entities.TryAdd(symbol, new Entity.Member(holder, name));
        return symbol;
    }

    public static BoundSymbol Of(PythonModule module) =>
        new(module.Files.Count > 0 ? module.Files[0] : module.Folders[0], -1, module.Name, "module");

    public static BoundSymbol External(string name, string from) => new(default, -1, name, "external", from);

    /// <summary>Follows imports without <c>as</c>, stubs, and parameters of functions that are defined more than once.</summary>
    public Variable Canonical(Variable variable)
    {
        if (_canonical.TryGetValue(variable, out var known)) return known;
        _canonical[variable] = variable; // what a circle of imports comes back to
        return _canonical[variable] = Follow(variable);
    }

    /// <summary>The workspace's variables that a variable's imports without <c>as</c> take; null when one of its imports takes something else.</summary>
    public IReadOnlyList<Variable>? CarriedBy(Variable variable)
    {
        var targets = new List<Variable>();
        foreach (var declaration in variable.Declarations)
        {
            if (declaration.Kind == DeclarationKind.Import || (declaration.Kind == DeclarationKind.FromImport && declaration.Name.Field == Fields.Alias)) return null;
            if (declaration.Kind != DeclarationKind.FromImport) continue;
            if (evaluator.Names.Imported(declaration.Origin, declaration.Name.Text) is not Meaning.Of(var target)) return null;
            targets.Add(Canonical(target));
        }

        return [.. targets.Distinct()];
    }

    /// <summary>Where a declaration's name stands: an identifier, or a word of a string.</summary>
    public static (int Start, string Name) NamePlace(PythonNode declaration, string name)
    {
        if (StringLiteral.Of(declaration) is not { } text) return (declaration.Start, declaration.Text);
        var spelled = WordIn(text.Content, name) >= 0 ? name : text.Content;
        return (text.Start + Encoding.UTF8.GetByteCount(text.Content[..Math.Max(0, WordIn(text.Content, spelled))]), spelled);
    }

    public static int WordIn(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsWord(text[at - 1])) && (at + word.Length == text.Length || !IsWord(text[at + word.Length]))) return at;
        }

        return -1;
    }

    private static bool IsWord(char c) => c == '_' || char.IsLetterOrDigit(c);

    private Variable Follow(Variable variable)
    {
        if (variable.Scope.Kind == ScopeKind.Class) return variable;
        var source = StubTwins.SourceOf(variable, program);
        if (source.IsParameter) return FirstDefinition(source);
        var carries = source.Declarations.All(d => d.Kind == DeclarationKind.FromImport);
        return carries && CarriedBy(source) is [var only] ? only : source;
    }

    /// <summary>Overloads and conditional definitions of one function share their parameters.</summary>
    private Variable FirstDefinition(Variable parameter)
    {
        var function = new FunctionModel(parameter.Scope);
        if (parameter.Scope.Kind != ScopeKind.Function || function.Receiver?.Name.Text == parameter.Name || function.IsAccessor) return parameter;
        return Definitions(function).Select(d => d.Scope.Variables.GetValueOrDefault(parameter.Name)).FirstOrDefault(v => v is { IsParameter: true }) ?? parameter;
    }

    /// <summary>All definitions of a function in its scope, it among them, with its stub's.</summary>
    public IEnumerable<FunctionModel> Definitions(FunctionModel function)
    {
        var around = function.Scope.Parent!;
        while (around.Kind == ScopeKind.TypeParameters) around = around.Parent!;
        around = StubTwins.SourceOf(around, program);
        return StubTwins.StubsOf(around, program).Prepend(around)
            .Select(s => s.Variables.GetValueOrDefault(s.Mangle(function.Name))).OfType<Variable>()
            .SelectMany(v => v.Declarations).Where(d => d.Kind == DeclarationKind.Function)
            .Select(d => d.Name.File.ScopeOf(d.Origin)).OfType<Scope>().Select(s => new FunctionModel(s));
    }

    private static string KindOf(Variable variable) => variable.First.Kind switch
    {
        DeclarationKind.Class => "class",
        DeclarationKind.Function => "function",
        DeclarationKind.Import or DeclarationKind.FromImport => "import",
        DeclarationKind.Parameter => "parameter",
        DeclarationKind.TypeParameter => "type parameter",
        DeclarationKind.TypeAlias => "type alias",
        _ => "variable",
    };

    private static string KindOfMember(ClassModel holder, string name)
    {
        var declared = holder.Scopes.Select(s => s.Variables.GetValueOrDefault(name)).FirstOrDefault(v => v is not null);
        return declared?.First.Kind switch
        {
            DeclarationKind.Function => declared.Declarations.Any(d => d.Name.File.ScopeOf(d.Origin) is { } s && new FunctionModel(s).IsProperty) ? "property" : "method",
            DeclarationKind.Class => "class",
            _ => "attribute",
        };
    }
}
