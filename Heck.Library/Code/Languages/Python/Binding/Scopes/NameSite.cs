using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Scopes;

/// <summary>An identifier of the source.</summary>
/// <param name="Node">The identifier.</param>
/// <param name="Role">What it is there.</param>
/// <param name="Scope">The scope in which it is evaluated.</param>
/// <param name="Binds">Whether it binds its name in that scope.</param>
internal sealed record NameSite(PythonNode Node, NameRole Role, Scope Scope, bool Binds);
