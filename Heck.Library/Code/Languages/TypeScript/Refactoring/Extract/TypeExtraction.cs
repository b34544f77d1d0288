using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>A type alias in front of the declaration that holds a type; type parameters that it uses become its own.</summary>
internal sealed class TypeExtraction(TsScene ts, Selection selection, string name)
{
    public IEnumerable<ProposedEdit> Edits()
    {
        var type = selection.First;
        if (selection.IsStatements || !Selection.IsType(type)) throw ts.Refuse(ErrorTable.RefactorInvalidRange, type, "The range is no type.");
        if (type.Subtree.FirstOrDefault(n => n.Kind is K.ThisType or K.InferType or K.This && n.Ancestor(K.ObjectType) is not { Exists: true }) is { Exists: true } own)
            throw ts.Refuse(ErrorTable.RefactorUnsupported, type, $"'{own.Text}' means something only where the type is written.", [own]);
        var parameters = ParametersOf(type);
        TakenNames.Refuse(ts, type, ts.Program.Scopes(type.File).ScopeAt(Containers.TopStatementOf(type).Parent), name);
        var home = Containers.TopStatementOf(type);
        var indent = Lines.IndentOf(home);
        var code = CodeText.Of($"type {name}");
        WriteParameters(code, parameters);
        code.Write(" = ").CopyIndented(type.File.Text, type.File.Path, type.Start, type.End, Lines.IndentOf(type), indent, Lines.InString(type.File)).Write(Lines.Semicolon(type.File) + "\n\n" + indent);
        var use = new CodeText().Write(name);
        if (parameters.Count > 0)
        {
            use.Write("<");
            for (var i = 0; i < parameters.Count; i++) use.Write(i > 0 ? ", " : "").Use(parameters[i].Name, ts.Bound(parameters[i]));
            use.Write(">");
        }

        return [ProposedEdit.Insert(type.File.Path, Lines.StartWithComments(home), code), new ProposedEdit(type.File.Path, type.Start, type.End, use)];
    }

    private static void WriteParameters(CodeText code, List<TsSymbol> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var node = parameters[i].First.Node;
            code.Write(i == 0 ? "<" : ", ").Copy(node.File.Path, node.Start, node.End);
        }

        code.Write(parameters.Count > 0 ? ">" : "");
    }

    private List<TsSymbol> ParametersOf(TsNode type)
    {
        var outside = ts.Names.AllIn(type).Where(n => !type.Contains(n.Symbol.First.Name) && n.Symbol.First.Node.Kind is K.TypeParameter or K.MappedTypeClause or K.InferType).ToList();
        if (outside.Find(n => n.Symbol.First.Node.Kind != K.TypeParameter) is { Symbol: not null } other)
            throw ts.Refuse(ErrorTable.RefactorUnsupported, type, $"'{other.Name.Text}' is named by the type around.", [other.Name], "hurt");
        return [.. outside.Select(n => n.Symbol).Distinct().OrderBy(s => s.First.Name.Start)];
    }
}
