using Heck.Library.Tests.Runtime;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>What a user does to the files of a tree, and whether it is still so.</summary>
internal sealed class UserEdits(TemporaryRepository repository)
{
    private const UnixFileMode Odd = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.UserExecute;

    // The name under which each of the files is now.
    private readonly string?[] _names = ["0.txt", "1.txt", "2.txt", "3.txt"];
    private readonly List<(int File, string Line)> _written = [];
    private readonly HashSet<int> _moded = [];
    private readonly HashSet<string> _gone = [];
    private readonly Dictionary<string, string> _links = [];

    public void Act(int deed, int at)
    {
        var file = at % _names.Length;
        if (_names[file] is not { } name) return;
        switch (deed)
        {
            case 0 or 1 or 2: Write(file, name, deed); break;
            case 3: SetMode(file, name); break;
            case 4: Delete(file, name); break;
            case 5: Rename(file, name, at); break;
            default: Exchange(file, name); break;
        }
    }

    public void AssertAllThere()
    {
        foreach (var (file, line) in _written.Where(written => _names[written.File] is not null)) Assert.Contains(line, repository.Text(_names[file]!), StringComparison.Ordinal);
        foreach (var file in _moded.Where(file => _names[file] is not null)) Assert.Equal(Odd, File.GetUnixFileMode(repository.Full(_names[file]!)));
        foreach (var name in _gone) Assert.False(Path.Exists(repository.Full(name)), $"'{name}' has come back");
        foreach (var (name, target) in _links) Assert.Equal(target, new FileInfo(repository.Full(name)).LinkTarget);
    }

    private void Write(int file, string name, int place)
    {
        var lines = repository.Text(name).Split('\n').ToList();
        _written.Add((file, $"the user's {_written.Count}"));
        lines.Insert(lines.Count * place / 3, _written[^1].Line);
        // In place, as an editor does, so that the mode stays.
        File.WriteAllText(repository.Full(name), string.Join('\n', lines));
    }

    private void SetMode(int file, string name)
    {
        File.SetUnixFileMode(repository.Full(name), Odd);
        _moded.Add(file);
    }

    private void Delete(int file, string name)
    {
        File.Delete(repository.Full(name));
        _gone.Add(name);
        _names[file] = null;
    }

    private void Rename(int file, string name, int at)
    {
        _names[file] = $"renamed-{at}.txt";
        File.Move(repository.Full(name), repository.Full(_names[file]!));
        _gone.Add(name);
    }

    private void Exchange(int file, string name)
    {
        File.Delete(repository.Full(name));
        File.CreateSymbolicLink(repository.Full(name), "nowhere");
        _links[name] = "nowhere";
        _names[file] = null;
    }
}
