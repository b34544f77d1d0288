using System.CommandLine;
using System.CommandLine.Invocation;

namespace Heck.Tool.Commands;

/// <summary>Marks a command that is a verb. The tree runs verbs itself; this is never invoked.</summary>
internal sealed class VerbAction : SynchronousCommandLineAction
{
    public static VerbAction Instance { get; } = new();

    public override int Invoke(ParseResult parseResult) => throw new InvalidOperationException("A verb is run by the command tree.");
}
