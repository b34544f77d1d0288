namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>Classes of the standard library that call methods of derived classes by names that they put together.</summary>
internal static class StandardDispatch
{
    private static readonly (string Class, string Prefix)[] Prefixes =
    [
        ("ast.NodeVisitor", "visit_"), ("cmd.Cmd", "complete_"), ("cmd.Cmd", "do_"), ("cmd.Cmd", "help_"), ("http.server.BaseHTTPRequestHandler", "do_"),
        ("urllib.request.BaseHandler", "http_"), ("urllib.request.BaseHandler", "https_"), ("xmlrpc.server.SimpleXMLRPCDispatcher", "_dispatch"),
    ];

    public static bool Calls(string external, string method) =>
        Prefixes.Any(p => method.StartsWith(p.Prefix, StringComparison.Ordinal) && StandardClasses.Derives(external, p.Class));
}
