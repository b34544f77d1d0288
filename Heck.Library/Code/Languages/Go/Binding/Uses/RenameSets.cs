using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Binding.Uses;

/// <summary>What must be renamed with a symbol, and what forbids it.</summary>
internal sealed class RenameSets(GoProgram program, GoChecker checker, SymbolFactory symbols)
{
    private readonly MemberFamilies _families = new(program, checker);
    private readonly OutsideInterfaces _outside = new(program, checker);

    public RenameSet Of(BoundSymbol symbol, IReadOnlyList<NameUse> uses, CancellationToken ct)
    {
        if (symbols.ObjectOf(symbol) is not { } declared) return new RenameSet([symbol]);
        if (OwnRefusal(symbol, declared) is { } refusal) return new RenameSet([symbol], refusal);
        if (IsSeenOutside(declared) && uses.Where(u => u.Symbol == symbol).Select(u => program.File(u.Path)).FirstOrDefault(f => f is { UsesC: true }) is { } cgo)
            return new RenameSet([symbol], Refusal(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is used in {cgo.Path}, which is compiled with C code that is not read.", declared));
        return declared.IsMember ? OfMember(symbol, declared, uses, ct) : new RenameSet([symbol]);
    }

    private static HeckException? OwnRefusal(BoundSymbol symbol, GoObject declared)
    {
        var package = declared.File.Package;
        if (declared.Kind == ObjectKind.Package)
            return Refusal(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is a package, whose name belongs to its folder and to its importers.", declared);
        if (package.IsVendored)
            return Refusal(ErrorTable.RefactorExternal, $"'{symbol.Name}' is declared in a vendored copy of another module.", declared);
        if (declared.Kind == ObjectKind.Function && (declared.Name == "init" || (declared.Name == "main" && package.Name == "main")))
            return Refusal(ErrorTable.RefactorExternal, $"Go itself calls the function '{symbol.Name}'.", declared);
        if (declared is { Kind: ObjectKind.Function, File.IsTest: true } && GoNameRule.TestPrefixOf(declared.Name) == "Example" && declared.Name.Length > 7 && declared.Name[7] != '_')
            return Refusal(ErrorTable.RefactorExternal, $"'{declared.Name}' is called after what it shows, for go vet and the documentation.", declared);
        return declared is { Kind: ObjectKind.Field, IsExported: false } && declared.Declarations.FirstOrDefault(d => d.Declaration.Get(F.Tag).Exists) is { } tagged
            ? Refusal(ErrorTable.RefactorExternal, $"The field '{declared.Name}' has a struct tag for readers that see exported fields only.", tagged)
            : null;
    }

    /// <summary>Whether other files can see it.</summary>
    private static bool IsSeenOutside(GoObject declared) => declared.IsMember || declared.File.Package.Find(declared.Name) == declared;

    private RenameSet OfMember(BoundSymbol symbol, GoObject member, IReadOnlyList<NameUse> uses, CancellationToken ct)
    {
        var declared = uses.Where(u => u.IsDeclaration).Select(u => u.Symbol is { } s ? symbols.ObjectOf(s) : null).OfType<GoObject>().Where(o => o.IsMember).Distinct().ToList();
        var family = _families.Of(member, declared, ct);
        RenameSet set = new([symbol, .. family.Members.Select(symbols.Of).Where(s => s != symbol)]);
        if (family.Members.FirstOrDefault(m => m.File.Package.IsVendored) is { } vendored)
            return set with { Refusal = Refusal(ErrorTable.RefactorExternal, $"'{symbol.Name}' must agree with a member in a vendored copy of another module.", member, vendored) };
        if (family.Broken is { } broken)
        {
            var place = broken.At.File.Text.PlaceAt(broken.At.File.Path, broken.At.Start, "needs the method");
            return set with { Refusal = ErrorTable.RefactorBreaksInterface.With($"At {place} a type is given to an interface whose method '{symbol.Name}' it would not have.", details: PlaceDetails.Of([place])) };
        }

        if (family.Outside is { } outside)
            return set with { Refusal = Refusal(ErrorTable.RefactorExternal, $"'{symbol.Name}' may be asked for by {outside}, outside the workspace.", [member, .. family.Members.Where(m => m != member)]) };
        var asking = family.Members.Where(m => m.Kind != ObjectKind.Field).Select(m => (Method: m, Interface: _outside.AskingFor(m))).FirstOrDefault(a => a.Interface is not null);
        return asking.Interface is null
            ? set
            : set with { Refusal = Refusal(ErrorTable.RefactorExternal, $"With '{symbol.Name}' a type fulfils {asking.Interface}, outside the workspace.", member, asking.Method) };
    }

    private static HeckException Refusal(ErrorCode code, string message, params IEnumerable<GoObject> objects) =>
        code.With(message, details: PlaceDetails.Of(objects.Distinct().Select((o, i) => o.File.Text.PlaceAt(o.File.Path, o.NameNode.Start, i == 0 ? "asked" : "must agree"))));
}
