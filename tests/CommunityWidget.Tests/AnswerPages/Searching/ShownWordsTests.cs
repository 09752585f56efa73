using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.AnswerPages.Searching;

/// <summary>Whatever a public page shows finds it, on whichever database the run has.</summary>
public sealed class ShownWordsTests
{
    [Fact]
    public async Task A_word_is_found_in_any_of_ten_answers_and_is_taken_for_no_typo()
    {
        await using var world = await TestWorld.Start();
        await world.Page("Is there a tefloh lamp?");
        var page = await world.Page("Which pan is best?", answers: [.. Enumerable.Range(0, 10).Select(n => Words(60, $"of{n}") + (n == 4 ? " teflon" : ""))]);

        Assert.Equal([page.Id], await Found(world, "teflon"));
    }

    [Theory]
    [InlineData(150)]
    [InlineData(1_200)]
    public async Task A_word_is_found_however_late_an_answer_says_it(int at)
    {
        await using var world = await TestWorld.Start();
        await world.Page("Which lamp is best?");
        var page = await world.Page("Which pan is best?", $"{Words(at, "said")} teflon");

        Assert.Equal([page.Id], await Found(world, "teflon"));
    }

    [Theory]
    [InlineData(150)]
    [InlineData(900)]
    public async Task So_it_is_however_late_a_question_says_it(int at)
    {
        await using var world = await TestWorld.Start();
        await world.Page("Which lamp is best?");
        var page = await world.Page("Which pan is best?", question: $"{Words(at, "told")} teflon");

        Assert.Equal([page.Id], await Found(world, "teflon"));
    }

    [Fact]
    public async Task However_long_one_answer_is_what_stands_in_the_others_is_found()
    {
        await using var world = await TestWorld.Start();
        var page = await world.Page("Which pan is best?", answers: [Words(3_000, "first"), $"{Words(40, "second")} teflon", "Take the WRX 500."]);

        Assert.Equal([page.Id], await Found(world, "teflon"));
        Assert.Equal([page.Id], await Found(world, "wrx500"));
        // Nor does it fill the index: two thousand words of answers, and what is asked.
        Assert.InRange((await world.Db.Query<long>("select count(*) from search_terms")).Single(), 2_000, 2_020);
    }

    [Fact]
    public async Task What_stands_late_in_an_answer_is_offered_to_nobody_for_it()
    {
        await using var world = await TestWorld.Start();
        await world.Page("Which pan is best?", $"{Words(150, "said")} teflon coating scratches");

        Assert.Empty(await world.Get<SimilarPages>().Sure(world.Here.Id, "does teflon coating scratch", "en", 3));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Blade 4")]
    public async Task A_page_is_found_by_its_product_s_id(string? name)
    {
        await using var world = await TestWorld.Start();
        await world.Page("Does it rust?", product: "Lamp", productId: "B00004U9JR");
        var page = await world.Page("Does it rust?", product: name, productId: "B00004U9JP");

        Assert.Equal([page.Id], await Found(world, "b00004u9jp"));
        Assert.Empty(await world.Get<SimilarPages>().Sure(world.Here.Id, "b00004u9jp b00004u9jp", "en", 3));
    }

    [Theory]
    [InlineData("WRX-500", "wrx500")]
    [InlineData("WRX-500", "wrx 500")]
    [InlineData("brass-reading-lamp", "brass-reading-lamp")]
    [InlineData("teapot", "teapots")]
    public async Task So_it_is_by_its_parts_where_the_id_stands_for_the_name(string id, string typed)
    {
        await using var world = await TestWorld.Start();
        await world.Page("Does it bend?", productId: "7");
        var page = await world.Page("Does it rust?", productId: id);

        Assert.Equal([page.Id], await Found(world, typed));
    }

    [Fact]
    public async Task What_every_id_has_beside_a_name_finds_no_page()
    {
        await using var world = await TestWorld.Start();
        var page = await world.Page("Does it rust?", product: "Blade", productId: "gid://shopify/Product/7982");

        Assert.Empty(await Found(world, "product"));
        Assert.Equal([page.Id], await Found(world, "7982"));
    }

    [Theory]
    [InlineData("zh", "这盏灯可以调节亮度吗？", "灯")]
    [InlineData("zh", "这盏灯可以调节亮度吗？", "灯 红")]
    [InlineData("ja", "この傘は何色ですか？", "傘")]
    [InlineData("th", "ชาเขียวไหม", "ช")]
    public async Task One_letter_of_a_writing_without_spaces_finds_the_page(string language, string title, string typed)
    {
        await using var world = await TestWorld.Start();
        await world.Page("哪里可以买到", language: language);
        var page = await world.Page(title, language: language);

        Assert.Equal([page.Id], await Found(world, typed));
    }

    [Fact]
    public async Task Letters_alone_make_no_page_worth_a_suggestion()
    {
        await using var world = await TestWorld.Start();
        await world.Page("使用说明在哪里吗", language: "zh");

        Assert.Empty(await world.Get<SimilarPages>().Find(world.Here.Id, "用 LED 吗", "zh", 3));
        Assert.Empty(await world.Get<SimilarPages>().Sure(world.Here.Id, "用 吗", "zh", 3));
    }

    [Fact]
    public async Task Pages_read_by_the_version_before_are_read_anew_by_themselves()
    {
        await using var world = await TestWorld.Start();
        var page = await world.Page("Which pan is best?", $"{Words(150, "said")} teflon");
        var before = await Terms();
        await world.Write((_, tx) => tx.Execute("delete from search_terms where impact = (select min(impact) from search_terms)"));
        await world.Write((_, tx) => tx.Execute("update search_pages set version = 5"));
        Assert.NotEqual(before, await Terms());

        await world.Get<IndexOldPages>().Run();

        Assert.Equal(before, await Terms());
        Assert.Equal([page.Id], await Found(world, "teflon"));

        async Task<long> Terms() => (await world.Db.Query<long>("select count(*) from search_terms")).Single();
    }

    private static string Words(int count, string beginning) => string.Join(' ', Enumerable.Range(0, count).Select(n => $"{beginning}{(char)('a' + (n / 676))}{(char)('a' + (n / 26 % 26))}{(char)('a' + (n % 26))}x"));

    private static async Task<IEnumerable<Guid>> Found(TestWorld world, string typed) => (await world.Get<SearchPages>().Find(world.Here.Id, typed, ShownBefore.Nothing, 10)).Pages.Select(page => page.Id);
}
