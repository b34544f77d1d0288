using System.Text.Json;
using System.Text.Json.Serialization;
using Heck.Contracts.Requests;
using Heck.Contracts;
using Heck.Verbs.Completions;
using Heck.Verbs.Explain;
using Heck.Verbs.Index;
using Heck.Verbs.Init;
using Heck.Verbs.LogHead;
using Heck.Verbs.LogList;
using Heck.Verbs.LogShow;
using Heck.Verbs.LogVerify;
using Heck.Verbs.PatchApply;
using Heck.Verbs.PatchCreate;
using Heck.Verbs.PatchList;
using Heck.Verbs.PatchReapply;
using Heck.Verbs.PatchRollback;
using Heck.Verbs.PatchShow;
using Heck.Verbs.Patches;
using Heck.Verbs.Pipeline;
using Heck.Verbs.RefactorApplyRules;
using Heck.Verbs.RefactorChangeSignature;
using Heck.Verbs.RefactorExport;
using Heck.Verbs.RefactorExtract;
using Heck.Verbs.RefactorInline;
using Heck.Verbs.RefactorMove;
using Heck.Verbs.RefactorMoveFile;
using Heck.Verbs.RefactorRename;
using Heck.Verbs.RefactorReplace;
using Heck.Verbs.RefactorSafeDelete;
using Heck.Verbs.RefactorSplit;
using Heck.Verbs.RefactorUnexport;
using Heck.Verbs.Refactoring;
using Heck.Verbs.Schema;
using Heck.Verbs.Search;
using Heck.Verbs.Status;
using Heck.Verbs.Undo;
using static Heck.Verbs.Pipeline.VerbEffect;

namespace Heck.Verbs;

