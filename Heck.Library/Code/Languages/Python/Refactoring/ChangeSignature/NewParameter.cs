using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Syntax;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.ChangeSignature;

/// <summary>A parameter that is added, as the user wrote it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">The whole text with the default.</param>
/// <param name="Bare">The text without the default.</param>
/// <param name="Value">The default, which present calls pass where they must.</param>
internal sealed record NewParameter(string Name, string Text, string Bare, string Value)
{
    /// <summary>Whether the value means the same at every call.</summary>
    public bool IsConstant { get; init; }

    public static NewParameter Parse(string written, RefactorScene scene)
    {
        var code = $"def f({written}): pass";
        using var parser = new SyntaxParser(Grammar.Python);
        var file = PythonFile.Read(RepoPath.Parse("parameter.py"), SourceText.TryDecode(System.Text.Encoding.UTF8.GetBytes(code))!, parser);
        var list = file.Unit.Root.FirstChild?.Child(Fields.Parameters);
        var parameters = ParameterModel.ReadAll(list);
        if (file.Unit.Tree.ErrorCount > 0 || parameters is not [{ Kind: ParameterKind.Normal } only] || CallArguments.DefaultOf(only) is not { } value)
            throw ErrorTable.RequestInvalid.With($"'{written}' is no parameter with a default.", "Write it as 'name=value' or 'name: type = value'; present calls pass the value where they must.");
        scene.NewName(only.Name.Text, "parameter");
        var bare = code[6..value.Start].TrimEnd().TrimEnd('=').TrimEnd();
        return new NewParameter(only.Name.Text, written.Trim(), bare, value.Text) { IsConstant = !value.Identifiers.Any() && !value.Descendants(Kinds.Call).Any() && !value.Is(Kinds.List) && !value.Is(Kinds.Dictionary) && !value.Is(Kinds.Set) };
    }
}
