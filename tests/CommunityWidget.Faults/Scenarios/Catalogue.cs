namespace CommunityWidget.Faults.Scenarios;

internal static class Catalogue
{
    public static readonly IReadOnlyList<Scenario> All =
    [
        new F01NodeKilled(),
    ];
}
