using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Languages.CSharp.Binding.Projects;
using Heck.Code.Languages.CSharp.Refactoring.Extracting;
using Heck.Code.Languages.CSharp.Refactoring.Inlining;
using Heck.Code.Languages.CSharp.Refactoring.Deleting;
using Heck.Code.Languages.CSharp.Refactoring.Moving;
using Heck.Code.Languages.CSharp.Refactoring.Visibility;
using Heck.Code.Languages.CSharp.Refactoring.Signatures;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;

namespace Heck.Code.Languages.CSharp.Binding;

/// <summary>Binds C# by Roslyn, over projects from one source.</summary>
internal sealed class CSharpBinderFactory(IProjectSource projects) : IBinderFactory
{
    public IBinder Bind(IWorkspace workspace) => new CSharpBinder(new CSharpProgram(workspace, projects));

    public IBinder Rebind(IBinder before, IWorkspace after) => ((CSharpBinder)before).Edited(after);

    public IReadOnlyList<IRefactoring> Refactorings { get; } = [new SafeDelete(), new Inline(), new Extract(), new ChangeSignature(), new MoveTypes(), new MoveFile(), new ChangeAccessibility()];

    public string? Engine => projects is EvaluatedProjects ? "heck/csharp-projects" : "heck/csharp-syntax";

    public LoadedProjects? Projects => (projects as EvaluatedProjects)?.Report;

    public string? Untrusted => projects is EvaluatedProjects
        ? null
        : "The repository is not trusted: its C# projects were read as plain files, and names of packages did not bind. --trust evaluates them, which runs the repository's code.";

    public async Task<IBinderFactory> TrustAsync(string root, IWorkspace workspace, CancellationToken ct) =>
        new CSharpBinderFactory(await EvaluatedProjects.LoadAsync(root, workspace, ct).ConfigureAwait(false));

    public string? RejectName(string name, string kind) => CSharpNameRule.Reject(name);

    public string NormalizeName(string name, string kind) => CSharpNameRule.Normalize(name);
}
