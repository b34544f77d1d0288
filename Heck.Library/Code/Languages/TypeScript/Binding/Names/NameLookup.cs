using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Names;

/// <summary>Finds what a plain name means where it stands.</summary>
internal sealed class NameLookup(TsProgram program)
{
    /// <summary>The symbol in the nearest scope that has the name in one of the meanings; null for what no file of the workspace nor the library declares.</summary>
    public TsSymbol? Lookup(TsNode at, string name, Meaning meaning)
    {
        for (var scope = program.Scopes(at.File).ScopeAt(at); scope is not null; scope = scope.Parent)
        {
            if (scope.Names.TryGetValue(name, out var symbol) && (symbol.Final.Meaning & meaning) != 0 && IsVisible(symbol, scope, at)) return symbol.Final;
            if (scope.Container is { } container && container.Final.Exports.TryGetValue(name, out var member) && (member.Final.Meaning & meaning) != 0) return member.Final;
        }

        if (program.Scopes(at.File).Outer is { Exists: true } outer) return Lookup(outer, name, meaning);
        return program.Globals.Find(name) is { } global && (global.Meaning & meaning) != 0 ? global : null;
    }

    private static bool IsVisible(TsSymbol symbol, TsScope scope, TsNode at) => scope.Node.Kind switch
    {
        // What `infer` names exists only where the condition holds.
        K.ConditionalType => scope.Node.Get(F.Consequence).Contains(at) || scope.Node.Get(F.Right).Contains(at),
        // A default value of a parameter does not see the variables of the body.
        var kind when kind.IsFunctionLike() => !scope.Node.Get(F.Parameters).Contains(at) || !symbol.Declarations.TrueForAll(d => scope.Node.Get(F.Body).Contains(d.Name)),
        _ => true,
    };
}
