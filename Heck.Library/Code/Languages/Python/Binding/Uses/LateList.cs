using System.Collections;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>A list that is made when somebody looks into it.</summary>
internal sealed class LateList<T>(IEnumerable<T> items) : IReadOnlyList<T>
{
    private readonly Lazy<List<T>> _items = new(() => [.. items.Distinct()]);

    public int Count => _items.Value.Count;

    public T this[int index] => _items.Value[index];

    public IEnumerator<T> GetEnumerator() => _items.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
