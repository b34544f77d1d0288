using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;

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

    /// <summary>Names a new file beside one that is named.</summary>
    public static IEnumerable<ProposedEdit> Added(CSharpScene scene, RepoPath present, RepoPath added)
    {
        foreach (var (project, start, end) in Find(scene, present))
        {
            var text = scene.Shared.Text(project);
            var (line, last) = (text.Lines.LineStart(text.Lines.PositionAt(start).Line), text.Lines.LineEnd(text.Lines.PositionAt(start).Line));
            var code = System.Text.Encoding.UTF8.GetString(text.Utf8.Span[line..last]);
            if (!code.TrimStart().StartsWith("<Compile Include=", StringComparison.Ordinal)) continue;
            if (!code.TrimEnd().EndsWith("/>", StringComparison.Ordinal)) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"{project} says more of '{present}' than its name.");
            yield return ProposedEdit.Insert(project, last, CodeText.Of($"\n{code[..code.IndexOf('<', StringComparison.Ordinal)]}<Compile Include=\"{Like(text.Utf8.Span[start..end], Relative(project.Parent, added))}\" />"));
        }
    }

    /// <summary>Names a file by its new path.</summary>
    public static IEnumerable<ProposedEdit> Renamed(CSharpScene scene, RepoPath from, RepoPath to) =>
        Find(scene, from).Select(f => new ProposedEdit(f.Project, f.Start, f.End, CodeText.Of(Like(scene.Shared.Text(f.Project).Utf8.Span[f.Start..f.End], Relative(f.Project.Parent, to)))));

    private static string Like(ReadOnlySpan<byte> present, string path) => present.Contains((byte)'/') ? path : path.Replace('/', '\\');

    /// <summary>A path as seen from a folder.</summary>
    public static string Relative(RepoPath folder, RepoPath path) => Path.GetRelativePath("/" + folder.Value, "/" + path.Value).Replace('\\', '/');
}
