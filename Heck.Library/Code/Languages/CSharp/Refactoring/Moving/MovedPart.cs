using Heck.Contracts;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Moving;

/// <summary>Types that go to one file, in the order in which they stand.</summary>
internal sealed record MovedPart(RepoPath To, IReadOnlyList<MemberDeclarationSyntax> Types);
