namespace Heck.Contracts.Requests;

/// <summary>Gives a request property a one-letter option beside its long one.</summary>
/// <param name="letter">The letter, without dash.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShortNameAttribute(char letter) : Attribute
{
    /// <summary>The letter, without dash.</summary>
    public char Letter { get; } = letter;
}
