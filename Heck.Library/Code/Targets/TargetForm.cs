namespace Heck.Code.Targets;

/// <summary>How a target was written.</summary>
internal enum TargetForm
{
    /// <summary><c>PATH</c>, or a <c>Name</c> or <c>Outer.Name</c>; only the files tell which.</summary>
    PathOrSymbol,

    /// <summary><c>PATH#Outer.name</c>.</summary>
    SymbolInFile,

    /// <summary><c>PATH:LINE</c>.</summary>
    Line,

    /// <summary><c>PATH:LINE:COLUMN</c>.</summary>
    Position,

    /// <summary><c>PATH:10-40</c>, lines, inclusive.</summary>
    Lines,

    /// <summary><c>PATH:LINE:COLUMN-LINE:COLUMN</c>, end exclusive.</summary>
    Range,
}
