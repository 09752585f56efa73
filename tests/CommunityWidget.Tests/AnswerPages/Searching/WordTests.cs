using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.AnswerPages.Searching.Ranking;

namespace CommunityWidget.Tests.AnswerPages.Searching;

public sealed class WordTests
{
    [Theory]
    [InlineData("L’été, où ÉTIEZ-vous ?", "l ete ou etiez vous")]
    [InlineData("The WRX-500/b fits", "the wrx 500 b wrx500b fits")]
    [InlineData("Size 42.5, please", "size 42 5 425 please")]
    [InlineData("well-known", "well known")]
    [InlineData("the WRX‑500", "the wrx 500 wrx500")]
    [InlineData("﷐\uFFFE\uD83D half", "half")]
    [InlineData("日本語 ﬁne", "日本 本語 fine")]
    [InlineData("पानी की बोतल, क्या ठंडा?", "पानी की बोतल क्या ठंडा")]
    [InlineData("iPhone15のガラスを500円で、𠮷野", "iphone15 のカ\u3099 カ\u3099ラ ラス スを 500 円て\u3099 𠮷野")]
    [InlineData("ที่ไหน", "ที่ไ ไห หน")]
    [InlineData("水 と", "水 と")]
    [InlineData("الكِتَاب שָׁלוֹם 1️⃣", "الكتاب שלום 1")]
    [InlineData("Cœur d’ŒUVRE, ex æquo, Straße, ǼON", "coeur d oeuvre ex aequo strasse aeon")]
    public void Words_are_small_and_without_accents_and_a_model_number_stays_whole_beside_its_parts(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Of(text)));

    [Theory]
    [InlineData("en", "Over Wi-Fi, non-stick", "wifi nonstick")]
    [InlineData("en", "a plug-in by e-mail", "plugin email")]
    [InlineData("en", "a Wi-Fi-router", "wifi firouter wifirouter")]
    [InlineData("en", "state-of-the-art, black/white, shop.example, my_lamp - lamp, as-is", "")]
    [InlineData("fr", "Va-t-il au micro-ondes, est-ce celui-là, y a-t-il, peut-on, dites-moi, peut-être", "microondes")]
    [InlineData("fr", "Un t-shirt sur-mesure", "tshirt surmesure")]
    public void Words_set_together_by_hyphens_are_one_too_unless_they_are_small_words_or_hang_on_a_French_verb(string language, string text, string names) =>
        Assert.Equal(names, string.Join(' ', Compounds.Of(text, language).Select(one => string.Concat(one))));

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
    public void However_much_is_typed_so_much_of_it_is_read_and_looked_for()
    {
        var many = Features.Read(string.Join(' ', Enumerable.Range(0, 900).Select(n => $"word{n}")), "en");
        var query = new Query(many, new Statistics(100, 1, 1, new Dictionary<Feature, long>()), new Dictionary<Feature, IReadOnlyList<Feature>>());

        Assert.Equal(700, many.Length);
        Assert.Equal(64, Assert.Single(Words.Of(new string('a', 100))).Length);
        Assert.Equal(40, Candidates.Statement(Here, query, most: 64)!.Value.Parameters.ParameterNames.Count(name => name[0] == 't'));
    }

    [Fact]
    public void A_vector_comes_back_from_its_bytes_as_it_was()
    {
        var asked = Features.Read("Does the brass lamp darken? The lamp is new.", "en");
        var kept = PageVector.Of(Features.Read("Does the brass lamp darken?", "en"), asked, Features.Read("It does, polish it.", "en"));
        var read = PageVector.Unpack(kept.Pack());
        Assert.Equal((9, 3, 4), (read.AskedLength, read.TitleWords, read.AnsweredLength));
        Assert.Equal((2, 0, true), read.Count(Feature.Of(FeatureKinds.Stem, "lamp")));
        Assert.Equal((1, 0, false), read.Count(Feature.Of(FeatureKinds.Stem, "new")));
        Assert.Equal((0, 1, false), read.Count(Feature.Of(FeatureKinds.Stem, "polish")));
        Assert.Equal((0, 0, false), read.Count(Feature.Of(FeatureKinds.Stem, "velvet")));
    }

    [Fact]
    public void Of_a_long_story_the_page_is_meant_whose_headline_is_told_in_it_and_of_a_few_words_any_that_has_them()
    {
        const string story = "My brass lamp hangs above the kitchen table, its cable broke yesterday while guests came, and I wonder whether a longer cable fits the lamp or the hook must change too.";
        var (asked, nothing) = (Features.Read(story, "en"), Features.Read("", "en"));
        var among = new Statistics(100, asked.Length, 1, new Dictionary<Feature, long>());
        var (told, other) = (Page("Longer cable for a brass lamp"), Page("Curtains shrank in the laundry"));

        Assert.True(Of(story, told).Score > Of(story, other).Score);
        // How alike they are is the same: headlines order pages, they do not make one sure.
        Assert.Equal(Of(story, told).Sureness, Of(story, other).Sureness);
        Assert.Equal(Of("lamp cable", told).Score, Of("lamp cable", other).Score);

        // The same words in both, so that only the headline differs.
        PageVector Page(string title) => PageVector.Of(Features.Read(title, "en"), Features.Read($"{story} Longer cable for a brass lamp. Curtains shrank in the laundry.", "en"), nothing);

        Fit Of(string text, PageVector page) => Rank.Of(new Query(Features.Read(text, "en"), among, new Dictionary<Feature, IReadOnlyList<Feature>>()), page);
    }

    private static Space Here { get; } = Space.Of(Guid.Empty, "en");
}
