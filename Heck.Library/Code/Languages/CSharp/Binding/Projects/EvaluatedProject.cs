namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>A project as its build gives it to the compiler, its references still as files.</summary>
internal sealed record EvaluatedProject(CSharpProject Project, IReadOnlyList<string> References);
