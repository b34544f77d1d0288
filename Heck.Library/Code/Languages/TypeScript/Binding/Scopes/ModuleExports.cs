using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>What a file, or a <c>declare module "name"</c>, offers to importers.</summary>
internal sealed class ModuleExports(TsFile file, TsScope scope)
{
    public TsFile File { get; } = file;

    public TsScope Scope { get; } = scope;

    /// <summary>Exports by public name.</summary>
    public Dictionary<string, ExportEntry> Named { get; } = [];

    /// <summary>Further exports under a name that <see cref="Named"/> has already, which is an error of the program.</summary>
    public List<(string Name, ExportEntry Entry)> Repeated { get; } = [];

    /// <summary>Specifiers of <c>export *</c>.</summary>
    public List<string> Stars { get; } = [];

    /// <summary>The expression of <c>export =</c> or of <c>module.exports =</c>.</summary>
    public TsNode Assigned { get; set; }

    /// <summary>Properties set by <c>exports.x = …</c>.</summary>
    public Dictionary<string, TsSymbol> Properties { get; } = [];

    /// <summary>False for a script, whose declarations are visible to all other scripts.</summary>
    public bool IsModule { get; set; }

    public void Export(string name, ExportEntry entry)
    {
        if (!Named.TryAdd(name, entry) && (entry.Symbol is null || entry.Symbol != Named[name].Symbol)) Repeated.Add((name, entry));
    }
}
