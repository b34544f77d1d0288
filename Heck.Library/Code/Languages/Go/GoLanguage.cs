using Heck.Code.Languages.Go.Binding;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Go;

/// <summary>Go.</summary>
internal sealed class GoLanguage : ILanguage
{
    public string Id => "go";

    public IReadOnlyList<string> Extensions { get; } = [".go"];

    public IFactExtractor CreateExtractor() => new GoExtractor();

    public IImportResolver CreateResolver(IProjectFiles files) => new GoImportResolver(files);

    public IBinderFactory Binder { get; } = new GoBinderFactory();
}
