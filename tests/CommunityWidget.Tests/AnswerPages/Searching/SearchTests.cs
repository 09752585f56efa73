using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.Contracts;
using CommunityWidget.Questions.Suggesting;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.AnswerPages.Searching;

/// <summary>On whichever database the run has: the numbers in the index are the same, and so is what is found.</summary>
public sealed class SearchTests
{
    [Theory]
    [InlineData("en", "How do I descale the espresso machine?", "descaling an expresso machine")]
    [InlineData("en", "Does the WRX-500 fit a 90 cm kitchen?", "wrx500 kitchen")]
    [InlineData("en", "Where is my refund?", "refnud where")]
    [InlineData("fr", "Comment résilier mon abonnement ?", "resiliation de l'abonement")]
    [InlineData("fr", "Quelle est la durée de la livraison à l’étranger ?", "durées livraisons etranger")]
    [InlineData("en", "Does it work over Wi-Fi?", "wifi")]
    [InlineData("en", "Does it work over Wi\u2011Fi?", "wifi")]
    [InlineData("en", "Does it work over wifi?", "Wi-Fi")]
    [InlineData("en", "Is there a Wi-Fi-enabled one?", "wifi")]
    [InlineData("en", "Does the Wi-Fi-6 reach?", "wifi")]
    [InlineData("en", "Is the pan nonstick?", "non-stick")]
    [InlineData("en", "Does it play a Blu-ray?", "bluray")]
    [InlineData("en", "Can I cancel preorders?", "pre-order")]
    [InlineData("en", "Is there a plug-in?", "plugin")]
    [InlineData("en", "May I have it by e-mail?", "email")]
    [InlineData("en", "May I have it by email?", "e-mail")]
    [InlineData("fr", "Va-t-il au micro-ondes ?", "microondes")]
    [InlineData("fr", "Va-t-il au microondes ?", "micro-onde")]
    [InlineData("de", "Wo ist die E-Mail?", "email")]
    [InlineData("hi", "पानी की बोतल कितनी बड़ी है?", "पानी बोतल")]
    [InlineData("zh", "这盏灯可以调节亮度吗？", "灯 调节亮度")]
    [InlineData("ja", "このランプの電球はどこで買えますか？", "ランプの電球")]
    [InlineData("th", "โคมไฟนี้ปรับความสว่างได้ไหม", "ปรับความสว่าง")]
    public async Task Endings_accents_typos_and_model_numbers_find_the_page(string language, string title, string typed)
    {
        await using var world = await TestWorld.Start();
        await world.Page("Which bulb is in the reading lamp?");
        await world.Page("Quelle ampoule pour la lampe de lecture ?", language: "fr");
        var page = await world.Page(title, language: language);
        await world.Page(title, language: language, site: world.There);

        Assert.Equal(page.Id, (await world.Get<SimilarPages>().Find(world.Here.Id, typed, language, 3))[0].Page.Id);
        var found = (await world.Get<SearchPages>().Find(world.Here.Id, typed, ShownBefore.Nothing, 10)).Pages;
        Assert.Equal(page.Id, found[0].Id);
        Assert.All(found, one => Assert.Equal(world.Here.Id, one.Site));
    }

    [Fact]
    public async Task A_visitor_is_offered_nothing_rather_than_something_else()
    {
        await using var world = await TestWorld.Start();
        var page = await world.Page("Does the brass of the reading lamp darken with time?", "It does, polish it once a year.");
        await world.Page("Which bulb fits the brass reading lamp?", "An E14.");
        await world.Page("How long does delivery to Belgium take?");
        var similar = world.Get<SimilarPages>();

        Assert.Equal([page.Id], (await similar.Sure(world.Here.Id, "will the brass on my reading lamp darken", "en", 3)).Select(one => one.Page.Id));
        foreach (var other in new[] { "lamp", "My lamp arrived broken, can I send it back?", "My brass reading lamp arrived broken and I want to send it back, who pays for the parcel?", "Do you have a shop in Lyon?", "how long does it", "" })
            Assert.Empty(await similar.Sure(world.Here.Id, other, "en", 3));
        // A page nobody has answered yet answers nobody.
        var open = new Edition { Id = Guid.CreateVersion7(), PublicId = "abcdefghij", Title = page.Title, Slug = page.Slug };
        Assert.Equal([page.Title], (await similar.Told(world.Here, [open, page])).Select(one => one.Title));
        // What is asked in another language is not found by words that look alike.
        Assert.Empty(await similar.Find(world.Here.Id, "the brass of the reading lamp", "fr", 3));
    }

