using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Completions;

internal static class CompletionsVerb
{
    public static Task<CompletionsPayload> RunAsync(CompletionsRequest request, VerbContext context, CancellationToken ct) =>
        Task.FromResult(new CompletionsPayload { Shell = request.Shell, Script = ScriptOf(request.Shell) });

    // Each script asks the program itself ("[suggest:POSITION]" is System.CommandLine's directive), so that it never goes stale.
    private static string ScriptOf(string shell) => shell switch
    {
        "bash" =>
            """
            _heck_complete() {
              local IFS=$'\n'
              COMPREPLY=( $(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
            }
            complete -o default -F _heck_complete heck dotnet-heck
            """,
        "zsh" =>
            """
            #compdef heck dotnet-heck
            _heck_complete() {
              local completions=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              compadd -- $completions
            }
            compdef _heck_complete heck dotnet-heck
            """,
        "fish" =>
            """
            for command in heck dotnet-heck
              complete -f -c $command -a '(eval (commandline -op)[1] "[suggest:"(commandline -C)"]" (string escape -- (commandline -cp)) 2>/dev/null)'
            end
            """,
        "pwsh" =>
            """
            Register-ArgumentCompleter -Native -CommandName heck, dotnet-heck -ScriptBlock {
              param($word, $ast, $position)
              & $ast.CommandElements[0].Value "[suggest:$position]" "$ast" 2>$null |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
        _ => throw ErrorTable.RequestInvalid.With($"There is no completion script for the shell '{shell}'.", "Give bash, zsh, fish or pwsh."),
    };
}
