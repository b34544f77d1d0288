using System.Text;
using Heck.Code.Languages;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Library.Tests.Code.Refactoring.Rename;

/// <summary>The file that is called like its symbol, renamed along with it.</summary>
public sealed class RenamedFilesTests
{
    [Fact]
    public void A_file_of_TypeScript_follows_in_its_own_style_and_so_do_all_kinds_of_imports() => Assert.Equal(
        """
        == src/barrel.ts
        export { PostBox } from './post-box';
        == src/lazy.ts
        export const load = () => import("./post-box.js");
        == src/other.ts
        import './mail-box.css';
        export const text = './mail-box';
        == src/post-box.ts
        export class PostBox {}
        == src/use.ts
        import { PostBox } from './post-box';
        export const box = new PostBox();
        """,
        After("src/mail-box.ts", 13, "PostBox", renameFile: true,
            ("src/mail-box.ts", "export class MailBox {}"),
            ("src/barrel.ts", "export { MailBox } from './mail-box';"),
            ("src/lazy.ts", "export const load = () => import(\"./mail-box.js\");"),
            ("src/other.ts", "import './mail-box.css';\nexport const text = './mail-box';"),
            ("src/use.ts", "import { MailBox } from './mail-box';\nexport const box = new MailBox();")));

    [Fact]
    public void A_module_of_Python_follows_and_so_do_its_importers() => Assert.Equal(
        """
        == box/__init__.py

        == box/post_box.py
        class PostBox:
            pass
        == main.py
        from box.post_box import PostBox
        import box.other
        print(PostBox())
        """,
        After("box/mail_box.py", 6, "PostBox", renameFile: true,
            ("box/__init__.py", ""),
            ("box/mail_box.py", "class MailBox:\n    pass"),
            ("main.py", "from box.mail_box import MailBox\nimport box.other\nprint(MailBox())")));

    [Fact]
    public void A_file_that_is_called_otherwise_stays() => Assert.Equal(
        "== src/boxes.ts\nexport class PostBox {}",
        After("src/boxes.ts", 13, "PostBox", renameFile: true, ("src/boxes.ts", "export class MailBox {}")));

    [Fact]
    public void Without_the_wish_the_file_stays() => Assert.Equal(
        "== MailBox.ts\nexport class PostBox {}",
        After("MailBox.ts", 13, "PostBox", renameFile: false, ("MailBox.ts", "export class MailBox {}")));

    [Fact]
    public void A_module_of_Python_that_code_names_refuses()
    {
        var refusal = Assert.Throws<HeckException>(() => After("mail_box.py", 6, "PostBox", renameFile: true, ("mail_box.py", "class MailBox:\n    pass"), ("main.py", "import mail_box\nprint(mail_box.MailBox())")));
        Assert.Contains("main.py:2:7", refusal.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_taken_refuses()
    {
        var refusal = Assert.Throws<HeckException>(() => After("MailBox.ts", 13, "PostBox", renameFile: true, ("MailBox.ts", "export class MailBox {}"), ("PostBox.ts", "export {};")));
        Assert.Equal("refactor.name_taken", refusal.Error.Code);
        Assert.Contains("in the way", refusal.Error.Details!.ToJsonString(), StringComparison.Ordinal);
    }

    private static string After(string path, int offset, string name, bool renameFile, params (string Path, string Text)[] files)
    {
        var workspace = new MemoryWorkspace(new MemoryFiles(files));
        var declaring = RepoPath.Parse(path);
        var outcome = new RenameDriver(workspace, LanguageCatalog.Of(declaring)!.Binder!).Rename(declaring, offset, new RenameOptions(name), TestContext.Current.CancellationToken);
        var tree = new SortedDictionary<string, string>(files.ToDictionary(f => f.Path, f => f.Text), StringComparer.Ordinal);
        foreach (var edit in new RenamedFiles(workspace, outcome, renameFile).Edits())
        {
            tree.Remove(edit.Path.Value);
            if (edit.After is { } bytes) tree[edit.Path.Value] = Encoding.UTF8.GetString(bytes);
        }

        return string.Join('\n', tree.Select(f => $"== {f.Key}\n{f.Value}"));
    }
}
