namespace Heck.Code.Syntax;

/// <summary>The grammars compiled into the native library; the order is that of <c>hk_language</c>.</summary>
internal enum Grammar
{
    TypeScript,
    Tsx,
    JavaScript,
    Python,
    Go,
    CSharp,
}
