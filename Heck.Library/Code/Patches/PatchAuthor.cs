using System.ComponentModel;

namespace Heck.Code.Patches;

/// <summary>Who had a patch made. What wrote the change itself, an engine or a model, stands beside it.</summary>
internal sealed record PatchAuthor(
    [property: Description("The person's name")] string Name,
    [property: Description("The person's address, where git knows one")] string? Email,
    [property: Description("Where the name is from")] PatchAuthorSource Source)
{
    public override string ToString() => Email is null ? Name : $"{Name} <{Email}>";
}
