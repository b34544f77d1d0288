namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>A type argument that nothing said yet; as an expected type it expects nothing.</summary>
internal sealed class UninferredType(string parameter) : UnknownType($"the type argument {parameter} is not inferred");
