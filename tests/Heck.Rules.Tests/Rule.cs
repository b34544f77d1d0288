namespace Heck.Rules.Tests;

internal static class Rule
{
    /// <summary>Fails with every offender on a line of its own, whole (Assert.Empty cuts them).</summary>
    public static void HasNoOffender(IEnumerable<string> offenders)
    {
        var list = offenders.ToList();
        Assert.True(list.Count == 0, string.Join(Environment.NewLine, list));
    }
}
