using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Heck.Contracts.Errors;
using Heck.Tool.Output;

namespace Heck.Tool.Commands;

/// <summary>
/// The command line, derived from the engine's verbs: a command per word of a verb's path, an option per property of its request.
/// Only the verbs that the arguments can mean get their options, since reflection over all of them would be paid at every start.
/// </summary>
internal sealed class CommandTree
{
    private readonly string[] _args;

    /// <summary>Whether other verbs may be shown than those that the arguments can mean, with what they do.</summary>
    private readonly bool _lists;
    private readonly GlobalOptions _globals = new();
    private readonly Dictionary<Command, VerbInfo> _verbs = [];
    private readonly Dictionary<Command, RequestOptions> _requests = [];
    private readonly RootCommand _root = new("Heck changes code by patches that can be reviewed, verified and rolled back.");

    public CommandTree(string[] args)
    {
        _args = args;
        _lists = args.Length == 0 || IsSuggesting || args.Any(AsksForHelp);
        _globals.AddTo(_root);
        _root.Options.OfType<VersionOption>().Single().Recursive = true;
        foreach (var verb in HeckEngine.Verbs) Add(verb);
    }

    /// <summary>Reads the arguments and runs what they say; help, version and completions are answered here.</summary>
    public async Task<int> InvokeAsync(Func<VerbCall, Task<int>> run)
    {
        var parsed = _root.Parse(_args.Length == 0 ? ["--help"] : _args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction && !IsVersion(parsed))
            return await run(Failed(parsed)).ConfigureAwait(false);
        if (parsed.Action is not VerbAction)
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
        var command = parsed.CommandResult.Command;
        return await run(new VerbCall(_verbs[command].Name, Arguments(parsed, command), _globals.Output(parsed))).ConfigureAwait(false);
    }

    private bool IsVersion(ParseResult parsed) => parsed.GetResult(_root.Options.OfType<VersionOption>().Single()) is { Implicit: false };

    private JsonObject Arguments(ParseResult parsed, Command command)
    {
        var arguments = _requests[command].Read(parsed);
        _globals.Read(parsed, arguments);
        return arguments;
    }

    private VerbCall Failed(ParseResult parsed)
    {
        var path = new Stack<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Parent: not null } command; at = at.Parent) path.Push(command.Command.Name);
        var message = UnknownVerb(parsed) ?? string.Join(" ", parsed.Errors.Select(Sentence).Distinct());
        return new VerbCall(string.Join(' ', path), [], _globals.Output(parsed), message);
    }

    /// <summary>On one line, naming the option or the arguments that are meant.</summary>
    private static string Sentence(ParseError error)
    {
        if (error.SymbolResult is ArgumentResult { Tokens.Count: 0, Parent: CommandResult { Command: var command } })
            return $"Not enough arguments: `{command.Name}` takes {string.Join(' ', command.Arguments.Select(a => a.Arity.MinimumNumberOfValues > 0 ? a.Name : $"[{a.Name}]"))}.";
        var text = string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var option = (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult)?.Option.Name;
        return option is null || text.Contains(option, StringComparison.Ordinal) ? text : $"{option}: {text}";
    }

    private static string? UnknownVerb(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is { Subcommands.Count: 0 }) return null;
        var known = string.Join(", ", parsed.CommandResult.Command.Subcommands.Select(c => c.Name));
        return parsed.UnmatchedTokens.FirstOrDefault(t => !t.StartsWith('-')) is { } word
            ? $"There is no verb '{word}' here. Known: {known}."
            : $"A verb is missing. Known: {known}.";
    }

    private void Add(VerbInfo verb)
    {
        Command parent = _root;
        foreach (var word in verb.Name.Split(' '))
        {
            var child = parent.Subcommands.FirstOrDefault(c => c.Name == word);
            if (child is null) parent.Add(child = new Command(word));
            parent = child;
        }

        parent.Action = VerbAction.Instance;
        _verbs[parent] = verb;
        if (_lists || CanMean(verb)) parent.Description = verb.Summary;
        if (CanMean(verb)) _requests[parent] = RequestOptions.AddTo(parent, verb.RequestType);
    }

    private bool IsSuggesting => _args.FirstOrDefault()?.StartsWith("[suggest", StringComparison.Ordinal) == true;

    private bool AsksForHelp(string argument) => _root.Options.OfType<HelpOption>().Single() is var help && (argument == help.Name || help.Aliases.Contains(argument));

    private bool CanMean(VerbInfo verb) =>
        IsSuggesting || verb.Name.Split(' ').All(word => _args.Contains(word));
}