/// <summary>Every verb, in the order in which help shows them: a working day from first look to undo.</summary>
internal static class VerbCatalog
{
    public static IReadOnlyList<VerbEntry> All { get; } =
    [
        new("init", name => Verb<InitRequest, InitPayload>(name, State, InitVerb.RunAsync, o => new InitJson(o))),
        new("index", name => Verb<IndexRequest, IndexPayload>(name, State, IndexVerb.RunAsync, o => new IndexJson(o))),
        new("search", name => Verb<SearchRequest, SearchPayload>(name, Query, SearchVerb.RunAsync, o => new SearchJson(o))),
        new("explain", name => Verb<ExplainRequest, ExplainPayload>(name, Query, ExplainVerb.RunAsync, o => new ExplainJson(o))),
        new("refactor rename", name => Verb<RefactorRenameRequest, RefactorPayload>(name, Tree, RefactorRenameVerb.RunAsync, o => new RefactorRenameJson(o))),
        new("refactor extract-function", name => Verb<RefactorExtractFunctionRequest, RefactorPayload>(name, Tree, RefactorExtractVerb.RunAsync, o => new RefactorExtractJson(o))),
        new("refactor extract-variable", name => Verb<RefactorExtractVariableRequest, RefactorPayload>(name, Tree, RefactorExtractVerb.RunAsync, o => new RefactorExtractJson(o))),
        new("refactor extract-constant", name => Verb<RefactorExtractConstantRequest, RefactorPayload>(name, Tree, RefactorExtractVerb.RunAsync, o => new RefactorExtractJson(o))),
        new("refactor extract-type", name => Verb<RefactorExtractTypeRequest, RefactorPayload>(name, Tree, RefactorExtractVerb.RunAsync, o => new RefactorExtractJson(o))),
        new("refactor inline", name => Verb<RefactorInlineRequest, RefactorPayload>(name, Tree, RefactorInlineVerb.RunAsync, o => new RefactorInlineJson(o))),
        new("refactor move", name => Verb<RefactorMoveRequest, RefactorPayload>(name, Tree, RefactorMoveVerb.RunAsync, o => new RefactorMoveJson(o))),
        new("refactor move-file", name => Verb<RefactorMoveFileRequest, RefactorPayload>(name, Tree, RefactorMoveFileVerb.RunAsync, o => new RefactorMoveFileJson(o))),
        new("refactor split", name => Verb<RefactorSplitRequest, RefactorPayload>(name, Tree, RefactorSplitVerb.RunAsync, o => new RefactorSplitJson(o))),
        new("refactor export", name => Verb<RefactorExportRequest, RefactorPayload>(name, Tree, RefactorExportVerb.RunAsync, o => new RefactorExportJson(o))),
        new("refactor unexport", name => Verb<RefactorUnexportRequest, RefactorPayload>(name, Tree, RefactorUnexportVerb.RunAsync, o => new RefactorUnexportJson(o))),
        new("refactor safe-delete", name => Verb<RefactorSafeDeleteRequest, RefactorPayload>(name, Tree, RefactorSafeDeleteVerb.RunAsync, o => new RefactorSafeDeleteJson(o))),
        new("refactor change-signature", name => Verb<RefactorChangeSignatureRequest, RefactorPayload>(name, Tree, RefactorChangeSignatureVerb.RunAsync, o => new RefactorChangeSignatureJson(o))),
        new("refactor replace", name => Verb<RefactorReplaceRequest, StructuralPayload>(name, Tree, RefactorReplaceVerb.RunAsync, o => new RefactorReplaceJson(o))),
        new("refactor apply-rules", name => Verb<RefactorApplyRulesRequest, StructuralPayload>(name, Tree, RefactorApplyRulesVerb.RunAsync, o => new RefactorApplyRulesJson(o))),
        new("patch create", name => Verb<PatchCreateRequest, PatchCreatePayload>(name, State, PatchCreateVerb.RunAsync, o => new PatchCreateJson(o))),
        new("patch apply", name => Verb<PatchApplyRequest, PatchApplyPayload>(name, Tree, PatchApplyVerb.RunAsync, o => new PatchApplyJson(o))),
        new("patch rollback", name => Verb<PatchRollbackRequest, PatchMovedPayload>(name, Tree, PatchRollbackVerb.RunAsync, o => new PatchRollbackJson(o))),
        new("patch reapply", name => Verb<PatchReapplyRequest, PatchMovedPayload>(name, Tree, PatchReapplyVerb.RunAsync, o => new PatchReapplyJson(o))),
        new("undo", name => Verb<UndoRequest, PatchMovedPayload>(name, Tree, UndoVerb.RunAsync, o => new UndoJson(o))),
        new("patch list", name => Verb<PatchListRequest, PatchListPayload>(name, Query, PatchListVerb.RunAsync, o => new PatchListJson(o))),
        new("patch show", name => Verb<PatchShowRequest, PatchShowPayload>(name, Query, PatchShowVerb.RunAsync, o => new PatchShowJson(o))),
        new("status", name => Verb<StatusRequest, StatusPayload>(name, Query, StatusVerb.RunAsync, o => new StatusJson(o))),
        new("log list", name => Verb<LogListRequest, LogListPayload>(name, Query, LogListVerb.RunAsync, o => new LogListJson(o))),
        new("log show", name => Verb<LogShowRequest, LogShowPayload>(name, Query, LogShowVerb.RunAsync, o => new LogShowJson(o))),
        new("log head", name => Verb<LogHeadRequest, LogHeadPayload>(name, Query, LogHeadVerb.RunAsync, o => new LogHeadJson(o))),
        new("log verify", name => Verb<LogVerifyRequest, LogVerifyPayload>(name, Query, LogVerifyVerb.RunAsync, o => new LogVerifyJson(o))),
        new("completions", name => Verb<CompletionsRequest, CompletionsPayload>(name, Query, CompletionsVerb.RunAsync, o => new CompletionsJson(o))),
        new("schema", name => Verb<SchemaRequest, SchemaPayload>(name, Query, SchemaVerb.RunAsync, o => new SchemaJson(o))),
    ];

    private static VerbDescriptor<TRequest, TPayload> Verb<TRequest, TPayload>(
        string name, VerbEffect effect, VerbStory<TRequest, TPayload> story, Func<JsonSerializerOptions, JsonSerializerContext> json)
        where TRequest : VerbRequest<TPayload>
        where TPayload : class, IPayload => new(name, effect, story, json);
}
