namespace Heck.Contracts.Requests;

/// <summary>Marks a request property that a command line gives by position instead of by name.</summary>
/// <param name="order">Place among the positions, from 0. A list takes all that remain and comes last.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PositionalAttribute(int order) : Attribute
{
    /// <summary>Place among the positions, from 0.</summary>
    public int Order { get; } = order;
}
