namespace Heck.Code.Languages.Python.Binding.Scopes;

/// <summary>A name bound in a scope: all its bindings are one variable.</summary>
internal sealed class Variable(Scope scope, string name)
{
    private readonly List<Declaration> _declarations = [];

    public Scope Scope { get; } = scope;

    /// <summary>The name after private names are mangled.</summary>
    public string Name { get; } = name;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Declaration> Declarations => _declarations;

    public Declaration First => _declarations[0];

    public bool IsParameter => _declarations.Exists(d => d.Kind == DeclarationKind.Parameter);

    public void Add(Declaration declaration)
    {
        var at = _declarations.FindLastIndex(d => d.Name.Start <= declaration.Name.Start);
        _declarations.Insert(at + 1, declaration);
    }
}
