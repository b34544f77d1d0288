namespace Heck.Code.Patches.Replies;

/// <summary>Some lines that a reply wants to be others. Where they stand is not known yet.</summary>
/// <param name="Lines">The lines in their order, with their signs.</param>
/// <param name="ReplyLine">Where the edit begins in the reply, from 1.</param>
internal sealed record EditProposal(IReadOnlyList<ProposedLine> Lines, int ReplyLine)
{
    /// <summary>Lines that stand above the edit, outermost first: each opens the block, or begins the part of the file, in which the next is looked for.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];

    /// <summary>The old lines are the last ones of the file.</summary>
    public bool IsAtEnd { get; init; }

    /// <summary>The line, from 1, that the form names for the first old line. Only tells equal places apart.</summary>
    public int? OldStart { get; init; }

    public IReadOnlyList<string> OldLines { get; } = [.. Lines.Where(line => line.Sign != '+').Select(line => line.Text)];

    public IReadOnlyList<string> NewLines { get; } = [.. Lines.Where(line => line.Sign != '-').Select(line => line.Text)];

    public IEnumerable<string> AddedLines => Lines.Where(line => line.Sign == '+').Select(line => line.Text);

    /// <summary>It leaves every line as it is.</summary>
    public bool ChangesNothing => OldLines.SequenceEqual(NewLines, StringComparer.Ordinal) && !Lines.Any(line => line.LacksEnd);
}
