using System.Reflection;

namespace Heck.Contracts.Errors;

/// <summary>
/// Every error a user can be told, in one table; <c>docs/errors.md</c> is generated from it and exit codes come from it.
/// Rows are grouped by the part before the dot. A message names the bad value and where it stood; the advice here is the default hint.
/// </summary>
public static class ErrorTable
{
    /// <summary>The request does not fit the verb's schema.</summary>
    public static readonly ErrorCode RequestInvalid = new("request.invalid", ExitCode.BadRequest, "The request does not fit the verb: an unknown option, a missing or malformed value.", "See `heck VERB --help` or `heck schema VERB`.");

    /// <summary>No such verb.</summary>
    public static readonly ErrorCode RequestUnknownVerb = new("request.unknown_verb", ExitCode.BadRequest, "There is no verb of that name.", "See `heck --help` for the verbs.");

    /// <summary>A confirmation was needed and not given.</summary>
    public static readonly ErrorCode RequestUnconfirmed = new("request.unconfirmed", ExitCode.Refused, "The operation changes something and was not confirmed.", "Look at the preview, then give --yes.");

    /// <summary>Configuration under .heck is malformed.</summary>
    public static readonly ErrorCode ConfigInvalid = new("config.invalid", ExitCode.BadRequest, "A configuration file under .heck does not fit its schema.", "Mend the file at the place given; `heck init` writes a fresh one where none is.");

    /// <summary>The repository root does not exist or is no folder.</summary>
    public static readonly ErrorCode RepoNotFound = new("repo.not_found", ExitCode.BadRequest, "The repository root does not exist or is not a folder.", "Give --repo DIR with an existing folder.");

    /// <summary>Another process holds the repository's lock.</summary>
    public static readonly ErrorCode LockHeld = new("lock.held", ExitCode.Conflict, "Another process is changing this repository.", "Wait for it to end, or stop it; the owner is named.");

    /// <summary>A path breaks the lexical rule.</summary>
    public static readonly ErrorCode PathInvalid = new("path.invalid", ExitCode.BadRequest, "A path is absolute, leaves the repository, or is malformed.", "Give a path relative to the repository root.");

    /// <summary>A path may not be written.</summary>
    public static readonly ErrorCode PathRefused = new("path.refused", ExitCode.Refused, "A path may not be written: it leads out of the root, through a link, into .git or .heck, or has a name that some systems cannot hold.", "Choose another path; the reason is named.");

    /// <summary>The policy does not let the change happen.</summary>
    public static readonly ErrorCode PolicyRefused = new("policy.refused", ExitCode.Refused, "The policy does not let this change happen; nothing was changed.", "See the reason; .heck/policy.yml says what may change.");

    /// <summary>A target names nothing.</summary>
    public static readonly ErrorCode TargetNotFound = new("target.not_found", ExitCode.BadRequest, "The target names no file, place or symbol.", "Check the spelling; `heck search NAME` finds symbols.");

    /// <summary>A target names several symbols.</summary>
    public static readonly ErrorCode TargetAmbiguous = new("target.ambiguous", ExitCode.BadRequest, "The target names more than one symbol; the candidates are listed.", "Give path#Outer.name or path:line:column.");

    /// <summary>A file's bytes are no text we can decode.</summary>
    public static readonly ErrorCode FileUndecodable = new("file.undecodable", ExitCode.BadRequest, "A file is not valid in its encoding, so its characters cannot be named.", "Convert the file, or leave it out of the request.");

    /// <summary>The file system refused.</summary>
    public static readonly ErrorCode FilesIo = new("files.io", ExitCode.Environment, "The file system refused a read or write; the tree is as it was.", "Free space or mend the permission at the path given, then run again.");

    /// <summary>Neither forward nor back.</summary>
    public static readonly ErrorCode FilesUnfinished = new("files.unfinished", ExitCode.Environment, "The file system refused a write and then refused to put it back; the next run of any verb makes the tree whole again.", "Free space or mend the permission at the path given, then run `heck status`.");

