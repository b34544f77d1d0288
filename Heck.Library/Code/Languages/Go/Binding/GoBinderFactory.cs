using Heck.Code.Languages.Go.Refactoring.Export;
using Heck.Code.Languages.Go.Refactoring.Extract;
using Heck.Code.Languages.Go.Refactoring.Formatting;
using Heck.Code.Languages.Go.Refactoring.Inline;
using Heck.Code.Languages.Go.Refactoring.SafeDelete;
using Heck.Code.Languages.Go.Refactoring.Moves;
using Heck.Code.Languages.Go.Refactoring.Signatures;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Languages.Go.Binding;

/// <summary>Binds Go.</summary>
internal sealed class GoBinderFactory : IBinderFactory
{
    public IBinder Bind(IWorkspace workspace) => new GoBinder(workspace);

    public IReadOnlyList<IRefactoring> Refactorings { get; } = [new GoSafeDelete(), new GoInline(), new GoExtract(), new GoExport(), new GoUnexport(), new GoChangeSignature(), new GoMove(), new GoMoveFile(), new GoSplit()];

    public SourceText Tidy(RepoPath path, SourceText? before, SourceText after) => GoTidy.Tidy(path, before, after);

    public string? RejectName(string name, string kind) => GoNameRule.Reject(name, kind);
}
