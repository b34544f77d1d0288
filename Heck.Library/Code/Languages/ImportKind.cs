namespace Heck.Code.Languages;

/// <summary>How a module is reached.</summary>
internal enum ImportKind : byte
{
    Import,
    TypeOnly,
    ReExport,
    Require,
    Dynamic,
}
