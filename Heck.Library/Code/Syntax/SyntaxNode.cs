using System.Runtime.InteropServices;

namespace Heck.Code.Syntax;

/// <summary>One visible node of a tree in preorder, laid out as the native library writes it (<c>hk_node</c>, 20 bytes).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct SyntaxNode
{
    private readonly uint _start;
    private readonly uint _end;
    private readonly uint _next;
    private readonly ushort _kind;
    private readonly ushort _field;
    private readonly uint _lineAndFlags;

    /// <summary>For trees that another parser than tree-sitter has made.</summary>
    internal SyntaxNode(int start, int end, int next, ushort kind, int line, SyntaxFlags flags) =>
        (_start, _end, _next, _kind, _lineAndFlags) = ((uint)start, (uint)end, (uint)next, kind, (uint)line | (uint)flags);

    /// <summary>Offset of the first byte.</summary>
    public int Start => (int)_start;

    /// <summary>Offset after the last byte.</summary>
    public int End => (int)_end;

    /// <summary>Index of the first node after this node's subtree.</summary>
    public int Next => (int)_next;

    /// <summary>The grammar's id, see <see cref="GrammarInfo.Kind"/>; <see cref="GrammarInfo.ErrorKind"/> for an ERROR node.</summary>
    public ushort Kind => _kind;

    /// <summary>The field under which the parent holds this node, 0 when none.</summary>
    public ushort Field => _field;

    /// <summary>The row of the first byte, from 0.</summary>
    public int Line => (int)(_lineAndFlags & 0x03ff_ffff);

    public bool IsLastSibling => Has(SyntaxFlags.IsLastSibling);

    /// <summary>Whether the subtree holds an error, be it one that no visible node shows.</summary>
    public bool HasError => Has(SyntaxFlags.HasError);

    public bool IsNamed => Has(SyntaxFlags.IsNamed);

    /// <summary>Inserted by error recovery: not in the source.</summary>
    public bool IsMissing => Has(SyntaxFlags.IsMissing);

    public bool IsError => Has(SyntaxFlags.IsError);

    /// <summary>May stand anywhere, as comments do.</summary>
    public bool IsExtra => Has(SyntaxFlags.IsExtra);

    private bool Has(SyntaxFlags flag) => (_lineAndFlags & (uint)flag) != 0;
}
