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
    public static IReadOnlyList<VerbDescriptor> All { get; } =
    [
        Verb<InitRequest, InitPayload>("init", State, InitVerb.RunAsync, o => new InitJson(o)),
        Verb<IndexRequest, IndexPayload>("index", State, IndexVerb.RunAsync, o => new IndexJson(o)),
        Verb<SearchRequest, SearchPayload>("search", Query, SearchVerb.RunAsync, o => new SearchJson(o)),
        Verb<ExplainRequest, ExplainPayload>("explain", Query, ExplainVerb.RunAsync, o => new ExplainJson(o)),
        Verb<RefactorRenameRequest, RefactorPayload>("refactor rename", Tree, RefactorRenameVerb.RunAsync, o => new RefactorRenameJson(o)),
        Verb<RefactorExtractFunctionRequest, RefactorPayload>("refactor extract-function", Tree, RefactorExtractVerb.RunAsync, o => new RefactorExtractJson(o)),
        Verb<RefactorExtractVariableRequest, RefactorPayload>("refactor extract-variable", Tree, RefactorExtractVerb.RunAsync, o => new RefactorExtractJson(o)),
        Verb<RefactorExtractConstantRequest, RefactorPayload>("refactor extract-constant", Tree, RefactorExtractVerb.RunAsync, o => new RefactorExtractJson(o)),
        Verb<RefactorExtractTypeRequest, RefactorPayload>("refactor extract-type", Tree, RefactorExtractVerb.RunAsync, o => new RefactorExtractJson(o)),
        Verb<RefactorInlineRequest, RefactorPayload>("refactor inline", Tree, RefactorInlineVerb.RunAsync, o => new RefactorInlineJson(o)),
        Verb<RefactorMoveRequest, RefactorPayload>("refactor move", Tree, RefactorMoveVerb.RunAsync, o => new RefactorMoveJson(o)),
        Verb<RefactorMoveFileRequest, RefactorPayload>("refactor move-file", Tree, RefactorMoveFileVerb.RunAsync, o => new RefactorMoveFileJson(o)),
        Verb<RefactorSplitRequest, RefactorPayload>("refactor split", Tree, RefactorSplitVerb.RunAsync, o => new RefactorSplitJson(o)),
        Verb<RefactorExportRequest, RefactorPayload>("refactor export", Tree, RefactorExportVerb.RunAsync, o => new RefactorExportJson(o)),
        Verb<RefactorUnexportRequest, RefactorPayload>("refactor unexport", Tree, RefactorUnexportVerb.RunAsync, o => new RefactorUnexportJson(o)),
        Verb<RefactorSafeDeleteRequest, RefactorPayload>("refactor safe-delete", Tree, RefactorSafeDeleteVerb.RunAsync, o => new RefactorSafeDeleteJson(o)),
        Verb<RefactorChangeSignatureRequest, RefactorPayload>("refactor change-signature", Tree, RefactorChangeSignatureVerb.RunAsync, o => new RefactorChangeSignatureJson(o)),
        Verb<RefactorReplaceRequest, StructuralPayload>("refactor replace", Tree, RefactorReplaceVerb.RunAsync, o => new RefactorReplaceJson(o)),
        Verb<RefactorApplyRulesRequest, StructuralPayload>("refactor apply-rules", Tree, RefactorApplyRulesVerb.RunAsync, o => new RefactorApplyRulesJson(o)),
        Verb<PatchCreateRequest, PatchCreatePayload>("patch create", State, PatchCreateVerb.RunAsync, o => new PatchCreateJson(o)),
        Verb<PatchApplyRequest, PatchApplyPayload>("patch apply", Tree, PatchApplyVerb.RunAsync, o => new PatchApplyJson(o)),
        Verb<PatchRollbackRequest, PatchMovedPayload>("patch rollback", Tree, PatchRollbackVerb.RunAsync, o => new PatchRollbackJson(o)),
        Verb<PatchReapplyRequest, PatchMovedPayload>("patch reapply", Tree, PatchReapplyVerb.RunAsync, o => new PatchReapplyJson(o)),
        Verb<UndoRequest, PatchMovedPayload>("undo", Tree, UndoVerb.RunAsync, o => new UndoJson(o)),
        Verb<PatchListRequest, PatchListPayload>("patch list", Query, PatchListVerb.RunAsync, o => new PatchListJson(o)),
        Verb<PatchShowRequest, PatchShowPayload>("patch show", Query, PatchShowVerb.RunAsync, o => new PatchShowJson(o)),
        Verb<StatusRequest, StatusPayload>("status", Query, StatusVerb.RunAsync, o => new StatusJson(o)),
        Verb<LogListRequest, LogListPayload>("log list", Query, LogListVerb.RunAsync, o => new LogListJson(o)),
        Verb<LogShowRequest, LogShowPayload>("log show", Query, LogShowVerb.RunAsync, o => new LogShowJson(o)),
        Verb<LogHeadRequest, LogHeadPayload>("log head", Query, LogHeadVerb.RunAsync, o => new LogHeadJson(o)),
        Verb<LogVerifyRequest, LogVerifyPayload>("log verify", Query, LogVerifyVerb.RunAsync, o => new LogVerifyJson(o)),
        Verb<CompletionsRequest, CompletionsPayload>("completions", Query, CompletionsVerb.RunAsync, o => new CompletionsJson(o)),
        Verb<SchemaRequest, SchemaPayload>("schema", Query, SchemaVerb.RunAsync, o => new SchemaJson(o)),
    ];

    private static VerbDescriptor<TRequest, TPayload> Verb<TRequest, TPayload>(
        string name, VerbEffect effect, VerbStory<TRequest, TPayload> story, Func<JsonSerializerOptions, JsonSerializerContext> json)
        where TRequest : VerbRequest<TPayload>
        where TPayload : class, IPayload => new(name, effect, story, json);
}
