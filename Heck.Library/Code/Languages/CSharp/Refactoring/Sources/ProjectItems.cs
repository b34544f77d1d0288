using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;

namespace Heck.Code.Languages.CSharp.Refactoring.Sources;

/// <summary>Files that project files name one by one.</summary>
internal static class ProjectItems
{
    /// <summary>Whether some project file names a file, so that it must not go without the project being edited.</summary>
    public static bool Names(CSharpScene scene, RepoPath path) => Find(scene, path).Any();

    /// <summary>The projects that name a file in an attribute, with the range of its path in them.</summary>
    public static IEnumerable<(RepoPath Project, int Start, int End)> Find(CSharpScene scene, RepoPath path)
    {
        foreach (var project in scene.Shared.Workspace.Files.Paths.Where(p => p.Extension is ".csproj" or ".props" or ".targets" or ".projitems"))
        {
            if (scene.Shared.Workspace.Read(project) is not { } text) continue;
            var code = System.Text.Encoding.UTF8.GetString(text.Utf8.Span);
            foreach (var written in new[] { Relative(project.Parent, path), Relative(project.Parent, path).Replace('/', '\\') }.Distinct())
            {
                for (var at = code.IndexOf($"\"{written}\"", StringComparison.OrdinalIgnoreCase); at >= 0; at = code.IndexOf($"\"{written}\"", at + 1, StringComparison.OrdinalIgnoreCase))
                {
                    var start = System.Text.Encoding.UTF8.GetByteCount(code.AsSpan(0, at + 1));
                    yield return (project, start, start + System.Text.Encoding.UTF8.GetByteCount(written));
                }
            }
        }
    }

    /// <summary>A path as seen from a folder.</summary>
    public static string Relative(RepoPath folder, RepoPath path) => Path.GetRelativePath("/" + folder.Value, "/" + path.Value).Replace('\\', '/');
}