    [Fact]
    public async Task Where_the_best_answer_may_be_true_no_longer_another_question_is_none()
    {
        await using var world = await TestWorld.Start();
        var best = await world.Page("Does the brass of the reading lamp darken with time?", product: "Lamp");
        var other = await world.Page("Does the brass of the reading lamp scratch with time?", product: "Lamp");
        var (similar, lamp) = (world.Get<SimilarPages>(), new ProductContext(null, "Lamp", null));
        await world.Write((_, tx) => world.Get<EditionEdits>().SetOutdated(tx, best.Id, outdated: true, world.Now));

        Assert.Empty(await similar.Sure(world.Here.Id, best.Title, "en", 3, lamp));

        // What is about another product is none of theirs, however much it asks the same.
        await world.Write((_, tx) => tx.Execute("update pages set product_name = 'Torch' where id = @Id", new { best.Id }));
        Assert.Equal([other.Id], (await similar.Sure(world.Here.Id, best.Title, "en", 3, lamp)).Select(one => one.Page.Id));
    }

    [Fact]
    public async Task Two_short_words_are_a_beginning_and_offered_nothing()
    {
        await using var world = await TestWorld.Start();
        await world.Page("Oak oil?");
        var suggest = world.Get<SuggestAnswers>();

        Assert.Single((await suggest.Run(world.Here, new("oak, oil", "en"))).Value!.Pages);
        Assert.Empty((await suggest.Run(world.Here, new("oak oil", "en"))).Value!.Pages);
    }

    [Fact]
    public async Task A_page_out_of_sight_is_in_no_result_and_nothing_of_it_in_the_index()
    {
        await using var world = await TestWorld.Start();
        var stays = await world.Page("Does the oak table need oil?");
        var alone = await Index(world);
        await world.Get<RelatedPages>().Run();
        var goes = await world.Page("Does the velvet sofa need oil?", "Never: velvet is brushed.");
        await world.Get<RelatedPages>().Run();
        Assert.Equal([stays.Id], await Related(goes));
        Assert.Equal([goes.Id], await Related(stays));

        await world.Write((store, tx) => store.Hide(tx, goes.Thread, world.Now));
        await IsGone();
        await world.Write((store, tx) => store.Show(tx, goes.Id));
        Assert.Equal(goes.Id, (await world.Get<SimilarPages>().Find(world.Here.Id, "velvet sofa oil", "en", 3))[0].Page.Id);
        await world.Write((store, tx) => store.Withdraw(tx, goes.Thread, world.Now));
        await IsGone();

        async Task<IEnumerable<Guid>> Related(Edition page) => (await world.Get<ReadPage>().Run(world.Here.Id, page.PublicId))!.Related.Select(other => other.Id);

        async Task IsGone()
        {
            Assert.Empty((await world.Get<SearchPages>().Find(world.Here.Id, "velvet", ShownBefore.Nothing, 10)).Pages);
            Assert.DoesNotContain(goes.Id, (await world.Get<SimilarPages>().Find(world.Here.Id, "Does the velvet sofa need oil?", "en", 5)).Select(one => one.Page.Id));
            Assert.Empty(await Related(stays));
            // Also where it was found to be related in this very moment.
            await world.Write((_, tx) => tx.Execute("insert into related_pages (page, other, likeness) values (@stays, @goes, 900)", new { stays = stays.Id, goes = goes.Id }));
            Assert.Empty(await Related(stays));
            await world.Write((_, tx) => tx.Execute("delete from related_pages"));
            // Nor by whoever knows its number, as they may who found it a moment ago.
            Assert.Equal([stays.Id], (await world.Get<EditionStore>().Public(world.Here.Id, [goes.Id, stays.Id])).Select(page => page.Id));
            Assert.Empty(await world.Get<EditionStore>().Public(world.There.Id, [goes.Id, stays.Id]));
            Assert.Equal(alone, await Index(world));
        }
    }

