using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>Statements and the blocks that hold them.</summary>
internal static class Statements
{
    extension(PythonNode node)
    {
        public bool IsBlock => node.Is(Kinds.Block) || node.Is(Kinds.Module);

        public bool IsStatement => node.Parent is { IsBlock: true };

        /// <summary>The nearest statement that a node is or lies in.</summary>
        public PythonNode Statement
        {
            get
            {
                var at = node;
                while (!at.IsStatement) at = at.Parent!.Value;
                return at;
            }
        }

        /// <summary>The statement of the module's top that a node is or lies in.</summary>
        public PythonNode TopStatement
        {
            get
            {
                var at = node;
                while (at.Parent is { } parent && !parent.Is(Kinds.Module)) at = parent;
                return at;
            }
        }

        public IEnumerable<PythonNode> Ancestors
        {
            get
            {
                for (var at = node.Parent; at is { } parent; at = parent.Parent) yield return parent;
            }
        }

        public PythonNode? NextStatement => node.Parent!.Value.Children.Where(c => c.Start > node.Start).Select(c => (PythonNode?)c).FirstOrDefault();

        public PythonNode? PreviousStatement => node.Parent!.Value.Children.Where(c => c.Start < node.Start).Select(c => (PythonNode?)c).LastOrDefault();

        /// <summary>The definition of a function, lambda or class whose body a node lies in; its decorators, defaults and bases lie outside.</summary>
        public PythonNode? Definition
        {
            get
            {
                for (var at = node; at.Parent is { } parent; at = parent)
                {
                    if ((parent.Is(Kinds.FunctionDefinition) || parent.Is(Kinds.ClassDefinition) || parent.Is(Kinds.Lambda)) && at.Field == Fields.Body) return parent;
                }

                return null;
            }
        }

        /// <summary>All nodes below this one, in order, without those inside functions, classes and lambdas.</summary>
        public IEnumerable<PythonNode> OwnNodes
        {
            get
            {
                var (unit, end) = (node.Unit, node.Unit.Tree.Nodes[node.Index].Next);
                for (var at = node.Index; at < end;)
                {
                    var inner = unit[at];
                    yield return inner;
                    var opens = inner.Parent is { } p && inner.Field == Fields.Body && (p.Is(Kinds.FunctionDefinition) || p.Is(Kinds.ClassDefinition) || p.Is(Kinds.Lambda));
                    at = opens && at != node.Index ? unit.Tree.Nodes[at].Next : at + 1;
                }
            }
        }

        /// <summary>The identifiers of an expression, itself included.</summary>
        public IEnumerable<PythonNode> Identifiers => node.Is(Kinds.Identifier) ? [node] : node.Descendants(Kinds.Identifier);

        /// <summary>Whether anything but blanks and comments stands on the lines of a statement beside it.</summary>
        public bool SharesLine
        {
            get
            {
                var text = node.File.Text.Utf8.Span;
                var lines = node.File.Text.Lines;
                var (first, last) = (lines.PositionAt(node.Start).Line, lines.PositionAt(node.End).Line);
                var after = text[node.End..lines.LineEnd(last)].Trim(" \t\f"u8);
                return !text[lines.LineStart(first)..node.Start].Trim(" \t\f"u8).IsEmpty || !after.IsEmpty && after[0] != '#';
            }
        }

        public bool IsDocstring => node.Is(Kinds.ExpressionStatement) && node.FirstChild is { } only && (only.Is(Kinds.String) || only.Is(Kinds.ConcatenatedString))
            && node.PreviousStatement is null && node.Parent is { } block && (block.Is(Kinds.Module) || block.Field == Fields.Body && block.Parent is { } holder && (holder.Is(Kinds.FunctionDefinition) || holder.Is(Kinds.ClassDefinition)));
    }
}