    /// <summary>A kept content is gone.</summary>
    public static readonly ErrorCode BlobMissing = new("blob.missing", ExitCode.Environment, "A content that a rollback or an apply needs is missing from .heck/blobs, or is damaged.", "Restore .heck/blobs from a backup, or make the change by hand from the patch's diff.");

    /// <summary>A file changed between planning and writing.</summary>
    public static readonly ErrorCode FilesStale = new("files.stale", ExitCode.Conflict, "A file has changed since the operation was planned; nothing was written.", "Run the operation again on the present files.");

    /// <summary>The journal of an earlier run cannot be completed.</summary>
    public static readonly ErrorCode JournalBroken = new("journal.broken", ExitCode.Conflict, "What a killed run left cannot be put back by itself, since someone changed a file after it.", "Look at the files named; their earlier bytes lie where the details say.");

    /// <summary>No such patch.</summary>
    public static readonly ErrorCode PatchNotFound = new("patch.not_found", ExitCode.BadRequest, "There is no patch of that id.", "See `heck patch list`.");

    /// <summary>The diff is malformed.</summary>
    public static readonly ErrorCode PatchMalformed = new("patch.malformed", ExitCode.BadRequest, "The diff cannot be read; the line is named.", "Give a unified diff as git writes it.");

    /// <summary>The diff changes nothing.</summary>
    public static readonly ErrorCode PatchEmpty = new("patch.empty", ExitCode.BadRequest, "The change leaves every file as it is.", "Check that the change is not there already.");

    /// <summary>The base moved.</summary>
    public static readonly ErrorCode PatchStale = new("patch.stale", ExitCode.Conflict, "A file is not as the patch expects it; nothing was changed.", "Create the patch again on the present files.");

    /// <summary>The lines of an edit are not in the file.</summary>
    public static readonly ErrorCode PatchNoMatch = new("patch.no_match", ExitCode.Conflict, "The old lines of an edit are not in the file; nothing was changed. The nearest lines and the file's hash are in the details.", "Write the edit again on the present lines.");

    /// <summary>The lines of an edit are in the file more than once.</summary>
    public static readonly ErrorCode PatchAmbiguous = new("patch.ambiguous", ExitCode.Conflict, "The old lines of an edit are in the file more than once; nothing was changed. The places are listed.", "Give more lines around the change.");

    /// <summary>An edit has been made already.</summary>
    public static readonly ErrorCode PatchAlreadyThere = new("patch.already_there", ExitCode.Conflict, "An edit's new lines stand already where they belong; nothing was changed.", "Leave this edit out.");

    /// <summary>Adding or moving onto a file.</summary>
    public static readonly ErrorCode PatchExists = new("patch.exists", ExitCode.Conflict, "A file would be added or moved onto one that is there; nothing was changed.", "Change the file by an update, or give its present hash.");

    /// <summary>Edits that do not go together.</summary>
    public static readonly ErrorCode PatchContradiction = new("patch.contradiction", ExitCode.BadRequest, "Edits of one file overlap or contradict each other.", "Make one edit of them.");

    /// <summary>A new line stands for code that was left out.</summary>
    public static readonly ErrorCode PatchPlaceholder = new("patch.placeholder", ExitCode.Refused, "A new line says that the rest stays the same; written into the file it would delete that rest.", "Give the lines themselves, or leave them out of the edit.");

    /// <summary>Larger than a bound.</summary>
    public static readonly ErrorCode PatchTooLarge = new("patch.too_large", ExitCode.BadRequest, "The input is beyond a bound, which is named.", "Give the change in smaller parts, or as a diff made by git.");

    /// <summary>The patch is in the wrong state for this.</summary>
    public static readonly ErrorCode PatchState = new("patch.state", ExitCode.Conflict, "The patch is not in a state that allows this: already applied, or not applied.", "See `heck patch show ID`.");

    /// <summary>The contents that the patch needs are not kept any more.</summary>
    public static readonly ErrorCode PatchContentsGone = new("patch.contents_gone", ExitCode.Environment, "Contents that the patch needs are not kept any more; nothing was changed. Those of patches rolled back longest ago go first when more is kept than patches.max_blob_bytes.", "Make the patch again from its diff: `heck patch create .heck/patches/ID.diff`.");

