namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>The declaration spaces of TypeScript: one name may be a value, a type and a namespace at once.</summary>
[Flags]
internal enum Meaning : byte
{
    None = 0,
    Value = 1,
    Type = 2,
    Namespace = 4,
    All = Value | Type | Namespace,
}
