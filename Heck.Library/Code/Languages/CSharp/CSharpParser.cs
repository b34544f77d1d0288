using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp;

/// <summary>The one way to Roslyn's parser, which overflows the stack, and so ends the process, on sources that nest deeper than anybody writes.</summary>
internal static class CSharpParser
{
    /// <summary>What Roslyn says where it noticed in time.</summary>
    private const string TooDeep = "CS8078";

    /// <summary>What is shorter cannot nest its operators so deeply that an ordinary stack is too small.</summary>
    private const int Short = 32_000;

    /// <summary>Where a long sum has an error, Roslyn recurses over its operators without a look at the stack.</summary>
    private const int StackPerLetter = 256;

    private const int DeepestTree = 16_000;

    /// <exception cref="InsufficientExecutionStackException">The source nests too deeply.</exception>
    public static SyntaxTree Parse(string text, CSharpParseOptions options, string path, CancellationToken ct)
    {
        if (Nesting.IsTooDeep(text)) throw NestsTooDeeply();
        var tree = text.Length <= Short ? Read() : OnLargeStack(Read, (16 << 20) + (text.Length * StackPerLetter));
        var root = tree.GetRoot(ct);
        if (root.ContainsDiagnostics && root.GetDiagnostics().Any(d => d.Id == TooDeep)) throw NestsTooDeeply();
        return text.Length > Short && IsTooDeep(root) ? throw NestsTooDeeply() : tree;

        SyntaxTree Read() => CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), options, path, ct);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is thrown is thrown again on the caller's thread.")]
    private static SyntaxTree OnLargeStack(Func<SyntaxTree> read, int stack)
    {
        SyntaxTree? tree = null;
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(Run, stack);
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return tree!;

        void Run()
        {
            try
            {
                tree = read();
            }
            catch (Exception e)
            {
                thrown = ExceptionDispatchInfo.Capture(e);
            }
        }
    }

    private static bool IsTooDeep(SyntaxNode root)
    {
        var open = new Stack<ChildSyntaxList.Enumerator>();
        open.Push(root.ChildNodesAndTokens().GetEnumerator());
        while (open.TryPop(out var children))
        {
            if (open.Count > DeepestTree) return true;
            while (children.MoveNext())
            {
                if (!children.Current.IsNode) continue;
                open.Push(children);
                children = children.Current.ChildNodesAndTokens().GetEnumerator();
            }
        }

        return false;
    }

    private static InsufficientExecutionStackException NestsTooDeeply() => new("The source nests too deeply.");
}
