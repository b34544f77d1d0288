using System.Text;

namespace Heck.Library.Tests.Runtime.Files.Faults;

/// <summary>
/// What a disk may hold after a power cut in the middle of recorded calls. A write, a size or a mode is safe once its file was synced after it; a change of names once
/// every folder that it concerns was. What is not safe may be there or not, each for itself; only a rename happens as a whole.
/// </summary>
internal sealed class PowerCuts
{
    private readonly DiskImage _start;
    private readonly List<Effect> _effects = [];
    private readonly List<(int At, int Inode)> _syncs = [];
    private readonly Dictionary<int, byte[]> _targets = [];
    private readonly Dictionary<int, UnixFileMode> _modes = new() { [Root] = default };
    private readonly Dictionary<int, Dictionary<string, int>> _live = new() { [Root] = [] };
    private const int Root = 1;
    private int _last = Root;

    public PowerCuts(DiskImage start, IReadOnlyList<string[]> log)
    {
        _start = start;
        Load(_live, []);
        Length = log.Count;
        for (var at = 0; at < log.Count; at++) Take(at, log[at]);
        foreach (var effect in _effects) effect.SafeAt = SafeAt(effect);
    }

    /// <summary>What becomes of something that was not safe.</summary>
    public enum Fate
    {
        Lost,
        Kept,
        Torn,
    }

    public int Length { get; }

    /// <summary>When the process said that it had succeeded.</summary>
    public int SaidAt { get; private set; } = int.MaxValue;

    /// <summary>How far calls may have gone on while nothing after this one reached the disk.</summary>
    public int LatestWithoutSync(int at) => _syncs.Where(sync => sync.At >= at).Select(sync => sync.At).DefaultIfEmpty(Length).Min();

    /// <summary>The disk when the power fails before a call, given what becomes of each thing that is not safe by then.</summary>
    public DiskImage StateAt(int cut, Func<Effect, Fate> fate)
    {
        var disk = new Dictionary<int, Dictionary<string, int>> { [Root] = [] };
        var data = new Dictionary<int, byte[]>();
        var modes = new Dictionary<int, UnixFileMode>(_modes);
        Load(disk, data);
        foreach (var effect in _effects.TakeWhile(effect => effect.Moment < cut))
        {
            var what = effect.SafeAt < cut ? Fate.Kept : fate(effect);
            if (what != Fate.Lost) effect.Apply(disk, data, modes, what == Fate.Torn);
        }

        var image = new DiskImage();
        Walk(Root, "");
        return image;

        void Walk(int folder, string path)
        {
            foreach (var (name, inode) in disk.GetValueOrDefault(folder) ?? [])
            {
                var isFolder = _live.ContainsKey(inode);
                image.Entries.Add(path + name, _targets.TryGetValue(inode, out var target) ? new DiskEntry(target, default, IsLink: true) : new DiskEntry(isFolder ? null : data.GetValueOrDefault(inode) ?? [], modes[inode]));
                if (isFolder) Walk(inode, $"{path}{name}/");
            }
        }
    }

    // Numbers the inodes of the start in the same order each time.
    private void Load(Dictionary<int, Dictionary<string, int>> folders, Dictionary<int, byte[]> data)
    {
        var next = Root;
        var byPath = new Dictionary<string, int> { [""] = Root };
        foreach (var (path, entry) in _start.Entries)
        {
            byPath[path] = ++next;
            _modes[next] = entry.Mode;
            folders[byPath[Path.GetDirectoryName(path)!]][Path.GetFileName(path)] = next;
            if (entry.Data is null) folders[next] = [];
            else if (entry.IsLink) _targets[next] = entry.Data;
            else data[next] = entry.Data;
        }

        _last = Math.Max(_last, next);
    }

