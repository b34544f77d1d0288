using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Names;

/// <summary>Names visible in every file: the language's library, <c>declare global</c>, and the tops of scripts.</summary>
internal sealed class GlobalNames(TsProgram program)
{
    private readonly Dictionary<string, TsSymbol> _names = [];
    private readonly HashSet<string> _searched = [];

    public TsSymbol? Find(string name)
    {
        if (_searched.Add(name)) program.LoadScriptsWith(name);
        return _names.GetValueOrDefault(name)?.Final;
    }

    public void Add(FileScopes file)
    {
        foreach (var (name, symbol) in file.Globals)
        {
            if (!_names.TryGetValue(name, out var known)) _names[name] = symbol;
            else if (Merge(known.Final, symbol)) symbol.MergeInto(known.Final);
        }
    }

    /// <summary>Interfaces and namespaces merge over files. Two scripts that each declare a function or variable of one name are taken for two programs.</summary>
    private static bool Merge(TsSymbol known, TsSymbol added) =>
        added.Declarations.TrueForAll(d => d.Node.Kind is K.InterfaceDeclaration or K.InternalModule or K.Module)
        || known.Declarations.TrueForAll(d => d.Node.Kind is K.InterfaceDeclaration or K.InternalModule or K.Module);
}
