using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Scopes;

/// <summary>A block and the names that it declares, each with the offset from which it can be seen.</summary>
internal sealed class GoScope(GoNode node)
{
    private readonly Dictionary<string, List<(GoObject Object, int From)>> _names = [];

    public GoNode Node { get; } = node;

    public IEnumerable<GoObject> Objects => _names.Values.SelectMany(n => n).Select(n => n.Object);

    public void Declare(GoObject declared, int from)
    {
        if (!_names.TryGetValue(declared.Name, out var same)) _names[declared.Name] = same = [];
        same.Add((declared, from));
    }

    public GoObject? Find(string name, int at)
    {
        if (!_names.TryGetValue(name, out var same)) return null;
        foreach (var (found, from) in same)
        {
            if (from <= at) return found;
        }

        return null;
    }

    /// <summary>Another object of the same block with the same name, which no program may have.</summary>
    public GoObject? Clash(GoObject declared) => _names.TryGetValue(declared.Name, out var same) ? same.Select(s => s.Object).FirstOrDefault(o => o != declared) : null;
}