    private void Take(int at, string[] call)
    {
        switch (call)
        {
            case ["create", var path, var mode]:
                Name(at, (path, New(CallLog.Mode(mode))));
                break;
            case ["folder", var path]:
                var made = New((UnixFileMode)0x1ed);
                _live[made] = [];
                Name(at, (path, made));
                break;
            case ["symlink", var path, var target]:
                // Its target comes with its name: file systems keep a short one where the name's node is.
                var link = New(default);
                _targets[link] = Encoding.UTF8.GetBytes(target);
                Name(at, (path, link));
                break;
            case ["remove", var path]:
                Name(at, (path, 0));
                break;
            case ["rename", var from, var to]:
                Name(at, (to, Find(from)), (from, 0));
                break;
            case ["exchange", var from, var to]:
                Name(at, (to, Find(from)), (from, Find(to)));
                break;
            case ["link", var from, var to]:
                Name(at, (to, Find(from)));
                break;
            case ["write", var path, var offset, var hex]:
                _effects.Add(new Written(at, Find(path), CallLog.Number(offset), Convert.FromHexString(hex)));
                break;
            case ["size", var path, var size]:
                _effects.Add(new Sized(at, Find(path), CallLog.Number(size), OnlyGrow: false));
                break;
            case ["grow", var path, var size]:
                _effects.Add(new Sized(at, Find(path), CallLog.Number(size), OnlyGrow: true));
                break;
            case ["mode", var path, var mode]:
                _effects.Add(new Moded(at, Find(path), CallLog.Mode(mode)));
                break;
            case ["sync", var path]:
                _syncs.Add((at, Find(path)));
                break;
            case ["say", "ok"]:
                SaidAt = at;
                break;
            default:
                Assert.Fail($"the record holds '{string.Join(' ', call)}'");
                break;
        }
    }

    private int New(UnixFileMode mode)
    {
        _modes[++_last] = mode;
        return _last;
    }

    private int Find(string path) => path.Length == 0 ? Root : path.Split('/').Aggregate(Root, (folder, name) => _live[folder][name]);

    private void Name(int at, params (string Path, int Inode)[] names)
    {
        var changes = names.Select(name => (Folder: Find(Path.GetDirectoryName(name.Path)!), Name: Path.GetFileName(name.Path), name.Inode)).ToArray();
        var effect = new Named(at, changes);
        _effects.Add(effect);
        effect.Apply(_live, [], [], isTorn: false);
    }

    private int SafeAt(Effect effect) => effect.Inodes.Max(inode => _syncs.Where(sync => sync.At > effect.Moment && sync.Inode == inode).Select(sync => sync.At).DefaultIfEmpty(int.MaxValue).Min());

    internal abstract record Effect(int Moment)
    {
        public int SafeAt { get; set; }

        public abstract IEnumerable<int> Inodes { get; }

        public abstract void Apply(Dictionary<int, Dictionary<string, int>> folders, Dictionary<int, byte[]> data, Dictionary<int, UnixFileMode> modes, bool isTorn);
    }

    private sealed record Named(int At, (int Folder, string Name, int Inode)[] Changes) : Effect(At)
    {
        public override IEnumerable<int> Inodes => Changes.Select(change => change.Folder).Distinct();

        public override void Apply(Dictionary<int, Dictionary<string, int>> folders, Dictionary<int, byte[]> data, Dictionary<int, UnixFileMode> modes, bool isTorn)
        {
            foreach (var (folder, name, inode) in Changes)
            {
                if (!folders.TryGetValue(folder, out var names)) folders.Add(folder, names = []);
                if (inode == 0) names.Remove(name);
                else names[name] = inode;
            }
        }
    }

    private sealed record Written(int At, int Inode, int Offset, byte[] Bytes) : Effect(At)
    {
        public override IEnumerable<int> Inodes => [Inode];

        // Torn: the size is there, and of the bytes only the first half.
        public override void Apply(Dictionary<int, Dictionary<string, int>> folders, Dictionary<int, byte[]> data, Dictionary<int, UnixFileMode> modes, bool isTorn)
        {
            var old = data.GetValueOrDefault(Inode) ?? [];
            var grown = new byte[Math.Max(old.Length, Offset + Bytes.Length)];
            old.CopyTo(grown, 0);
            Bytes.AsSpan(0, isTorn ? Bytes.Length / 2 : Bytes.Length).CopyTo(grown.AsSpan(Offset));
            data[Inode] = grown;
        }
    }

    private sealed record Sized(int At, int Inode, int Size, bool OnlyGrow) : Effect(At)
    {
        public override IEnumerable<int> Inodes => [Inode];

        public override void Apply(Dictionary<int, Dictionary<string, int>> folders, Dictionary<int, byte[]> data, Dictionary<int, UnixFileMode> modes, bool isTorn)
        {
            var old = data.GetValueOrDefault(Inode) ?? [];
            if (OnlyGrow && old.Length >= Size) return;
            var sized = new byte[Size];
            old.AsSpan(0, Math.Min(old.Length, Size)).CopyTo(sized);
            data[Inode] = sized;
        }
    }

    private sealed record Moded(int At, int Inode, UnixFileMode Mode) : Effect(At)
    {
        public override IEnumerable<int> Inodes => [Inode];

        public override void Apply(Dictionary<int, Dictionary<string, int>> folders, Dictionary<int, byte[]> data, Dictionary<int, UnixFileMode> modes, bool isTorn) => modes[Inode] = Mode;
    }
}
