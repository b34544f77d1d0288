using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Scopes;

/// <summary>One binding of a variable.</summary>
/// <param name="Name">The identifier.</param>
/// <param name="Kind">How it is bound.</param>
/// <param name="Origin">What binds it: the definition, assignment, parameter, import statement, loop.</param>
internal readonly record struct Declaration(PythonNode Name, DeclarationKind Kind, PythonNode Origin)
{
    /// <summary>From where on a straight run of code sees it.</summary>
    public int SeenFrom => Kind is DeclarationKind.For or DeclarationKind.Parameter ? Name.End : Origin.End;
}
