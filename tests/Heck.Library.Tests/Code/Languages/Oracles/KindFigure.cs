namespace Heck.Library.Tests.Code.Languages.Oracles;

/// <summary>How many declarations of a kind the compiler sees, how many we do, and how many are the same.</summary>
internal sealed record KindFigure(string Kind, int Theirs, int Ours, int Same)
{
    public double Recall => Theirs == 0 ? 1 : (double)Same / Theirs;

    public double Precision => Ours == 0 ? 1 : (double)Same / Ours;
}
