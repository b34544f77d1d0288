using Heck.Tool;

return await HeckProgram.RunAsync(args).ConfigureAwait(false);
