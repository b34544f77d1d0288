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

    /// <summary>Why <paramref name="name"/> cannot be the name of a symbol of this kind, or null when it can.</summary>
    string? RejectName(string name, string kind);

    /// <summary>The name as the language writes it, where people leave out a mark that the kind demands (<c>#</c> of a private name).</summary>
    string NormalizeName(string name, string kind) => name;
}
