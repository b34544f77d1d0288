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

namespace Heck.Code.Languages.Go.Refactoring.Extract;

/// <summary>A variable of the function around extracted code, and what becomes of it.</summary>
internal sealed class OuterVariable(GoObject declared, GoNode firstUse, GoType type)
{
    public GoObject Object { get; } = declared;

    public GoNode FirstUse { get; } = firstUse;

    public GoType Type { get; } = type;

    /// <summary>The new function gets its value.</summary>
    public bool IsParameter { get; set; } = true;

    /// <summary>The new function gets its address, since it changes parts of it.</summary>
    public bool IsPointer { get; set; }

    /// <summary>The new function gives its value back.</summary>
    public bool IsResult { get; set; }
}
