using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Binding.Library;

/// <summary>
/// The part of the language's own declarations that propagates types: arrays, maps, promises and what their callbacks are given.
/// Kept small by hand; what it does not name counts as coming from outside.
/// </summary>
internal static class StandardLibrary
{
    private const string Resource = "Heck.Code.Languages.TypeScript.Binding.Library.es.d.ts";

    private static readonly Lazy<SourceText> Source = new(Read);

    public static TsFile Parse() => new(RepoPath.Parse("es.d.ts"), Source.Value, isLibrary: true);

    private static SourceText Read()
    {
        using var stream = typeof(StandardLibrary).Assembly.GetManifestResourceStream(Resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return SourceText.TryDecode(bytes)!;
    }
}
