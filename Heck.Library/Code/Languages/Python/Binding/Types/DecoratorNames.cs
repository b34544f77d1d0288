namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>What is known of decorators by name.</summary>
internal static class DecoratorNames
{
    /// <summary>Decorators after which a call still gives what the function returns, and takes the same arguments.</summary>
    private static readonly HashSet<string> Transparent =
    [
        "abstractmethod", "abstractproperty", "abstractclassmethod", "abstractstaticmethod", "asynccontextmanager", "cache", "cached_property", "classmethod", "contextmanager", "deprecated",
        "final", "lru_cache", "no_type_check", "overload", "override", "property", "setter", "getter", "deleter", "staticmethod", "total_ordering", "runtime_checkable", "unique", "wraps",
        "dataclass", "coroutine", "skip", "skipIf", "skipUnless", "expectedFailure",
    ];

    /// <summary>Whether callers see the function's own result and parameters.</summary>
    public static bool KeepsResult(string decorator)
    {
        var name = decorator.Split('(')[0];
        return Transparent.Contains(name[(name.LastIndexOf('.') + 1)..]);
    }
}
