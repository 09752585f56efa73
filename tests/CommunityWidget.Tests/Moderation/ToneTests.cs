using CommunityWidget.Moderation.Judging;

namespace CommunityWidget.Tests.Moderation;

/// <summary>How a text speaks of people: heard by the model, and by itself no reason to hold anything.</summary>
public sealed class ToneTests
{
    [Theory]
    [InlineData("He is a nincompoop and a buffoon", "en", 2, 0)]
    [InlineData("They should be lynched, and deported", "en", 0, 2)]
    [InlineData("Ce sont des charlatans et des tocards", "fr", 2, 0)]
    [InlineData("Where is my parcel, please?", "en", 0, 0)]
    [InlineData("Buffoon, buffoon, buffoon, buffoon, buffoon, buffoon", "en", 4, 0)]
    public void Contempt_and_ill_wishes_are_counted(string text, string language, int scorn, int harm) =>
        Assert.Equal((scorn, harm), Heard(text, language, clues => (clues.Tone.Scorn, clues.Tone.Harm)));

    [Theory]
    [InlineData("What a load of sh*t", true)]
    [InlineData("f****** late again", true)]
    [InlineData("Five stars: ***** for the kettle", false)]
    [InlineData("It is 3*4 m and made of C#", false)]
    [InlineData("The 3d*model of a 2x*y", false)]
    [InlineData("The part is called thermostat*housing*cover", false)]
    public void A_word_with_stars_for_letters_is_known_for_one(string text, bool masked) => Assert.Equal(masked, Heard(text, "en", clues => clues.Tone.Masked));

    [Theory]
    [InlineData("The rednecks of the title", true)]
    [InlineData("The farmers of the title", false)]
    public void Slang_for_people_is_known_for_it(string text, bool slang) => Assert.Equal(slang, Heard(text, "en", clues => clues.Tone.Slang));

    [Theory]
    [InlineData("The villain of that film is a charlatan", "en")]
    [InlineData("Ce charlatan de médium est un tocard", "fr")]
    [InlineData("The rednecks of the title", "en")]
    public void By_itself_it_is_no_find_of_the_lists(string text, string language) => Assert.False(Heard(text, language, clues => clues.IsClue));

    [Theory]
    [InlineData("She is a nincompoop, a buffoon", "en")]
    [InlineData("Elle est une charlatane, une tocarde", "fr")]
    public void The_model_is_surer_for_it(string text, string language)
    {
        using var read = new ReadText(text);
        var steps = 0;
        var clues = Clues.Of(read, language, ref steps);

        Assert.True(TextModel.Shipped.Of(read, clues).Insult > TextModel.Shipped.Of(read, clues with { Tone = default }).Insult + 0.02f);
    }

    private static T Heard<T>(string text, string language, Func<Clues, T> what)
    {
        using var read = new ReadText(text);
        var steps = 0;
        return what(Clues.Of(read, language, ref steps));
    }
}
