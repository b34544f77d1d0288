namespace Heck.Code.Languages.TypeScript.Binding.Syntax;

/// <summary>Words of the language that are tokens of their own and decide something for the binder.</summary>
internal static class T
{
    public const string Static = "static";
    public const string Default = "default";
    public const string Type = "type";
    public const string Typeof = "typeof";
    public const string Get = "get";
    public const string Set = "set";
    public const string Star = "*";
    public const string Equal = "=";
    public const string Async = "async";
    public const string Global = "global";
    public const string Readonly = "readonly";
    public const string As = "as";
    public const string Const = "const";
    public const string Of = "of";
    public const string Await = "await";
    public const string Not = "!";
}
