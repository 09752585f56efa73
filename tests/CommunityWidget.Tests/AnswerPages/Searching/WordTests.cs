using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.Tests.AnswerPages.Searching;

public sealed class WordTests
{
    [Theory]
    [InlineData("L’été, où ÉTIEZ-vous ?", "l ete ou etiez vous")]
    [InlineData("The WRX-500/b fits", "the wrx 500 b wrx500b fits")]
    [InlineData("Size 42.5, please", "size 42 5 425 please")]
    [InlineData("well-known", "well known")]
    [InlineData("﷐\uFFFE\uD83D half", "half")]
    [InlineData("日本語 ﬁne", "日本語 fine")]
    public void Words_are_small_and_without_accents_and_a_model_number_stays_whole_beside_its_parts(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Of(text)));

    [Theory]
    [InlineData("en", "delivery", "deliveries")]
    [InlineData("en", "cancel", "cancelling")]
    [InlineData("fr", "livraison", "livraisons")]
    [InlineData("fr", "rembourser", "rembourse")]
    [InlineData("fr", "résilié", "resilie")]
    public void Endings_and_accents_make_no_difference(string language, string one, string other)
    {
        string Stem(string word) => Stems.Of(Words.Of(word).Single(), language);
        Assert.Equal(Stem(one), Stem(other));
    }

    [Theory]
    [InlineData("refund", "refnud")]
    [InlineData("refund", "refundd")]
    [InlineData("refund", "refud")]
    [InlineData("refund", "rafund")]
    public void A_letter_too_many_too_few_wrong_or_in_the_wrong_place_is_near(string word, string typo) =>
        Assert.NotEmpty(Spellings.Of(Here, word).Intersect(Spellings.Of(Here, typo)));

    [Theory]
    [InlineData("refund", "reform")]
    [InlineData("wrx500", "wrx501")]
    [InlineData("hat", "cat")]
    public void Other_words_numbers_and_short_ones_are_not(string one, string other) =>
        Assert.Empty(Spellings.Of(Here, one).Intersect(Spellings.Of(Here, other)));

    [Fact]
    public void A_vector_comes_back_from_its_bytes_as_it_was()
    {
        var asked = Features.Read("Does the brass lamp darken? The lamp is new.", "en");
        var kept = PageVector.Of(asked, Features.Read("It does, polish it.", "en"));
        var read = PageVector.Unpack(kept.Pack());
        Assert.Equal((kept.AskedLength, kept.AnsweredLength), (read.AskedLength, read.AnsweredLength));
        Assert.Equal((2, 0), Of("lamp"));
        Assert.Equal((0, 1), Of("polish"));
        Assert.Equal((0, 0), Of("velvet"));

        (int, int) Of(string word)
        {
            var (times, answered) = read.Count(Feature.Of(FeatureKinds.Stem, word));
            return (times, answered);
        }
    }

    private static Space Here { get; } = Space.Of(Guid.Empty, "en");
}
