using Heck.Code.Languages.CSharp.Binding.Programs;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>Where a name that is written at a position begins and ends, in UTF-8: a keyword with its <c>@</c>, any other name without.</summary>
internal static class NamePlace
{
    public static (int Start, int Length)? At(CSharpDocument document, int position, string name)
    {
        var isVerbatim = position < document.Text.Length && document.Text[position] == '@';
        var letters = isVerbatim ? position + 1 : position;
        if (string.CompareOrdinal(document.Text, letters, name, 0, name.Length) != 0) return null;
        var start = document.OffsetOf(isVerbatim && CSharpNameRule.IsReserved(name) ? position : letters);
        return (start, document.OffsetOf(letters + name.Length) - start);
    }
}
