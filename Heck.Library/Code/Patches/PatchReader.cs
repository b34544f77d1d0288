using System.Text.Json;
using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Policy;

namespace Heck.Code.Patches;

/// <summary>Reads what <see cref="PatchWriter"/> writes, strictly: a member that is not known, twice there or missing is an error.</summary>
internal ref struct PatchReader
{
    private Utf8JsonReader _json;

    private PatchReader(ReadOnlySpan<byte> metadata) => _json = new Utf8JsonReader(metadata);

    /// <exception cref="JsonException">It is no metadata of a patch.</exception>
    public static Patch Read(ReadOnlySpan<byte> metadata)
    {
        var reader = new PatchReader(metadata);
        try
        {
            reader._json.Read();
            var patch = reader.ReadPatch();
            return reader._json.Read() ? throw new JsonException("Something follows the patch.") : patch;
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw new JsonException("A value is not of its kind.", e);
        }
    }

    private Patch ReadPatch()
    {
        string? id = null, title = null, runId = null, form = null;
        DateTimeOffset? created = null;
        PatchAuthor? author = null;
        PatchMaker? engine = null;
        ContentHash? diffHash = null;
        int? additions = null, deletions = null;
        List<PatchFile>? files = null;
        List<PatchMove> moves = [];
        List<PatchApproval> approvals = [];
        for (var known = new Members(); Next(ref known) is { } member;)
        {
            switch (member)
            {
                case "id": id = _json.GetString(); break;
                case "title": title = _json.GetString(); break;
                case "created": created = _json.GetDateTimeOffset(); break;
                case "run_id": runId = _json.GetString(); break;
                case "author": author = IsNull ? null : ReadAuthor(); break;
                case "engine": engine = IsNull ? null : ReadEngine(); break;
                case "form": form = _json.GetString(); break;
                case "diff_hash": diffHash = ReadHash(); break;
                case "additions": additions = _json.GetInt32(); break;
                case "deletions": deletions = _json.GetInt32(); break;
                case "files":
                    StartArray();
                    for (files = []; NextItem();) files.Add(ReadFile());
                    break;
                case "moves":
                    StartArray();
                    while (NextItem()) moves.Add(ReadMove());
                    break;
                case "approvals":
                    StartArray();
                    while (NextItem()) approvals.Add(ReadApproval());
                    break;
                case "state": _json.GetString(); break;
                default: throw Unknown(member);
            }
        }

        return new Patch
        {
            Id = id ?? throw Missing("id"),
            Title = title ?? throw Missing("title"),
            Created = created ?? throw Missing("created"),
            RunId = runId ?? throw Missing("run_id"),
            Author = author,
            Engine = engine,
            Form = form,
            DiffHash = diffHash ?? throw Missing("diff_hash"),
            Additions = additions ?? throw Missing("additions"),
            Deletions = deletions ?? throw Missing("deletions"),
            Files = files ?? throw Missing("files"),
            Moves = moves,
            Approvals = approvals,
        };
    }

    private PatchAuthor ReadAuthor()
    {
        string? name = null, email = null, source = null;
        for (var known = new Members(); Next(ref known) is { } member;)
        {
            switch (member)
            {
                case "name": name = _json.GetString(); break;
                case "email": email = _json.GetString(); break;
                case "source": source = _json.GetString(); break;
                default: throw Unknown(member);
            }
        }

        return new PatchAuthor(name ?? throw Missing("name"), email, SourceOf(source));
    }

    private PatchMaker ReadEngine()
    {
        string? name = null, version = null;
        for (var known = new Members(); Next(ref known) is { } member;)
        {
            switch (member)
            {
                case "name": name = _json.GetString(); break;
                case "version": version = _json.GetString(); break;
                default: throw Unknown(member);
            }
        }

        return new PatchMaker(name ?? throw Missing("name"), version ?? throw Missing("version"));
    }

    private PatchFile ReadFile()
    {
        RepoPath? path = null;
        ContentHash? pre = null, post = null;
        string? preMode = null, postMode = null, encoding = null;
        PatchOrigin? from = null;
        for (var known = new Members(); Next(ref known) is { } member;)
        {
            switch (member)
            {
                case "path": path = ReadPath(); break;
                case "pre": pre = IsNull ? null : ReadHash(); break;
                case "post": post = IsNull ? null : ReadHash(); break;
                case "pre_mode": preMode = _json.GetString(); break;
                case "post_mode": postMode = _json.GetString(); break;
                case "encoding": encoding = _json.GetString(); break;
                case "from": from = ReadOrigin(); break;
                case "action": _json.GetString(); break;
                default: throw Unknown(member);
            }
        }

        return new PatchFile(path ?? throw Missing("path"), pre, post, preMode, postMode) { Encoding = encoding, From = from };
    }

    private PatchOrigin ReadOrigin()
    {
        RepoPath? path = null;
        ContentHash? hash = null;
        string? mode = null;
        var isCopy = false;
        for (var known = new Members(); Next(ref known) is { } member;)
        {
            switch (member)
            {
                case "path": path = ReadPath(); break;
                case "hash": hash = ReadHash(); break;
                case "mode": mode = _json.GetString(); break;
                case "is_copy": isCopy = _json.GetBoolean(); break;
                default: throw Unknown(member);
            }
        }

        return new PatchOrigin(path ?? throw Missing("path"), hash ?? throw Missing("hash"), mode ?? throw Missing("mode"), isCopy);
    }

    private PatchMove ReadMove()
    {
        long? order = null;
        string? kind = null, runId = null, policy = null;
        var isUndo = false;
        DateTimeOffset? time = null;
        List<FileTransition>? files = null;
        List<RepoPath> kept = [];
        for (var known = new Members(); Next(ref known) is { } member;)
        {
            switch (member)
            {
                case "order": order = _json.GetInt64(); break;
                case "kind": kind = _json.GetString(); break;
                case "is_undo": isUndo = _json.GetBoolean(); break;
                case "time": time = _json.GetDateTimeOffset(); break;
                case "run_id": runId = _json.GetString(); break;
                case "files":
                    StartArray();
                    for (files = []; NextItem();) files.Add(ReadTransition());
                    break;
                case "policy": policy = _json.GetString(); break;
                case "kept":
                    StartArray();
                    while (NextItem()) kept.Add(ReadPath());
                    break;
                default: throw Unknown(member);
            }
        }

        return new PatchMove(order ?? throw Missing("order"), KindOf(kind), isUndo, time ?? throw Missing("time"), runId ?? throw Missing("run_id"), files ?? throw Missing("files"))
        {
            Policy = DecisionOf(policy),
            Kept = kept,
        };
    }

    private FileTransition ReadTransition()
    {
        RepoPath? path = null;
        FileState? before = null, after = null;
        for (var known = new Members(); Next(ref known) is { } member;)
        {
            switch (member)
            {
                case "path": path = ReadPath(); break;
                case "before": before = IsNull ? null : ReadState(); break;
                case "after": after = IsNull ? null : ReadState(); break;
                default: throw Unknown(member);
            }
        }

        return new FileTransition(path ?? throw Missing("path"), before, after);
    }

    private FileState ReadState()
    {
        ContentHash? hash = null;
        UnixFileMode? mode = null;
        var isLink = false;
        for (var known = new Members(); Next(ref known) is { } member;)
        {
            switch (member)
            {
                case "hash": hash = ReadHash(); break;
                case "mode": mode = IsNull ? null : (UnixFileMode)_json.GetInt32(); break;
                case "is_link": isLink = _json.GetBoolean(); break;
                default: throw Unknown(member);
            }
        }

        return new FileState(hash ?? throw Missing("hash"), mode, isLink);
    }

    private PatchApproval ReadApproval()
    {
        string? by = null, runId = null;
        DateTimeOffset? time = null;
        for (var known = new Members(); Next(ref known) is { } member;)
        {
            switch (member)
            {
                case "by": by = _json.GetString(); break;
                case "time": time = _json.GetDateTimeOffset(); break;
                case "run_id": runId = _json.GetString(); break;
                default: throw Unknown(member);
            }
        }

        return new PatchApproval(by ?? throw Missing("by"), time ?? throw Missing("time"), runId ?? throw Missing("run_id"));
    }

    private readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    // The next member's name, with the reader at its value; null at the object's end.
    private string? Next(ref Members known)
    {
        if (known.Count == 0 && _json.TokenType != JsonTokenType.StartObject) throw new JsonException("An object was expected.");
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject) return null;
        var name = _json.GetString()!;
        known.Add(name);
        _json.Read();
        return name;
    }

    private readonly void StartArray()
    {
        if (_json.TokenType != JsonTokenType.StartArray) throw new JsonException("An array was expected.");
    }

    private bool NextItem()
    {
        _json.Read();
        return _json.TokenType != JsonTokenType.EndArray;
    }

    private readonly ContentHash ReadHash() => ContentHash.TryParse(_json.GetString(), out var hash) ? hash : throw new JsonException("A hash was expected.");

    private readonly RepoPath ReadPath() => RepoPath.TryParse(_json.GetString() ?? throw Missing("path"), out var path) ? path : throw new JsonException("A path inside the repository was expected.");

    private static PatchMoveKind KindOf(string? word) => word switch
    {
        "apply" => PatchMoveKind.Apply,
        "rollback" => PatchMoveKind.Rollback,
        "reapply" => PatchMoveKind.Reapply,
        "capture" => PatchMoveKind.Capture,
        _ => throw new JsonException($"No move is called '{word}'."),
    };

    private static PatchAuthorSource SourceOf(string? word) => word switch
    {
        "git" => PatchAuthorSource.Git,
        "account" => PatchAuthorSource.Account,
        _ => throw new JsonException($"No source of names is called '{word}'."),
    };

    private static PolicyDecision DecisionOf(string? word) => word switch
    {
        null or "allowed" => PolicyDecision.Allowed,
        "refused" => PolicyDecision.Refused,
        _ => throw new JsonException($"No decision is called '{word}'."),
    };

    private static JsonException Unknown(string member) => new($"There is no member '{member}'.");

    private static JsonException Missing(string member) => new($"The member '{member}' is missing.");

    // Names that an object has had.
    private struct Members
    {
        private string?[]? _names;

        public int Count { get; private set; }

        public void Add(string name)
        {
            _names ??= new string[16];
            if (Count == _names.Length || Array.IndexOf(_names, name, 0, Count) >= 0) throw new JsonException($"The member '{name}' is there twice.");
            _names[Count++] = name;
        }
    }
}
