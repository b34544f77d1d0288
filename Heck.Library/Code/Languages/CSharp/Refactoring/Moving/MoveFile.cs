using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.CSharp.Refactoring.Moving;

/// <summary>Moves a file, or all of a folder, within its project. Namespaces stay; project files that name the file follow.</summary>
internal sealed class MoveFile : IRefactoring<MoveFileAsk>
{
    public Proposal Propose(MoveFileAsk ask, RefactorScene shared, CancellationToken ct)
    {
        var scene = new CSharpScene(shared, ask.First, 0);
        var files = shared.Workspace.Files.Paths.Where(p => p.IsWithin(ask.From)).ToDictionary(p => p, p => p == ask.From ? ask.To : ask.To.Combine(p.Value[(ask.From.Value.Length + 1)..]));
        if (files.ContainsKey(ask.From) && ask.To.Extension != ".cs") throw scene.Refuse(ErrorTable.RefactorInvalidName, $"'{ask.To}' is no C# file.");
        if (files.Keys.FirstOrDefault(p => p.Extension is ".csproj" or ".props" or ".targets" or ".sln" or ".slnx") is { Value.Length: > 0 } project) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"The folder holds '{project}'; a project is not moved.");
        if (files.Keys.FirstOrDefault(p => shared.Workspace.Read(p) is null) is { Value.Length: > 0 } binary) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{binary}' cannot be read as text.");
        if (ask.To.IsWithin(ask.From)) throw scene.Refuse(ErrorTable.RefactorInvalidName, $"'{ask.To}' lies in '{ask.From}'.");
        var proposal = new Proposal($"Move {ask.From} to {ask.To}", [.. files.SelectMany(f => ProjectItems.Renamed(scene, f.Key, f.Value))], shared.LedgerOf([(ask.First, 0)]))
        {
            Created = files.ToDictionary(f => f.Value, f => CodeText.From(f.Key, 0, shared.Text(f.Key).Utf8.Length)),
            Deleted = [.. files.Keys],
        };
        RefuseOtherProjects(scene, files, proposal);
        return proposal;
    }

    private static void RefuseOtherProjects(CSharpScene scene, Dictionary<RepoPath, RepoPath> files, Proposal proposal)
    {
        if (proposal.Created.Keys.FirstOrDefault(scene.Shared.Workspace.Files.Exists) is { Value.Length: > 0 }) return;
        var after = scene.Program.Edited(new ProposedTree(scene.Shared.Workspace, proposal).After);
        foreach (var (from, to) in files.Where(f => f.Key.Extension == ".cs"))
        {
            if (!scene.Program.ProjectsOf[from].Select(p => p.File).ToHashSet().SetEquals(after.ProjectsOf[to].Select(p => p.File))) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{to}' belongs to other projects than '{from}'.");
        }
    }
}
