namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>What an identifier that does not bind can be at most, from where it stands.</summary>
internal enum UseLimit
{
    Any,

    /// <summary>A type, a namespace or an alias: nothing else is left that a simple name could reach in the sources.</summary>
    Types,

    /// <summary>An extension method: the receiver's type is declared outside.</summary>
    Extensions,

    /// <summary>A parameter, by name.</summary>
    Parameters,

    /// <summary>Nothing of the sources.</summary>
    None,
}
