using Heck.Code.Refactoring;

namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>Where the projects of a repository come from: read as plain files, or evaluated.</summary>
internal interface IProjectSource
{
    /// <summary>The projects of the workspace's files, in any order.</summary>
    IReadOnlyList<CSharpProject> ProjectsOf(IWorkspace workspace);
}
