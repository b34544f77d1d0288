using System.Runtime.InteropServices;

namespace Heck.Code.Syntax.Native;

internal sealed class TreeHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeSyntax.hk_tree_delete(handle);
        return true;
    }
}
