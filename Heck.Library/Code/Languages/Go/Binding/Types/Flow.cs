using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>A place where a value is given to something of another type.</summary>
/// <param name="Target">The type that it is given to.</param>
/// <param name="Value">The value's type.</param>
/// <param name="At">Where.</param>
internal readonly record struct Flow(GoType Target, GoType Value, GoNode At);
