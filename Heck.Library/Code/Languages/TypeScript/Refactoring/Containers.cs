using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Refactoring;

/// <summary>What stands around a piece of code.</summary>
internal static class Containers
{
    /// <summary>The function, or the field or block of a class, whose run evaluates a node; none at the top of a file.</summary>
    public static TsNode FunctionOf(TsNode node)
    {
        var child = node;
        for (var parent = node.Parent; parent.Exists; (child, parent) = (parent, parent.Parent))
        {
            if (parent.Kind.IsFunctionLike() && child.Field is not (F.Name or F.Decorator)) return parent;
            if (parent.Kind == K.ClassStaticBlock || (parent.Kind == K.PublicFieldDefinition && child.Field == F.Value)) return parent;
        }

        return default;
    }

    /// <summary>What <c>this</c> belongs to at a node: arrow functions have that of their surroundings.</summary>
    public static TsNode ThisOf(TsNode node)
    {
        var function = FunctionOf(node);
        while (function.Kind == K.ArrowFunction) function = FunctionOf(function);
        return function;
    }

    /// <summary>Words that mean something of the function around: they may not go to another one.</summary>
    public static IEnumerable<TsNode> OwnWordsIn(TsNode code) => code.Subtree.Where(n =>
        (n.Kind is K.This or K.Super || (n.Kind == K.Identifier && n.Text == "arguments" && n.Field != F.Property) || IsNewTarget(n)) && !Hidden(n, code));

    public static bool IsNewTarget(TsNode node) => !node.IsNamed ? false : node.Kind == K.Other && node.Text == "new.target";

    /// <summary>The statement of a list that a node is in; the list is a file, a block, or a case.</summary>
    public static TsNode StatementOf(TsNode node)
    {
        for (var at = node; at.Exists; at = at.Parent)
        {
            if (IsStatementList(at.Parent) && !IsCaseValue(at)) return at;
        }

        return default;
    }

    public static bool IsStatementList(TsNode node) => node.Kind is K.Program or K.StatementBlock or K.SwitchCase or K.SwitchDefault;

    /// <summary>The statement of the file, or of a namespace, that a node is in.</summary>
    public static TsNode TopStatementOf(TsNode node)
    {
        for (var at = node; at.Exists; at = at.Parent)
        {
            if (at.Parent.Kind == K.Program || (at.Parent.Kind == K.StatementBlock && at.Parent.Parent.Kind is K.InternalModule or K.Module)) return at;
        }

        return default;
    }

    public static bool IsLoop(K kind) => kind is K.ForStatement or K.ForInStatement or K.WhileStatement or K.DoStatement;

    public static TsNode Ancestor(this TsNode node, K kind) => node.Ancestor(a => a.Kind == kind);

    private static bool IsCaseValue(TsNode node) => node.Parent.Kind == K.SwitchCase && node.Field == F.Value;

    /// <summary>In a function of its own between the word and the code asked about.</summary>
    private static bool Hidden(TsNode word, TsNode code)
    {
        var own = ThisOf(word);
        return own.Exists && code.Contains(own);
    }
}
