using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Signatures;

/// <summary>A parameter as it will be: one that is there, or a new one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Old">Its place among the present parameters; -1 for a new one.</param>
/// <param name="NameNode">Where it is declared now.</param>
/// <param name="Declaration">The declaration that it is in now, perhaps with others.</param>
/// <param name="Added">What is asked for of a new one.</param>
internal sealed record SignatureItem(string Name, int Old, GoNode NameNode, GoNode Declaration, AddedParameter? Added = null)
{
    public bool IsVariadic => Declaration.Kind == K.VariadicParameterDeclaration;
}
