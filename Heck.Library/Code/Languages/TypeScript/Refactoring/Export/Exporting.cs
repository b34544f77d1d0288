using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Export;

/// <summary>Lets other files import a declaration.</summary>
internal sealed class Exporting : IRefactoring<ExportAsk>
{
    public Proposal Propose(ExportAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var ts = new TsScene(scene);
        var (name, symbol) = ts.NameAt(ask);
        var declarations = TopDeclaration.Of(ts, name, symbol);
        var isDefault = ask.Style == AliasTarget.Default;
        if (ask.To is not null || ask.Style is not (null or "named" or AliasTarget.Default)) throw ts.Refuse(ErrorTable.RefactorUnsupported, name, "TypeScript exports by --style named or default only.");
        RefuseTaken(ts, name, symbol, isDefault);
        RefuseScript(ts, name, symbol, ask, ct);
        var edits = IsCommonJs(name.File) ? [InCommonJs(ts, name, symbol, isDefault)] : InModule(declarations, symbol, isDefault, name.File);
        return new Proposal($"Export {symbol.Name} from {name.File.Path.Name}", edits, ts.Ledger(declarations.Select(d => d.Name))) { NewNames = [symbol.Name] };
    }

    private static void RefuseTaken(TsScene ts, TsNode name, TsSymbol symbol, bool isDefault)
    {
        var module = ts.Program.Scopes(name.File).Module;
        var wanted = isDefault ? AliasTarget.Default : symbol.Name;
        var there = module.Named.TryGetValue(wanted, out var entry) ? entry.Symbol?.First.Name ?? (entry.Local.Exists ? entry.Local : entry.Expression)
            : module.Properties.TryGetValue(wanted, out var property) ? property.First.Name : default;
        if (there.Exists) throw ts.Refuse(ErrorTable.RefactorNameTaken, name, $"{name.File.Path} exports '{wanted}' already.", [there]);
        if (module.Named.ContainsKey(wanted)) throw ts.Refuse(ErrorTable.RefactorNameTaken, name, $"{name.File.Path} exports '{wanted}' already.", [name]);
    }

    /// <summary>The top of a script is seen by every script; the first export makes it a module of its own.</summary>
    private static void RefuseScript(TsScene ts, TsNode name, TsSymbol symbol, ExportAsk ask, CancellationToken ct)
    {
        var scopes = ts.Program.Scopes(name.File);
        if (scopes.Module.IsModule) return;
        foreach (var global in scopes.Globals.Values)
        {
            var elsewhere = ts.Program.FilesWith(global.Name).Where(f => f.File != name.File).SelectMany(f => ts.Names.UsesIn(f.File.Root, global.Final)).ToList();
            if (elsewhere.Count > 0) throw ts.Refuse(ErrorTable.RefactorUsedElsewhere, name, $"{name.File.Path} is a script, and other files use its '{global.Name}' without an import.", elsewhere, "used");
        }
    }

    private static bool IsCommonJs(TsFile file) => file.IsJavaScript && file.Path.Extension != ".mjs" && !file.Root.Children.Any(c => c.Kind is K.ImportStatement or K.ExportStatement)
        && (file.Path.Extension == ".cjs" || file.Root.Subtree.Any(CommonJs.Marks));

    private static ProposedEdit InCommonJs(TsScene ts, TsNode name, TsSymbol symbol, bool isDefault)
    {
        var file = name.File;
        if (isDefault) throw ts.Refuse(ErrorTable.RefactorUnsupported, name, "A CommonJS module has no default export.");
        var assigned = ts.Program.Scopes(file).Module.Assigned;
        if (assigned is { Kind: K.Object })
        {
            var last = assigned.LastNamed;
            if (last.IsNone) return new ProposedEdit(file.Path, assigned.Start, assigned.End, CodeText.Of("{ ").Use(symbol.Name, ts.Bound(symbol)).Write(" }"));
            var separator = Lines.BeginsLine(last) ? ",\n" + Lines.IndentOf(last) : ", ";
            return ProposedEdit.Insert(file.Path, last.End, CodeText.Of(separator).Use(symbol.Name, ts.Bound(symbol)));
        }

        if (assigned.Exists) throw ts.Refuse(ErrorTable.RefactorUnsupported, name, "The module is one value, which is not an object literal.", [assigned]);
        return AtEnd(file, CodeText.Of($"exports.{symbol.Name} = ").Use(symbol.Name, ts.Bound(symbol)).Write(Lines.Semicolon(file)));
    }

    private static List<ProposedEdit> InModule(IReadOnlyList<TopDeclaration> declarations, TsSymbol symbol, bool isDefault, TsFile file)
    {
        var first = declarations[0];
        var isVariable = first.Declaration.Kind is K.LexicalDeclaration or K.VariableDeclaration;
        var isClassOrFunction = first.Declaration.Kind is K.ClassDeclaration or K.AbstractClassDeclaration or K.FunctionDeclaration or K.GeneratorFunctionDeclaration or K.InterfaceDeclaration or K.FunctionSignature;
        var semicolon = Lines.Semicolon(file);
        if (first.IsExportedInPlace || (isDefault && !isClassOrFunction)) return [AtEnd(file, CodeText.Of(isDefault ? $"export default {symbol.Name}{semicolon}" : $"export {{ {symbol.Name} }}{semicolon}"))];
        if (isVariable && first.AllNames.Count() > 1) return [AtEnd(file, CodeText.Of($"export {{ {symbol.Name} }}{semicolon}"))];
        return [.. declarations.Select(d => ProposedEdit.Insert(file.Path, d.Declaration.Start, CodeText.Of(isDefault ? "export default " : "export ")))];
    }

    private static ProposedEdit AtEnd(TsFile file, CodeText line)
    {
        var text = file.Text.Utf8.Span;
        var end = text.TrimEnd(" \t\r\n"u8).Length;
        return ProposedEdit.Insert(file.Path, end, CodeText.Of("\n\n").Append(line).Write(end == text.Length ? "\n" : ""));
    }
}
