using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>Labels of statements, a space of their own.</summary>
internal static class Labels
{
    public static FoundUse At(TsNode name)
    {
        for (var at = name.Parent; at.Exists && !at.Kind.IsFunctionLike(); at = at.Parent)
        {
            if (at.Kind == K.LabeledStatement && at.Get(F.Label) is var label && label.Text == name.Text) return FoundUse.Of(name, SymbolOf(label, at));
        }

        return FoundUse.Undecided(name, "no statement around it has this label");
    }

    /// <summary>Equal labels give equal places, which is what a use is compared by.</summary>
    private static TsSymbol SymbolOf(TsNode label, TsNode statement)
    {
        var symbol = new TsSymbol(label.Text, "label", Meaning.None);
        symbol.Declare(label, statement, Meaning.None);
        return symbol;
    }
}