    /// <summary>Rollback would lose later work.</summary>
    public static readonly ErrorCode PatchLaterWork = new("patch.later_work", ExitCode.Conflict, "Files have later changes at the same places, which a rollback would lose; nothing was changed.", "Undo the later changes first; the places are listed.");

    /// <summary>The patch adds syntax errors.</summary>
    public static readonly ErrorCode PatchBreaksSyntax = new("patch.breaks_syntax", ExitCode.Refused, "The result has syntax errors that were not there before.", "Mend the patch at the places listed.");

    /// <summary>No index yet.</summary>
    public static readonly ErrorCode IndexMissing = new("index.missing", ExitCode.BadRequest, "This repository has no index yet.", "Run `heck index`.");

    /// <summary>The index file is damaged or of another version and could not be rebuilt.</summary>
    public static readonly ErrorCode IndexBroken = new("index.broken", ExitCode.Environment, "The index cannot be read or written.", "Delete .heck/index and run `heck index --full`.");

    /// <summary>An unknown run id.</summary>
    public static readonly ErrorCode LogNotFound = new("log.not_found", ExitCode.BadRequest, "The run log has no run of that id.", "See `heck log list`.");

    /// <summary>A process could not be started.</summary>
    public static readonly ErrorCode ToolMissing = new("tool.missing", ExitCode.Environment, "A program that this needs is not installed.", "Install the program named.");

    /// <summary>A process failed or ran out of time.</summary>
    public static readonly ErrorCode ToolFailed = new("tool.failed", ExitCode.Environment, "A program failed or ran out of time.", "Run the command shown by hand to see more.");

    /// <summary>The native parser library is missing.</summary>
    public static readonly ErrorCode NativeMissing = new("native.missing", ExitCode.Environment, "The parser library for this system is not beside the program.", "Reinstall Heck for this system, or build it with ./build.sh.");

    /// <summary>The language has no such refactoring.</summary>
    public static readonly ErrorCode RefactorUnsupported = new("refactor.unsupported", ExitCode.Refused, "This refactoring is not available for the language or the kind of symbol.", "See docs for what each language offers.");

    /// <summary>The new name is taken.</summary>
    public static readonly ErrorCode RefactorNameTaken = new("refactor.name_taken", ExitCode.Refused, "The new name is already declared where the symbol lives.", "Choose another name; the declaration in the way is listed.");

    /// <summary>A reference would reach something else.</summary>
    public static readonly ErrorCode RefactorCapture = new("refactor.capture", ExitCode.Refused, "With the new name some reference would mean another declaration.", "Choose another name; the reference and the declaration in the way are listed.");

    /// <summary>Not a name in the language.</summary>
    public static readonly ErrorCode RefactorInvalidName = new("refactor.invalid_name", ExitCode.Refused, "The new name is not an identifier of the language, or is reserved.", "Choose an identifier.");

    /// <summary>Declared outside the workspace.</summary>
    public static readonly ErrorCode RefactorExternal = new("refactor.external", ExitCode.Refused, "The symbol, or one that it must agree with, is declared outside the workspace.", "Rename it where it is declared.");

    /// <summary>Breaks an interface.</summary>
    public static readonly ErrorCode RefactorBreaksInterface = new("refactor.breaks_interface", ExitCode.Refused, "The change would break an implemented or overridden member.", "Change the base as well; it is listed.");

    /// <summary>Unknown occurrences.</summary>
    public static readonly ErrorCode RefactorUnknownOccurrences = new("refactor.unknown_occurrences", ExitCode.Refused, "Some occurrences of the name cannot be decided, and the answer depends on them.", "Look at the places listed.");

    /// <summary>No project of a trusted repository could be loaded.</summary>
    public static readonly ErrorCode RefactorNoProjects = new("refactor.no_projects", ExitCode.Environment, "The repository is trusted and none of its projects could be loaded.", "Run dotnet restore, and see that dotnet build works; without --trust the projects are read as plain files.");

