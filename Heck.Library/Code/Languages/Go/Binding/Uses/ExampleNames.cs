using System.Text;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Go.Binding.Uses;

/// <summary>An example function is called after what it shows: <c>ExampleParse</c>, <c>ExampleReader_Read</c>. The documentation and <c>go vet</c> go by that name.</summary>
internal sealed class ExampleNames(GoProgram program, SymbolFactory symbols)
{
    private const string Prefix = "Example";

    /// <param name="name">The name looked for.</param>
    /// <param name="declared">What the workspace declares under it.</param>
    public IEnumerable<NameUse> Of(string name, IEnumerable<GoObject> declared) =>
        declared.Where(d => GoObject.IsExportedName(name) && d.Kind is ObjectKind.Function or ObjectKind.Type or ObjectKind.Variable or ObjectKind.Constant or ObjectKind.Method)
            .Where(d => d.Kind == ObjectKind.Method || d.File.Package.Find(name) == d)
            .SelectMany(d => Examples(d.File.Package).Select(e => At(e, d)).OfType<NameUse>());

    private IEnumerable<GoNode> Examples(GoPackage package) => program.PackagesIn(package.Folder)
        .Where(p => p == package || (p.IsExternalTest && p.Name == package.Name + "_test"))
        .SelectMany(p => p.Files).Where(f => f.IsTest)
        .SelectMany(f => f.Root.All(K.FunctionDeclaration)).Select(f => f.Get(F.Name)).Where(n => n.Text.StartsWith(Prefix, StringComparison.Ordinal));

    private NameUse? At(GoNode example, GoObject shown)
    {
        var parts = example.Text[Prefix.Length..].Split('_');
        var isMethod = shown.Kind == ObjectKind.Method;
        if (isMethod ? parts.Length < 2 || parts[0] != shown.Owner?.Name || parts[1] != shown.Name : parts[0] != shown.Name) return null;
        var start = example.Start + Prefix.Length + (isMethod ? Encoding.UTF8.GetByteCount(parts[0]) + 1 : 0);
        return new NameUse(example.File.Path, start, Encoding.UTF8.GetByteCount(shown.Name), symbols.Of(shown));
    }
}
