using CommunityWidget.Moderation.Sanctions;
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

    [Theory]
    [InlineData("en", "Ended on 3 March 2026", "Lifted on 3 March 2026", "decided on 3 March 2026")]
    [InlineData("fr", "Terminée le 3 mars 2026", "Levée le 3 mars 2026", "décision du 3 mars 2026")]
    public void What_was_to_end_half_an_hour_after_midnight_ended_on_that_day(string language, string ended, string lifted, string decided)
    {
        var (at, paris) = (new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), new Hours("Europe/Paris", []));
        var (texts, sanction) = (ConductTexts.In(language), new Sanction { Kind = SanctionKinds.Suspension, EndsAt = at });

        Assert.Equal((ended, lifted, decided), (texts.State(sanction, at + 1, paris), texts.State(sanction with { LiftedAt = at }, at + 1, paris), texts.DecidedOn(at, paris)));
    }
}
