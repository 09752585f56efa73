using CommunityWidget.Pages.Conduct;
using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Moderation;

public sealed class ConductTimeTests
{
    private static readonly long Noon = new DateTimeOffset(2026, 7, 1, 12, 5, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    [Theory]
    [InlineData("en", "Europe/Paris", "1 July 2026, 14:05 (Paris time)")]
    [InlineData("fr", "Europe/Paris", "1 juillet 2026 à 14:05 (heure de Paris)")]
    [InlineData("en", "America/Argentina/Buenos_Aires", "1 July 2026, 09:05 (Buenos Aires time)")]
    [InlineData("fr", "UTC", "1 juillet 2026 à 12:05 UTC")]
    [InlineData("en", "Nowhere/At_all", "1 July 2026, 12:05 UTC")]
    public void When_a_sanction_ends_stands_on_the_shop_s_clock_and_says_whose_that_is(string language, string zone, string said) =>
        Assert.Equal(said, ConductTexts.In(language).Moment(Noon, new Hours(zone, [])));
}
