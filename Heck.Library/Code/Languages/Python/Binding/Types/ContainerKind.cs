namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>How a container gives its items.</summary>
internal enum ContainerKind
{
    /// <summary>One type of item: lists, sets, iterators.</summary>
    Sequence,

    /// <summary>A type for each place.</summary>
    Tuple,

    /// <summary>Keys and values.</summary>
    Mapping,

    /// <summary>Given by <c>await</c>.</summary>
    Awaitable,

    /// <summary>Given by <c>with</c>.</summary>
    Manager,
}
