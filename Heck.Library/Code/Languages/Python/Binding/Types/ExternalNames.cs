namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>What is known of names outside the workspace without reading them.</summary>
internal static class ExternalNames
{
    /// <summary>Annotations of values that give items of their first argument.</summary>
    public static readonly HashSet<string> Sequences =
    [
        "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Collection", "Counter", "Deque", "FrozenSet", "Generator", "Iterable", "Iterator", "List", "MutableSequence",
        "MutableSet", "Reversible", "Sequence", "Set", "AbstractSet", "deque", "frozenset", "list", "set",
    ];

    /// <summary>Annotations of values that give items of their second argument by a key of their first.</summary>
    public static readonly HashSet<string> Mappings =
        ["ChainMap", "DefaultDict", "Dict", "Mapping", "MutableMapping", "OrderedDict", "WeakValueDictionary", "defaultdict", "dict"];

    /// <summary>Builtin functions whose value is a plain one whatever they are given.</summary>
    private static readonly HashSet<string> PlainResults =
    [
        "abs", "all", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr", "complex", "dir", "divmod", "float", "format", "hasattr", "hash", "hex", "id", "input",
        "int", "isinstance", "issubclass", "len", "memoryview", "oct", "open", "ord", "pow", "print", "range", "repr", "round", "slice", "str", "sum",
    ];

    /// <summary>Modules of the standard library whose functions and objects never hand out what was put into them.</summary>
    private static readonly HashSet<string> ClosedModules =
    [
        "base64", "binascii", "bz2", "calendar", "cmath", "codecs", "colorsys", "configparser", "csv", "datetime", "decimal", "difflib", "errno", "fnmatch", "fractions", "getpass", "glob",
        "gzip", "hashlib", "hmac", "html", "http", "io", "ipaddress", "keyword", "linecache", "locale", "logging", "lzma", "math", "mimetypes", "ntpath", "numbers", "os", "pathlib", "platform",
        "posixpath", "re", "secrets", "select", "shlex", "shutil", "signal", "socket", "sqlite3", "ssl", "stat", "statistics", "string", "struct", "subprocess", "sysconfig", "tarfile", "tempfile",
        "textwrap", "time", "timeit", "token", "tokenize", "tomllib", "unicodedata", "urllib", "uuid", "zipfile", "zlib",
    ];

    public static bool IsPlain(string from) => from.StartsWith("builtins.", StringComparison.Ordinal) && PlainResults.Contains(from["builtins.".Length..]);

    public static bool IsClosed(string from) => IsPlain(from) || ClosedModules.Contains(from.Split('.')[0]);

    /// <summary>External classes are named in capitals; test doubles stand for anything.</summary>
    public static bool IsClass(string from)
    {
        var last = from[(from.LastIndexOf('.') + 1)..].TrimStart('_');
        return last.Length > 0 && char.IsUpper(last[0]) && !last.Contains("Mock", StringComparison.Ordinal) && last is not ("TypeVar" or "ParamSpec" or "NewType");
    }
}
