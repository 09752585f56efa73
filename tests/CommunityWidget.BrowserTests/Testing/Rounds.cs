namespace CommunityWidget.BrowserTests.Testing;

/// <summary>How often a test repeats itself: a few times with all others, as often as asked for alone.</summary>
public static class Rounds
{
    /// <param name="variable">Environment variable that asks for more.</param>
    /// <param name="usually">Without it.</param>
    public static int Of(string variable, int usually) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var asked) ? asked : usually;
}
