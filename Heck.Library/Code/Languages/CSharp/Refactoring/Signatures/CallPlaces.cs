using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Signatures;

/// <summary>Everything that follows a signature.</summary>
/// <param name="Declarations">The methods that must agree, all their parts; the one asked first.</param>
/// <param name="Calls">Calls and their arguments.</param>
/// <param name="Crefs">References in documentation that list the types of parameters.</param>
/// <param name="Concerned">Files that the compiler must say nothing new of.</param>
/// <param name="Ledger">What becomes of each occurrence of the name.</param>
internal sealed record CallPlaces(
    IReadOnlyList<(CSharpSource Source, SyntaxNode Node)> Declarations, IReadOnlyList<(CSharpSource Source, SyntaxNode Node, ArgumentListSyntax List)> Calls,
    IReadOnlyList<(CSharpSource Source, CrefParameterListSyntax List)> Crefs, IReadOnlyList<RepoPath> Concerned, OccurrenceLedger Ledger);
