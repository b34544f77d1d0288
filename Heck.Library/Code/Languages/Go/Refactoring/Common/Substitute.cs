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

namespace Heck.Code.Languages.Go.Refactoring.Common;

/// <summary>Puts a value in the place of a name that had a certain type.</summary>
internal sealed class Substitute(GoScene scene)
{
    private readonly FlowReader _flows = new(scene.Checker);

    /// <summary>The value as it must be written so that the place keeps its type; null when it cannot be written so.</summary>
    public CodeText? Write(GoNode value, GoNode place, GoType type, TypeWriter writer) => NeedsConversion(value, place, type) switch
    {
        null => null,
        false => GoSyntax.Copy(value, place),
        true => Converted(value, type, writer),
    };

    /// <summary>Whether a value must be converted so that the place keeps its type; null when no conversion helps.</summary>
    public bool? NeedsConversion(GoNode value, GoNode place, GoType type)
    {
        var own = scene.Checker.TypeOf(value);
        if (own is not GoType.Basic { IsUntyped: true } untyped)
            return TypeIdentity.Same(own, type) != true && !(IsInterface(type) && Wanted(place) is { } wanted && TypeIdentity.Same(wanted, type) == true);
        if (untyped.Name == "untyped nil" || BreaksConstant(value, place, untyped)) return null;
        return TypeIdentity.Same(GoChecker.Variable(untyped), type) == true ? MeetsOtherKind(place, untyped) : !TakesType(place, type);
    }

    private bool IsInterface(GoType type) => type is GoType.Basic { Name: "any" or "error" } || (type is GoType.External e && StandardApi.IsInterface(e.Full)) || scene.Checker.Underlying(type) is GoType.Interface;

    public static CodeText? Converted(GoNode value, GoType type, TypeWriter writer)
    {
        if (type is GoType.Unknown || writer.Write(type) is not { } written) return null;
        var text = type is GoType.Pointer or GoType.Function or GoType.Channel ? CodeText.Of("(").Append(written).Write(")") : written;
        return text.Write("(").Copy(value.File.Path, value.Start, value.End).Write(")");
    }

    /// <summary>The type that a place asks its value to have; null when that is not known.</summary>
    public GoType? Wanted(GoNode place)
    {
        var outer = Outer(place);
        for (var (at, steps) = (outer.Parent, 0); at.Exists && steps < 3; (at, steps) = (at.Parent, steps + 1))
        {
            if (_flows.At(at).FirstOrDefault(f => f.At == outer || f.At == place) is { Target: not GoType.Unknown } flow) return flow.Target;
        }

        return null;
    }

    /// <summary>Whether the place gives an untyped constant exactly this type.</summary>
    public bool TakesType(GoNode place, GoType type)
    {
        var outer = Outer(place);
        if (outer.Parent.Kind == K.BinaryExpression && outer.Parent.Get(F.Operator).Text is not ("<<" or ">>" or "&&" or "||"))
            return scene.Checker.TypeOf(Other(outer)) is not GoType.Basic { IsUntyped: true } and var other && TypeIdentity.Same(other, type) == true;
        return Wanted(place) is { } wanted && TypeIdentity.Same(wanted, type) == true;
    }

    /// <summary>Between constants the kind that comes last decides: 5 / 2.0 is no division of integers.</summary>
    private bool MeetsOtherKind(GoNode place, GoType.Basic untyped)
    {
        var outer = Outer(place);
        if (outer.Parent.Kind != K.BinaryExpression) return false;
        var op = outer.Parent.Get(F.Operator).Text;
        if (op is "<<" or ">>") return outer.Field == F.Left && outer.Parent.Get(F.Right).Kind != K.IntLiteral;
        return scene.Checker.TypeOf(Other(outer)) is GoType.Basic { IsUntyped: true } other && other.Name != untyped.Name;
    }

    /// <summary>What a compiler refuses of a constant and not of a variable: conversions that lose, divisions by zero, equal cases and keys.</summary>
    private bool BreaksConstant(GoNode value, GoNode place, GoType.Basic untyped)
    {
        var outer = Outer(place);
        var parent = outer.Parent;
        if (parent.Kind == K.BinaryExpression && outer.Field == F.Right && parent.Get(F.Operator).Text is "/" or "%" && value.Kind is K.IntLiteral or K.FloatLiteral && !value.Text.Any(c => c is >= '1' and <= '9')) return true;
        if (parent.Kind == K.ExpressionList && parent.Parent.Kind == K.ExpressionCase) return true;
        if (parent.Kind == K.LiteralElement && parent.Field == F.Key) return true;
        var isConversion = (parent.Kind == K.ArgumentList && scene.Checker.Of(parent.Parent.Get(F.Function)).Kind == MeaningKind.Type) || parent.Kind == K.TypeConversionExpression;
        if (!isConversion) return false;
        return !(untyped.Name is "untyped string" or "untyped bool" || (value.Kind == K.IntLiteral && value.Text.Length <= 2));
    }

    private static GoNode Other(GoNode operand) => operand.Parent.Get(operand.Field == F.Left ? F.Right : F.Left);

    private static GoNode Outer(GoNode place)
    {
        while (place.Parent.Kind == K.ParenthesizedExpression || (place.Parent.Kind == K.LiteralElement && place.Parent.Field != F.Key)) place = place.Parent;
        return place;
    }
}
