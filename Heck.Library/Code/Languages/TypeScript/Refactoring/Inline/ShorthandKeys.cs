using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.TypeScript.Refactoring.Inline;

/// <summary><c>{ a }</c> says a property and a variable; when the variable goes, the property is written out.</summary>
internal static class ShorthandKeys
{
    public static void Write(TsScene ts, CodeText code, TsNode shorthand)
    {
        if (ts.Program.Members.OfNode(shorthand.Parent).TryGetValue(shorthand.Text, out var property)) code.Declare(shorthand.Text, ts.Bound(property));
        else code.Write(shorthand.Text);
        code.Write(": ");
    }
}