    /// <summary>The result would not compile as before.</summary>
    public static readonly ErrorCode RefactorBreaksCode = new("refactor.breaks_code", ExitCode.Refused, "With the change the compiler would report what it does not report now.", "Choose another name; the place listed is where the compiler complains.");

    /// <summary>The file has syntax errors in the scope concerned.</summary>
    public static readonly ErrorCode RefactorSyntaxErrors = new("refactor.syntax_errors", ExitCode.Refused, "A file concerned has syntax errors where the symbol lives.", "Mend the syntax error listed first.");

    /// <summary>The result of a rewrite would not parse, or would be grouped otherwise.</summary>
    public static readonly ErrorCode RefactorBreaksSyntax = new("refactor.breaks_syntax", ExitCode.Refused, "The result would have new syntax errors, or its operators would group otherwise than before.", "Change the rewrite; the places are listed.");

    /// <summary>The range is nothing that can be taken out.</summary>
    public static readonly ErrorCode RefactorInvalidRange = new("refactor.invalid_range", ExitCode.Refused, "The range is no whole expression, no run of whole statements, or no type.", "Select a whole expression, or whole statements of one block.");

    /// <summary>A jump would leave the extracted or inlined code.</summary>
    public static readonly ErrorCode RefactorControlFlow = new("refactor.control_flow", ExitCode.Refused, "A jump leads out of the code or into it, or more comes out of it than one function can give.", "Select code that is entered at its beginning and left at its end.");

    /// <summary>The symbol is assigned more than once.</summary>
    public static readonly ErrorCode RefactorReassigned = new("refactor.reassigned", ExitCode.Refused, "The variable is assigned again, so that its value is not the same everywhere.", "The assignments are listed.");

    /// <summary>An effect would happen at another time or another number of times.</summary>
    public static readonly ErrorCode RefactorSideEffects = new("refactor.side_effects", ExitCode.Refused, "Something that the code does would be done at another time, more often, or not at all.", "The places are listed.");

    /// <summary>The function calls itself.</summary>
    public static readonly ErrorCode RefactorRecursive = new("refactor.recursive", ExitCode.Refused, "The function uses itself and so cannot be put in the place of its calls.", "The use is listed.");

    /// <summary>The symbol is used where it would no longer be.</summary>
    public static readonly ErrorCode RefactorUsedElsewhere = new("refactor.used_elsewhere", ExitCode.Refused, "The symbol is used where it could no longer be reached.", "The uses are listed; change them first.");

    /// <summary>Files would import each other in a circle.</summary>
    public static readonly ErrorCode RefactorImportCycle = new("refactor.import_cycle", ExitCode.Refused, "Files, modules or packages would need each other in a circle.", "Move what both need to a third place first.");

    /// <summary>A structural pattern or rewrite cannot be read.</summary>
    public static readonly ErrorCode PatternInvalid = new("pattern.invalid", ExitCode.BadRequest, "A pattern or rewrite is no code of the language, or uses metavariables wrongly.", "A pattern is code with $X for one node and $$$X for any number of neighbours.");

    /// <summary>A pattern or regular expression takes too long.</summary>
    public static readonly ErrorCode PatternTooCostly = new("pattern.too_costly", ExitCode.BadRequest, "A pattern or regular expression takes more steps than a search allows.", "Make it more exact; the bound is named.");

    /// <summary>A file of rules cannot be used.</summary>
    public static readonly ErrorCode RulesInvalid = new("rules.invalid", ExitCode.BadRequest, "A file of rules does not fit its schema, or a rule fails its own examples.", "Mend the rule named; the schema is schemas/rules.json.");

    /// <summary>Defect of Heck.</summary>
    public static readonly ErrorCode Internal = new("internal", ExitCode.Internal, "A defect of Heck; nothing was changed.", "Report it with the run id.");

    /// <summary>Cancelled.</summary>
    public static readonly ErrorCode Cancelled = new("cancelled", ExitCode.Cancelled, "The caller cancelled.", "Run it again; what was done is kept or was put back.");

    /// <summary>All rows, in the order above.</summary>
    public static IReadOnlyList<ErrorCode> All =>
        [.. typeof(ErrorTable).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<ErrorCode>()];
}
