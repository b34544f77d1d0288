namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>The names that every module sees.</summary>
internal static class Builtins
{
    // dir(builtins) of CPython 3.11, the names of other versions and platforms, and what a module has of itself.
    private static readonly HashSet<string> Names = [.. """
        ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning
        ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis
        EncodingWarning EnvironmentError Exception ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError FutureWarning
        GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt
        LookupError MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError OverflowError
        PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning
        RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True
        TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError
        Warning WindowsError ZeroDivisionError __annotations__ __build_class__ __builtins__ __class__ __debug__ __dict__ __doc__ __file__ __import__
        __loader__ __name__ __package__ __path__ __spec__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod
        compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr
        hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print
        property quit range repr reveal_type reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    public static bool Has(string name) => Names.Contains(name);
}
