namespace Heck.Code.Languages.TypeScript.Refactoring.Move;

/// <summary>The forms of an import.</summary>
internal enum Form
{
    Named,
    Default,
    Namespace,
}
