using Heck.Code.Index.Querying;
using Heck.Code.Languages;
using Heck.Contracts;

namespace Heck.Code.Explaining;

/// <summary>Says of a file that uses a symbol's name whether it means the symbol, by what the file declares and imports.</summary>
internal sealed class UseJudge
{
    private readonly SymbolRow _symbol;
    private readonly ModuleReach _reach;
    private readonly bool _onlyOne;
    private readonly bool _isMember;
    private readonly string? _package;
    private readonly IReadOnlyDictionary<RepoPath, string> _packages;

    public UseJudge(IndexReader reader, SymbolRow symbol)
    {
        _symbol = symbol;
        _reach = ModuleReach.Of(reader, symbol.Path);
        _onlyOne = reader.SymbolsNamed(symbol.Name).DistinctBy(s => (s.Path, s.Parent, s.Owner)).Count() == 1;
        _isMember = symbol.Owner is not null || (symbol.Parent >= 0 && reader.ParentOf(symbol).Kind != SymbolKind.Namespace);
        _packages = reader.Packages();
        _package = _packages.GetValueOrDefault(symbol.Path);
    }

    /// <summary>Null when another symbol of the name must be meant.</summary>
    public Certainty? Judge(RepoPath user)
    {
        var near = _reach.IsUser(user) || IsInPackage(user);
        if (_isMember) return _onlyOne ? Certainty.Likely : user == _symbol.Path ? Certainty.Likely : Certainty.Possible;
        if (near) return _onlyOne ? Certainty.Certain : Certainty.Likely;
        return _onlyOne ? Certainty.Likely : null;
    }

    // Many folders of Go hold a package main; a namespace of C# has no folder.
    private bool IsInPackage(RepoPath user) => _package is not null && _packages.GetValueOrDefault(user) == _package
        && user.Extension == _symbol.Path.Extension && (user.Extension == ".cs" || user.Parent == _symbol.Path.Parent);
}
