using Heck.Code.Refactoring.Operations;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Refactoring;

/// <summary>Makes binders of one family of languages (TypeScript and JavaScript are one).</summary>
internal interface IBinderFactory
{
    /// <summary>Whether a binder that reads one file knows all about a symbol with an extent in it (see <see cref="IBinder.ExtentOf"/>).</summary>
    bool LocalsNeedOneFile => false;

    /// <summary>Whether the name of a file's module is a name in the code of its importers.</summary>
    bool ModulesAreNames => false;

    /// <summary>A binder over one state of the sources. Files are read and bound only as questions need them.</summary>
    IBinder Bind(IWorkspace workspace);

    /// <summary>A binder over an edited state; it may take over from the one before what no edit touched.</summary>
    IBinder Rebind(IBinder before, IWorkspace after) => Bind(after);

    /// <summary>What decides, when it is not simply the language's own binder.</summary>
    string? Engine => null;

    /// <summary>How much of the repository's projects was loaded, where a language has projects and they were evaluated.</summary>
    LoadedProjects? Projects => null;

    /// <summary>Why a repository that is trusted would be read better; null where trust changes nothing.</summary>
    string? Untrusted => null;

    /// <summary>The factory for a repository that the user trusts: it may evaluate projects, which runs the repository's code.</summary>
    Task<IBinderFactory> TrustAsync(string root, IWorkspace workspace, CancellationToken ct) => Task.FromResult(this);

    /// <summary>The refactorings that the language has besides rename; each is an <see cref="IRefactoring{TAsk}"/>.</summary>
    IReadOnlyList<IRefactoring> Refactorings => [];

    /// <summary>Changed code with the blanks that the language's one formatter gives it, where it has one; nothing but blanks may change.</summary>
    SourceText Tidy(RepoPath path, SourceText? before, SourceText after) => after;

    /// <summary>Why <paramref name="name"/> cannot be the name of a symbol of this kind, or null when it can.</summary>
    string? RejectName(string name, string kind);

    /// <summary>The name as the language writes it, where people leave out a mark that the kind demands (<c>#</c> of a private name).</summary>
    string NormalizeName(string name, string kind) => name;
}
