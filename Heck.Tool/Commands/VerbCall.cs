using System.Text.Json.Nodes;
using Heck.Tool.Output;

namespace Heck.Tool.Commands;

/// <summary>A command line that was read: which verb, with which request, answered how.</summary>
/// <param name="Verb">The verb's path.</param>
/// <param name="Arguments">The request as a JSON object.</param>
/// <param name="Output">How to answer.</param>
/// <param name="Failure">Why the command line could not be read; null when it could.</param>
internal sealed record VerbCall(string Verb, JsonObject Arguments, OutputOptions Output, string? Failure = null);
