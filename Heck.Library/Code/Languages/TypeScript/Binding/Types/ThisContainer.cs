using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Whose <c>this</c> stands at a place: a class (its instance or itself), an object literal with methods, or a plain function.</summary>
internal readonly record struct ThisContainer(TsNode Class, bool IsStatic, TsNode Literal, TsNode Function)
{
    public static ThisContainer? Of(TsNode node)
    {
        for (var at = node; at.Parent.Exists; at = at.Parent)
        {
            var parent = at.Parent;
            switch (parent.Kind)
            {
                case K.MethodDefinition or K.MethodSignature or K.AbstractMethodSignature when at.Field != F.Name:
                    return parent.Parent.Kind == K.Object ? new(default, false, parent.Parent, parent) : InClass(parent, parent.IsStatic());
                case K.PublicFieldDefinition when at.Field is F.Value or F.Type: return InClass(parent, parent.IsStatic());
                case K.ClassStaticBlock: return InClass(parent, isStatic: true);
                case K.InterfaceBody or K.ClassBody when parent.Parent.Exists: return new(parent.Parent, false, default, default);
                case K.FunctionDeclaration or K.FunctionExpression or K.GeneratorFunction or K.GeneratorFunctionDeclaration: return new(default, false, default, parent);
            }
        }

        return null;
    }

    private static ThisContainer InClass(TsNode member, bool isStatic) => new(member.Parent.Parent, isStatic, default, member);
}
