using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>One declaration of a symbol.</summary>
/// <param name="Name">The node with the name's characters; the keyword for what has none, such as an anonymous class.</param>
/// <param name="Node">The whole declaration: the declarator of a variable, the parameter of a pattern's name.</param>
internal readonly record struct TsDeclaration(TsNode Name, TsNode Node);
