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

/// <summary>The parameters that a function has and those that it will have.</summary>
internal sealed class SignatureChange
{
    private readonly GoScene _scene;
    private readonly GoNode _list;
    private readonly GoFile _file;

    private SignatureChange(GoScene scene, GoNode list, IReadOnlyList<SignatureItem> present, IReadOnlyList<SignatureItem> items) =>
        (_scene, _list, _file, Present, Items) = (scene, list, list.File, present, items);

    public IReadOnlyList<SignatureItem> Present { get; }

    public IReadOnlyList<SignatureItem> Items { get; }

    /// <summary>What files import for the new parameters.</summary>
    public Dictionary<GoFile, ImportPlan> Imports { get; } = [];

    public static SignatureChange Read(GoScene scene, ChangeSignatureAsk ask, GoObject declared)
    {
        HeckException Refuse(ErrorCode code, string message, params (GoNode, string)[] places) => scene.Refuse(code, message, ask.Path, ask.Offset, places);
        var function = declared.Declaration;
        var list = function.Get(F.Parameters);
        var present = PresentIn(list);
        if (present.Exists(p => p.Name.Length == 0) && (ask.Add.Count > 0 || ask.Order.Count > 0 || ask.Remove.Count > 0)) throw Refuse(ErrorTable.RefactorUnsupported, "Its parameters have no names.");
        foreach (var name in ask.Remove.Where(r => !present.Exists(p => p.Name == r))) throw Refuse(ErrorTable.TargetNotFound, $"There is no parameter '{name}'.");
        var kept = present.Where(p => !ask.Remove.Contains(p.Name)).ToList();
        var locals = new Locals(scene);
        foreach (var gone in present.Except(kept).Where(g => g.Name != "_"))
        {
            var used = locals.UsesOf(declared.File.Scopes.DeclaredAt(gone.NameNode)!).Where(u => !GoScene.Declares(u)).ToList();
            if (used.Count > 0) throw Refuse(ErrorTable.RefactorUsedElsewhere, $"The parameter '{gone.Name}' is used at {scene.PlaceOf(used[0])}.", [.. used.Select(u => (u, "use"))]);
        }

        var added = ask.Add.Select(a => new AddedParameter(scene, declared.File, a, m => Refuse(ErrorTable.RefactorUnsupported, m))).ToList();
        foreach (var one in added)
        {
            scene.Frame.NewName(one.Name, "parameter");
            if (kept.Find(k => k.Name == one.Name) is { } taken) throw Refuse(ErrorTable.RefactorNameTaken, $"There is a parameter '{one.Name}' already.", (taken.NameNode, "in the way"));
            if (declared.File.Scopes.Opened(function)?.Find(one.Name, int.MaxValue) is { } local && !present.Exists(p => p.NameNode == local.NameNode)) throw Refuse(ErrorTable.RefactorNameTaken, $"'{one.Name}' is declared in the function.", (local.NameNode, "in the way"));
        }

        var items = new List<SignatureItem>(kept);
        items.InsertRange(items.FindIndex(i => i.IsVariadic) is var rest and >= 0 ? rest : items.Count, added.Select(a => new SignatureItem(a.Name, -1, default, default, a)));
        if (ask.Order.Count > 0) items = Ordered(items, ask.Order, m => Refuse(ErrorTable.TargetNotFound, m));
        if (items.FindIndex(i => i.IsVariadic) is var at and >= 0 && at != items.Count - 1) throw Refuse(ErrorTable.RefactorUnsupported, "A parameter that takes any number of arguments must stay last.");
        if (items.SequenceEqual(present)) throw Refuse(ErrorTable.RefactorUnsupported, "These are the parameters that it has.");
        if (GoScene.Below(list).Any(n => n.Kind == K.Comment)) throw Refuse(ErrorTable.RefactorUnsupported, "Comments stand between its parameters.");
        return new SignatureChange(scene, list, present, items);
    }

    public ImportPlan ImportsOf(GoFile file)
    {
        if (!Imports.TryGetValue(file, out var plan)) Imports[file] = plan = new ImportPlan(_scene, file);
        return plan;
    }

    /// <summary>The list of parameters; written anew only where more changes than that some are added behind.</summary>
    public IEnumerable<ProposedEdit> OfDeclaration()
    {
        if (Items.Count > Present.Count && Present.Count > 0 && Items.Take(Present.Count).SequenceEqual(Present))
        {
            var text = new CodeText();
            foreach (var item in Items.Skip(Present.Count)) text.Write(", " + item.Name + " ").Append(item.Added!.Type(_file, ImportsOf(_file)));
            return [ProposedEdit.Insert(_file.Path, Present[^1].Declaration.End, text)];
        }

        var isLong = GoLines.LineOf(_file, _list.Start) != GoLines.LineOf(_file, _list.FirstNamed.Exists ? _list.FirstNamed.Start : _list.End);
        var indentation = Indentation.Of(_file.Text, _list.Start);
        var code = CodeText.Of(isLong ? $"(\n{indentation}\t" : "(");
        for (var i = 0; i < Items.Count; i++)
        {
            if (i > 0) code.Write(isLong ? $",\n{indentation}\t" : ", ");
            while (i + 1 < Items.Count && Items[i].Added is null && Items[i].Declaration == Items[i + 1].Declaration) code.Copy(_file.Path, Items[i].NameNode.Start, Items[i++].NameNode.End).Write(", ");
            Write(code, Items[i]);
        }

        return [new ProposedEdit(_file.Path, _list.Start, _list.End, code.Write(isLong && Items.Count > 0 ? $",\n{indentation})" : ")"))];
    }

    private void Write(CodeText code, SignatureItem item)
    {
        if (item.Added is { } added)
        {
            code.Write(item.Name + " ").Append(added.Type(_file, ImportsOf(_file)));
            return;
        }

        var type = item.Declaration.Get(F.Type);
        code.Copy(_file.Path, item.NameNode.Start, item.NameNode.End).Write(item.IsVariadic ? " ..." : " ").Copy(_file.Path, type.Start, type.End);
    }

    private static List<SignatureItem> PresentIn(GoNode list)
    {
        var items = new List<SignatureItem>();
        foreach (var declaration in list.Named)
        {
            // The grammar reads the first names of a long list as types.
            var names = Parameters.NamesOf(declaration).ToList();
            var typed = Parameters.Unread(declaration) is { Exists: true } next ? next : declaration;
            if (names.Count == 0) items.Add(new SignatureItem("", items.Count, default, typed));
            foreach (var name in names) items.Add(new SignatureItem(name.Text, items.Count, name, typed));
        }

        return items;
    }

    private static List<SignatureItem> Ordered(List<SignatureItem> items, IReadOnlyList<string> order, Func<string, HeckException> refuse)
    {
        var left = items.ToList();
        var ordered = new List<SignatureItem>();
        foreach (var name in order)
        {
            if (left.Find(i => i.Name == name) is not { } item) throw refuse($"There is no parameter '{name}', or it is named twice in the order.");
            ordered.Add(item);
            left.Remove(item);
        }

        return left.Count == 0 ? ordered : throw refuse($"The order does not name '{left[0].Name}'.");
    }
}
