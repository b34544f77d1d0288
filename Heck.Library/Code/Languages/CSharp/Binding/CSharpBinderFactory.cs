using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Languages.CSharp.Binding.Projects;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.CSharp.Binding;

/// <summary>Binds C# by Roslyn, over projects from one source.</summary>
internal sealed class CSharpBinderFactory(IProjectSource projects) : IBinderFactory
{
    public IBinder Bind(IWorkspace workspace) => new CSharpBinder(new CSharpProgram(workspace, projects.ProjectsOf(workspace)));

    public IBinder Rebind(IBinder before, IWorkspace after) => ((CSharpBinder)before).Edited(after);

    public string? RejectName(string name, string kind) => CSharpNameRule.Reject(name);

    public string NormalizeName(string name, string kind) => CSharpNameRule.Normalize(name);
}
