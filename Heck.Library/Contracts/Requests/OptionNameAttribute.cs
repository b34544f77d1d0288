namespace Heck.Contracts.Requests;

/// <summary>Gives a request property an option that its own name cannot spell.</summary>
/// <param name="name">The option without its dashes, such as <c>3way</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionNameAttribute(string name) : Attribute
{
    /// <summary>The option without its dashes.</summary>
    public string Name { get; } = name;
}
