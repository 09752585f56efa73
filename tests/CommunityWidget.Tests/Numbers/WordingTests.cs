using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Texts;
using CommunityWidget.Tests.Architecture;

namespace CommunityWidget.Tests.Numbers;

/// <summary>Sentences with a number or a date in them read as somebody would write them.</summary>
public sealed class WordingTests
{
    private static readonly NumbersTexts En = NumbersTexts.In("en"), Fr = NumbersTexts.In("fr");

    [Fact]
    public void A_period_and_what_it_is_compared_with()
    {
        var (week, day) = (new Period(new(2026, 10, 12), new(2026, 10, 18)), new Period(new(2026, 10, 12), new(2026, 10, 12)));

        Assert.Equal("12 Oct 2026 to 18 Oct 2026, by the clock of Europe/Paris, compared with 5 Oct 2026 to 11 Oct 2026.", En.Speaks(week, "Europe/Paris"));
        Assert.Equal("Du 12 oct. 2026 au 18 oct. 2026, fuseau horaire Europe/Paris, par rapport à la période du 5 oct. 2026 au 11 oct. 2026.", Fr.Speaks(week, "Europe/Paris"));
        Assert.Equal("12 oct. 2026, fuseau horaire Europe/Paris, par rapport au 11 oct. 2026.", Fr.Speaks(day, "Europe/Paris"));
    }

    [Theory]
    [InlineData(0, 1, "0 ratings of 1 answered question.", "0 note pour 1 question répondue.")]
    [InlineData(1, 2, "1 rating of 2 answered questions.", "1 note pour 2 questions répondues.")]
    [InlineData(2, 9, "2 ratings of 9 answered questions.", "2 notes pour 9 questions répondues.")]
    public void Ratings_and_what_they_are_of(int rated, int answered, string english, string french) =>
        Assert.Equal((english, french), (En.Ratings(rated, answered), Fr.Ratings(rated, answered)));

    [Fact]
    public void One_is_one_and_several_are_several()
    {
        Assert.Equal(("and 1 more", "et 1 autre", "et 2 autres"), (En.More(1), Fr.More(1), Fr.More(2)));
        Assert.EndsWith("; 1 arrivé pendant celle-ci.", Fr.RegisteredMeans(1));
        var (one, some) = (new CoverageCell(0, 9, 1, 1, 60, 1, null, null), new CoverageCell(0, 9, 2, 0, 120, 1, null, null));
        Assert.Equal("Lundi 9 h–10 h : 1 posée, 1 manquée, 1,0 disponible", Fr.HeatOf(one));
        Assert.Equal("Lundi 9 h–10 h : 2 posées, 0 manquée, 2,0 disponibles", Fr.HeatOf(some));
        Assert.StartsWith("Monday 9:00–10:00: 1 of 1 question not answered", En.Worst(one, "English", "Lamps"));
        Assert.StartsWith("Lundi 9 h–10 h : 1 question sur 1 sans", Fr.Worst(one, "English", "Lamps"));
    }

    [Fact]
    public void No_page_writes_a_colon_between_two_values_itself() => Assert.Empty(
        Repository.Files("src/CommunityWidget/Numbers/Pages", ".cshtml").Where(file => file.Text.Contains("}: {", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void A_colon_keeps_to_its_word() => Assert.Equal(("Day: 3", "Jour : 3"), (En.Named("Day", "3"), Fr.Named("Jour", "3")));
}
