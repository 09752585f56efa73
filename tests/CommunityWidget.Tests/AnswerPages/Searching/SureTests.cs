using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.AnswerPages.Searching;

/// <summary>What only a search needs makes nobody surer of a page, on whichever database the run has.</summary>
public sealed class SureTests
{
    [Fact]
    public async Task What_a_page_says_late_tells_a_search_something_and_a_suggestion_nothing()
    {
        await using var world = await TestWorld.Start();
        await world.Page("Which pan is best?", answers: [.. Enumerable.Range(0, 30).Select(n => Words(120, $"of{(char)('a' + n)}"))]);
        var typed = $"Which pan is best? {string.Join(' ', Enumerable.Range(15, 9).Select(n => Words(50, $"of{(char)('a' + n)}").Split(' ')[^1]))}";

        var (suggested, searched) = (await world.Get<FindPages>().Run(world.Here.Id, typed, "en", 3), await world.Get<FindPages>().Search(world.Here.Id, typed, "en", 3));

        Assert.Equal(2, Assert.Single(suggested).Fit.Telling);
        Assert.Equal(11, Assert.Single(searched).Fit.Telling);
    }

    [Fact]
    public async Task What_a_question_says_late_neither()
    {
        await using var world = await TestWorld.Start();
        await world.Page("Which pan is best?", question: $"{Words(900, "told")} teflon coating scratches");

        Assert.Equal(2, Assert.Single(await world.Get<FindPages>().Run(world.Here.Id, "Which pan is best? teflon coating scratches", "en", 3)).Fit.Telling);
        Assert.Equal(5, Assert.Single(await world.Get<FindPages>().Search(world.Here.Id, "Which pan is best? teflon coating scratches", "en", 3)).Fit.Telling);
    }

    [Theory]
    [InlineData(19)]
    [InlineData(150)]
    public async Task A_word_that_some_page_says_is_taken_for_no_typo_of_another(int at)
    {
        await using var world = await TestWorld.Start();
        await world.Page("Can the lamp lean back?");
        await world.Page("Which pipe is best?", answers: [$"{Words(at, "first")} leak", .. Enumerable.Range(0, 7).Select(n => Words(25, $"of{(char)('a' + n)}"))]);

        Assert.Empty(await world.Get<SimilarPages>().Sure(world.Here.Id, "lamp leak", "en", 3));
        Assert.Single(await world.Get<SimilarPages>().Sure(world.Here.Id, "lamp leam", "en", 3));
    }

    [Theory]
    [InlineData("Which oil for a nonstick pan?", "is it non-stick?")]
    [InlineData("Which router has the best wifi range?", "does it have Wi-Fi?")]
    public async Task One_word_is_no_question_though_it_was_typed_as_two(string title, string typed)
    {
        await using var world = await TestWorld.Start();
        var page = await world.Page(title);

        Assert.Empty(await world.Get<SimilarPages>().Sure(world.Here.Id, typed, "en", 3));
        Assert.Equal(1, Assert.Single(await world.Get<FindPages>().Run(world.Here.Id, typed, "en", 3)).Fit.Telling);
        Assert.Equal([page.Id], (await world.Get<SimilarPages>().Sure(world.Here.Id, title.Replace("nonstick", "non-stick", StringComparison.Ordinal).Replace("wifi", "Wi-Fi", StringComparison.Ordinal), "en", 3)).Select(one => one.Page.Id));
    }

    [Fact]
    public async Task Of_a_suggestion_a_word_in_one_is_that_in_two_where_no_page_has_it_and_of_a_search_always()
    {
        await using var world = await TestWorld.Start();
        var page = await world.Page("Does the camera need Wi-Fi?");
        Assert.Equal(2, (await world.Get<FindPages>().Run(world.Here.Id, "camera wifi", "en", 1)).Single().Fit.Telling);

        await world.Page("Is there a wifi bridge?");

        Assert.Equal(1, (await world.Get<FindPages>().Run(world.Here.Id, "camera wifi", "en", 3)).Single(one => one.Page == page.Id).Fit.Telling);
        Assert.Equal(2, (await world.Get<FindPages>().Search(world.Here.Id, "camera wifi", "en", 3)).Single(one => one.Page == page.Id).Fit.Telling);
    }

    [Fact]
    public async Task A_word_typed_as_two_is_as_common_as_it_is_in_one()
    {
        await using var world = await TestWorld.Start();
        for (var n = 0; n < 20; n++) await world.Page($"Does {Words(n + 1, "lamp").Split(' ')[^1]} need wifi?");
        var camera = await world.Page("Does the camera need light?");

        Assert.Equal(camera.Id, Assert.Single(await world.Get<FindPages>().Run(world.Here.Id, "wifi camera", "en", 1)).Page);
        Assert.Equal(camera.Id, Assert.Single(await world.Get<FindPages>().Run(world.Here.Id, "Wi-Fi camera", "en", 1)).Page);
    }

    [Fact]
    public async Task One_page_as_long_as_a_book_makes_no_other_look_short()
    {
        await using var world = await TestWorld.Start();
        var page = await world.Page("Which pan is best?", answers: [.. Enumerable.Range(0, 30).Select(n => Words(300, $"of{(char)('a' + n)}"))]);

        Assert.Equal(700, await Answered());
        await world.Write((_, tx) => CommunityWidget.AnswerPages.Searching.Index.PageIndex.Forget(tx, page.Id));
        Assert.Equal(0, await Answered());

        async Task<long> Answered() => (await world.Db.Query<long>("select answered_words from search_spaces")).Single();
    }

    private static string Words(int count, string beginning) => string.Join(' ', Enumerable.Range(0, count).Select(n => $"{beginning}{(char)('a' + (n / 676))}{(char)('a' + (n / 26 % 26))}{(char)('a' + (n % 26))}x"));
}