    [Fact]
    public async Task However_many_are_alike_six_of_them_are_kept_for_each()
    {
        await using var world = await TestWorld.Start();
        for (var lamp = 0; lamp < 9; lamp++)
        {
            await world.Page($"Does the brass lamp hum at {lamp} watts?", "It hums a little.");
            await world.Get<RelatedPages>().Run();
        }

        Assert.Equal([6L], (await world.Db.Query<long>("select count(*) from related_pages group by page")).Distinct());
    }

    [Fact]
    public async Task A_draft_and_a_rejected_one_were_never_in_it()
    {
        await using var world = await TestWorld.Start();
        var page = await world.Page("Does the velvet sofa need oil?");
        await world.Write((store, tx) => store.Move(tx, page, Publications.Review, page.Title, world.Now));
        Assert.Empty(await Index(world));
        await world.Write((_, tx) => world.Get<PageIndex>().Came(tx, [page.Id]));
        Assert.Empty(await Index(world));
        await world.Write(async (store, tx) => await store.Move(tx, page with { State = Publications.Review }, Publications.Rejected, page.Title, world.Now));
        Assert.Empty(await Index(world));
    }

    [Fact]
    public async Task Pages_that_were_public_before_there_was_an_index_come_into_it_by_themselves()
    {
        await using var world = await TestWorld.Start();
        var page = await world.Page("Does the oak table need oil?");
        var before = await Index(world);
        await world.Db.Write<Done>(async tx =>
        {
            await PageIndex.Forget(tx, page.Id);
            return Done.It;
        });
        Assert.Empty(await Index(world));
        await world.Get<IndexOldPages>().Run();
        Assert.Equal(before, await Index(world));
    }

    [Fact]
    public async Task Further_results_follow_on_and_end()
    {
        await using var world = await TestWorld.Start();
        foreach (var room in new[] { "kitchen", "garden", "bedroom", "attic", "cellar" }) await world.Page($"Does the lamp suit the {room}?");
        var search = world.Get<SearchPages>();
        var first = await search.Find(world.Here.Id, "lamp", ShownBefore.Nothing, 3);
        var second = await search.Find(world.Here.Id, "lamp", first.Next!, 3);
        Assert.Equal((5, 3, 2, (ShownBefore?)null), (first.Count, first.Pages.Count, second.Pages.Count, second.Next));
        Assert.Equal(5, first.Pages.Concat(second.Pages).Select(page => page.Id).Distinct().Count());
        Assert.Equal(0, (await search.Find(world.Here.Id, "?!", ShownBefore.Nothing, 3)).Count);
        // One word of seven is not what was looked for.
        Assert.Equal(0, (await search.Find(world.Here.Id, "lamp xylophone quark zebra marmalade tuba volcano", ShownBefore.Nothing, 3)).Count);
    }

    [Fact]
    public async Task However_many_pages_have_a_word_so_many_rows_are_read_and_they_lie_in_order()
    {
        await using var world = await TestWorld.Start(on: await WorldFile.Create());
        var plan = await world.Db.Query<Step>("explain query plan select * from (select doc, impact * 3 as score from search_terms where term = 7 order by impact desc, doc desc limit 400) t0");
        Assert.Contains(plan, step => step.Detail.Contains("USING PRIMARY KEY (term=?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Detail.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    // Everything that is made of pages, row by row.
    private static async Task<IReadOnlyList<string>> Index(TestWorld world)
    {
        var rows = new List<string>();
        foreach (var (table, columns) in new[] { ("search_spaces where pages > 0", "pages, asked_words, answered_words"), ("search_pages", "doc"), ("search_terms", "term, doc"), ("search_words", "term, pages"), ("search_near", "variant, term"), ("related_pages", "page, other") })
            rows.AddRange((await world.Db.Query<dynamic>($"select {columns} from {table}")).Select(row => $"{table}: {string.Join(' ', ((IDictionary<string, object>)row).Values)}"));
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private sealed record Step { public string Detail { get; init; } = ""; }
}
