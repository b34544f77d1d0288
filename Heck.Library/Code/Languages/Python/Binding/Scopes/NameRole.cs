namespace Heck.Code.Languages.Python.Binding.Scopes;

/// <summary>What an identifier is where it stands.</summary>
internal enum NameRole
{
    /// <summary>Looked up in its scope.</summary>
    Load,

    /// <summary>Bound in its scope, or deleted.</summary>
    Store,

    /// <summary>Named by <c>global</c> or <c>nonlocal</c>.</summary>
    Directive,

    /// <summary>Taken from a module by <c>from … import</c>; without <c>as</c> it is bound, too.</summary>
    Imported,

    /// <summary>Part of a module's dotted name; the first part of <c>import a.b</c> is bound, too.</summary>
    ModulePart,

    /// <summary>After a dot.</summary>
    Attribute,

    /// <summary>The name of an argument.</summary>
    Keyword,

    /// <summary>An attribute in a class pattern.</summary>
    PatternKeyword,
}
