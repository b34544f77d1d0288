using System.Diagnostics;
using System.Globalization;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Runtime.Files;

public sealed class NameFoldingTests
{
    // Node brings the whole of Unicode with it, which our runtime does without.
    private const string AllForms =
        """
        for (let code = 0x80; code < 0x30000; code++) {
            if (code >= 0xd800 && code < 0xe000) continue;
            const char = String.fromCodePoint(code), forms = [char.normalize("NFD"), char.normalize("NFC"), char.toUpperCase(), char.normalize("NFD").toUpperCase().normalize("NFC")];
            for (const form of new Set(forms)) if (form !== char) console.log(code.toString(16) + " " + [...form].map(c => c.codePointAt(0).toString(16)).join(","));
        }
        """;

    // The table is of Unicode 14, node's newer: what was added since, or has got an upper case since. And the dotless i, whose upper case is the dotted one's, which no file system folds.
    private static readonly (int First, int Last)[] Apart =
        [(0x131, 0x131), (0x19b, 0x19b), (0x264, 0x264), (0x1c8a, 0x1c8a), (0xa7cd, 0xa7db), (0x105c9, 0x105e4), (0x10d70, 0x10d85), (0x11383, 0x113c8), (0x16121, 0x16128), (0x16d68, 0x16d6a), (0x16ebb, 0x16ed3)];

    [Fact]
    public async Task Every_character_folds_like_its_other_forms_by_nodes_tables()
    {
        var forms = await FormsAsync();
        Assert.True(forms.Count > 14_000, $"node gave only {forms.Count} forms");
        Assert.Empty(forms.Where(form => !IsApart(char.ConvertToUtf32(form.Char, 0)) && NameFolding.Fold(form.Char) != NameFolding.Fold(form.Form)).Select(form => $"U+{char.ConvertToUtf32(form.Char, 0):X} {form.Form}"));
    }

    [Fact]
    public void Different_names_stay_different() => Assert.Equal(6, new[] { "a", "b", "ä", "ö", "日", "本" }.Select(NameFolding.Fold).Distinct().Count());

    private static bool IsApart(int code) => Apart.Any(range => code >= range.First && code <= range.Last);

    private static async Task<List<(string Char, string Form)>> FormsAsync()
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", AllForms]) { RedirectStandardOutput = true })!;
        var lines = (await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return [.. lines.Select(line => line.Split(' ')).Select(parts => (Text(parts[0]), Text(parts[1])))];
    }

    private static string Text(string codes) => string.Concat(codes.Split(',').Select(code => char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
}
