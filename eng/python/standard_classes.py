"""Writes the members of the standard library's public classes, for Heck.Library/Code/Languages/Python/Binding/Types/standard-classes.txt.

A line is `module.Class`, then `<base` for each base class and the names that the class itself has; `module.Class =other.Class` is a second name.
Names with two underscores at both ends are left out: a rename refuses them anyway. Run with CPython 3.11 or later.
"""
import ast, importlib, inspect, sys, textwrap, warnings

warnings.simplefilter("ignore")
MODULES = """
abc argparse array ast asyncio base64 bdb bisect builtins bz2 calendar cgi cmd code codecs codeop collections collections.abc compileall concurrent.futures configparser
contextlib contextvars copy csv ctypes dataclasses datetime decimal difflib dis doctest email email.header email.message email.mime.base email.mime.multipart email.mime.text
email.parser email.policy enum fileinput filecmp fractions ftplib functools gettext graphlib gzip hashlib heapq hmac html.parser http http.client http.cookiejar
http.cookies http.server imaplib importlib.abc importlib.machinery importlib.metadata inspect io ipaddress itertools json json.decoder json.encoder logging logging.config
logging.handlers lzma mailbox mimetypes modulefinder multiprocessing multiprocessing.managers multiprocessing.pool multiprocessing.process multiprocessing.shared_memory netrc numbers
operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib pprint profile pstats pyclbr pydoc queue random re reprlib rlcompleter runpy sched selectors shelve
shlex shutil signal smtplib socket socketserver sqlite3 ssl statistics string struct subprocess symtable tarfile tempfile textwrap threading time timeit tkinter tkinter.ttk tokenize trace
traceback tracemalloc turtle types typing unittest unittest.case unittest.mock unittest.async_case unittest.loader unittest.result unittest.runner unittest.suite urllib.error
urllib.parse urllib.request urllib.robotparser uuid venv warnings wave weakref wsgiref.handlers wsgiref.simple_server xml.dom.minidom xml.etree.ElementTree xml.sax xml.sax.handler
xml.sax.saxutils xml.sax.xmlreader xmlrpc.client xmlrpc.server zipfile zipimport zoneinfo
""".split()


def assigned(cls):
    """The attributes that methods give to self, which the class itself does not show."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    except (OSError, TypeError, SyntaxError):
        return set()
    return {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store) and isinstance(n.value, ast.Name) and n.value.id == "self"}


def is_special(name):
    return name.startswith("__") and name.endswith("__")


first_names, lines = {}, {}
for module_name in MODULES:
    try:
        module = importlib.import_module(module_name)
    except ImportError:
        continue
    for name, value in sorted(vars(module).items()):
        if not isinstance(value, type) or name.startswith("_"):
            continue
        dotted = f"{module_name}.{name}"
        if value in first_names:
            lines[dotted] = "=" + first_names[value]
        else:
            first_names[value] = dotted


def name_of(cls):
    return first_names.get(cls) or f"{cls.__module__}.{cls.__qualname__}"


open_classes = list(first_names)
while open_classes:
    cls = open_classes.pop()
    if name_of(cls) in lines and not lines[name_of(cls)].startswith("="):
        continue
    names = sorted(n for n in set(vars(cls)) | assigned(cls) if not is_special(n))
    bases = [b for b in cls.__bases__ if b is not object]
    lines[name_of(cls)] = " ".join(["<" + name_of(b) for b in bases] + names)
    open_classes += bases

for special in ("typing.Protocol", "typing.Generic", "typing.NamedTuple", "typing.TypedDict", "abc.ABC", "typing.Any"):
    lines.setdefault(special, "")
lines["typing.NamedTuple"] = "=collections.namedtuple"
lines["collections.namedtuple"] = "<builtins.tuple _asdict _field_defaults _fields _make _replace"
lines["typing.TypedDict"] = "<builtins.dict"
for typed, real in dict(Dict="builtins.dict", List="builtins.list", Set="builtins.set", FrozenSet="builtins.frozenset", Tuple="builtins.tuple", Type="builtins.type", Counter="collections.Counter",
                        Deque="collections.deque", DefaultDict="collections.defaultdict", OrderedDict="collections.OrderedDict", ChainMap="collections.ChainMap",
                        Text="builtins.str").items():
    lines["typing." + typed] = "=" + real
for abc_name in ("Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible Container Collection Callable Sequence MutableSequence "
                 "Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sized ByteString MutableSet").split():
    if "collections.abc." + abc_name in lines:
        lines["typing." + abc_name] = "=collections.abc." + abc_name
lines["typing.AbstractSet"] = "=collections.abc.Set"
for name in ("Protocol", "TypedDict", "NamedTuple", "Generic"):
    lines["typing_extensions." + name] = "=typing." + name
sys.stdout.writelines(f"{name} {text}".rstrip() + "\n" for name, text in sorted(lines.items()))
