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

namespace Heck.Code.Languages.Go.Refactoring.Moves;

/// <summary>Variables of a package are made in the order of its files where none depends on another.</summary>
internal static class InitialOrder
{
    public static void Refuse(GoScene scene, MovedUnit unit, Func<string, HeckException> refuse)
    {
        var effects = new Effects(scene, new Locals(scene));
        if (unit.Node.Kind is not (K.VarDeclaration or K.VarSpec) || !Acts(effects, unit.Node)) return;
        var others = unit.File.Package.Files.SelectMany(f => f.Root.Named).Where(n => n != unit.Node && !unit.Node.Contains(n) && !n.Contains(unit.Node));
        if (others.FirstOrDefault(n => (n.Kind == K.FunctionDeclaration && n.Get(F.Name).Text == "init") || (n.Kind == K.VarDeclaration && Acts(effects, n))) is { Exists: true } other)
            throw refuse($"Its value is made by code that does something, before or after {scene.PlaceOf(other)} depending on the names of their files.");
        if (unit.Node.Kind == K.VarSpec && GoDeclarations.SpecsOf(GoDeclarations.WholeOf(unit.Node)).Any(s => s != unit.Node && Acts(effects, s))) throw refuse("Its value is made by code that does something, in an order with others of its group.");
    }

    private static bool Acts(Effects effects, GoNode node) => GoDeclarations.SpecsOf(node) is var specs && (specs.Any() ? specs : [node]).Any(s => s.Get(F.Value) is { Exists: true } values && effects.Acts(values));
}
