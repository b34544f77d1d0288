using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>One export; exactly one of the four is set.</summary>
/// <param name="Symbol">The declared symbol, or the alias that an export under another name makes.</param>
/// <param name="Local">An identifier whose meaning in the module's scope is exported under its own name, or as default.</param>
/// <param name="PassThrough">A name of another module exported under that name.</param>
/// <param name="Expression">The value of <c>export default</c>.</param>
internal sealed record ExportEntry(TsSymbol? Symbol = null, TsNode Local = default, AliasTarget? PassThrough = null, TsNode Expression = default);
