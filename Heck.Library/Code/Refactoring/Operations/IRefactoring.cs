namespace Heck.Code.Refactoring.Operations;

/// <summary>A refactoring of one language; each is an <see cref="IRefactoring{TAsk}"/>.</summary>
internal interface IRefactoring;
