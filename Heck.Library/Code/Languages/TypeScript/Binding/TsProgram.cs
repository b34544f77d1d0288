using System.Text;
using Heck.Code.Languages.TypeScript.Binding.Library;
using Heck.Code.Languages.TypeScript.Binding.Names;
using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Types;
using Heck.Code.Languages.TypeScript.Modules;
using Heck.Code.Refactoring;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Binding;

/// <summary>One state of the TypeScript and JavaScript files of a workspace; files are parsed and bound when something asks for them.</summary>
internal sealed class TsProgram
{
    private readonly IWorkspace _workspace;
    private readonly TypeScriptImportResolver _resolver;
    private readonly Dictionary<RepoPath, FileScopes?> _files = [];
    private readonly Dictionary<TsFile, FileScopes> _scopes = [];
    private readonly Dictionary<(RepoPath, string), ModuleExports?> _imports = [];
    private readonly Dictionary<string, ModuleExports> _ambientModules = [];
    private TypeReading _reading = new("", CancellationToken.None);

    public TsProgram(IWorkspace workspace)
    {
        _workspace = workspace;
        _resolver = new TypeScriptImportResolver(workspace.Files);
        Globals = new GlobalNames(this);
        Names = new NameLookup(this);
        Modules = new ModuleGraph(this);
        Members = new MemberTables(this);
        SetProperties = new SetProperties(this);
        Types = new TypeChecker(this);
        Add(StandardLibrary.Parse());
    }

    public GlobalNames Globals { get; }

    public NameLookup Names { get; }

    public ModuleGraph Modules { get; }

    public MemberTables Members { get; }

    public SetProperties SetProperties { get; }

    public TypeChecker Types { get; }

    public FileScopes Scopes(TsFile file) => _scopes[file];

    /// <summary>The file, or null when it is of another language, not there, or cannot be decoded.</summary>
    public FileScopes? Load(RepoPath path)
    {
        if (_files.TryGetValue(path, out var known)) return known;
        var text = TypeScriptFiles.Are(path) ? _workspace.Read(path) : null;
        _files[path] = null;
        return _files[path] = text is null ? null : Add(new TsFile(path, text));
    }

    /// <summary>Every file of the family that holds the word.</summary>
    public IReadOnlyList<FileScopes> FilesWith(string word) =>
        [.. _workspace.FilesWithWord(word).Where(TypeScriptFiles.Are).Select(Load).OfType<FileScopes>()];

    /// <summary>Every file of the family.</summary>
    public IReadOnlyList<FileScopes> AllFiles() => [.. _workspace.Files.Paths.Where(TypeScriptFiles.Are).Select(Load).OfType<FileScopes>()];

    public IReadOnlyList<FileScopes> ImportersOf(RepoPath path) =>
        [.. _workspace.ImportersOf(path).Where(TypeScriptFiles.Are).Select(Load).OfType<FileScopes>()];

    public ModuleExports? Import(TsFile from, string specifier)
    {
        if (_imports.TryGetValue((from.Path, specifier), out var known)) return known;
        var found = _resolver.Find(from.Path, specifier) is { } path ? Load(path)?.Module : null;
        if (found is null) LoadScriptsWith(specifier);
        return _imports[(from.Path, specifier)] = found ?? _ambientModules.GetValueOrDefault(specifier);
    }

    /// <summary>Whether a path, with or without an extension, would be taken for a module of the family.</summary>
    public bool IsModuleFile(RepoPath path) => _resolver.Find(RepoPath.Parse("x"), "./" + path.Value) is { } found && TypeScriptFiles.Are(found);

    public bool IsInside(string specifier) => _resolver.IsInside(specifier);

    /// <summary>Loads the files that may declare a name, or a module, for everyone.</summary>
    public void LoadScriptsWith(string name)
    {
        var word = name.Split('/', '@', '-', '.', ':').LastOrDefault(p => p.Length > 0) ?? name;
        foreach (var path in _workspace.FilesWithWord(word).Where(p => TypeScriptFiles.Are(p) && !_files.ContainsKey(p)))
        {
            if (_workspace.Read(path) is { } text && MayDeclareGlobals(text.Utf8.Span)) Load(path);
        }
    }

    /// <summary>Counts a question about types in the reading that is on.</summary>
    /// <exception cref="HeckException">There were too many.</exception>
    public void Step() => _reading.Step();

    /// <summary>Begins to read what one name means.</summary>
    public void Begin(string name, CancellationToken ct) => _reading = new TypeReading(name, ct);

    /// <summary>A type that documentation writes for a declaration, as a file of its own.</summary>
    public TsFile AddWrittenType(string text, TsNode declaration)
    {
        var file = new TsFile(declaration.File.Path, SourceText.TryDecode(Encoding.UTF8.GetBytes(text))!);
        _scopes[file] = ScopeBuilder.Build(file, declaration);
        return file;
    }

    private FileScopes Add(TsFile file)
    {
        var scopes = ScopeBuilder.Build(file);
        _scopes[file] = scopes;
        if (!scopes.File.IsLibrary) _files[file.Path] = scopes;
        Globals.Add(scopes);
        foreach (var (specifier, module) in scopes.NamedModules) AddNamed(file, specifier, module);
        return scopes;
    }

    /// <summary>An augmentation's declarations belong to the module that it augments.</summary>
    private void AddNamed(TsFile file, string specifier, ModuleExports module)
    {
        if (_resolver.Find(file.Path, specifier) is { } path && path != file.Path && Load(path)?.Module is { } augmented)
        {
            foreach (var (name, symbol) in module.Scope.Names)
            {
                if (Modules.FindExport(augmented, name).Symbol is { Alias: null } known) symbol.MergeInto(known);
                else augmented.Named.TryAdd(name, new ExportEntry(symbol));
            }
        }
        else
        {
            _ambientModules.TryAdd(specifier, module);
        }
    }

    /// <summary>A cheap look at the bytes: scripts, <c>declare global</c> and <c>declare module</c>.</summary>
    private static bool MayDeclareGlobals(ReadOnlySpan<byte> text) =>
        text.IndexOf("declare global"u8) >= 0 || text.IndexOf("declare module"u8) >= 0
        || !(text.StartsWith("import"u8) || text.StartsWith("export"u8) || text.IndexOf("\nimport"u8) >= 0 || text.IndexOf("\nexport"u8) >= 0);
}
