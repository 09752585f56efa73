using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.AnswerPages.Searching;

/// <summary>Which pages stand beside a page, in which order they are found, and what is done about what another version wrote.</summary>
public sealed class ListsOfPagesTests
{
    [Theory]
    [InlineData("reworded")]
    [InlineData("withdrawn")]
    public async Task A_page_that_changes_or_goes_leaves_no_list_shorter_than_it_could_be(string how)
    {
        await using var world = await TestWorld.Start();
        var pages = new List<Edition>();
        for (var lamp = 0; lamp < 9; lamp++) pages.Add(await world.Page($"Does the brass lamp hum at {lamp} watts?", "It hums a little."));
        await world.Get<RelatedPages>().Run();
        Assert.Equal([6L], (await Lengths(world)).Values.Distinct());

        foreach (var page in pages.Take(2))
        {
            await world.Write(async (store, tx) =>
            {
                if (how == "withdrawn") await store.Withdraw(tx, page.Thread, world.Now);
                else await world.Get<EditionEdits>().Reword(tx, page.Id, (await store.Answers(tx, page.Id))[0].Id, "It sings.", world.Now);
            });
            await world.Get<RelatedPages>().Run();
        }

        var lengths = await Lengths(world);
        Assert.Equal(how == "withdrawn" ? 7 : 9, lengths.Count);
        Assert.All(lengths.Values, length => Assert.Equal(6, length));
    }

    [Fact]
    public async Task Who_is_named_by_another_stays_beside_it_when_its_own_list_is_looked_for_again()
    {
        await using var world = await TestWorld.Start();
        var (lamp, sofa) = (await world.Page("Does the brass lamp hum?"), await world.Page("Does the velvet sofa fade?"));
        await world.Get<RelatedPages>().Run();
        // As where one of them is a good deal longer: alike from there, and not from here.
        await world.Write((_, tx) => tx.Execute("insert into related_pages (page, other, likeness) values (@Lamp, @Sofa, 300) on conflict do nothing", new { Lamp = lamp.Id, Sofa = sofa.Id }));
        await world.Write((_, tx) => tx.Execute("update search_pages set related_at = null"));

        await world.Get<RelatedPages>().Run();

        Assert.Equal([sofa.Id], (await world.Get<ReadPage>().Run(world.Here.Id, lamp.PublicId))!.Related.Select(other => other.Id));
    }

    [Fact]
    public async Task The_search_page_shows_what_is_found_in_the_order_it_is_found_in()
    {
        await using var world = await TestWorld.Start();
        foreach (var title in new[]
        {
            "Brass lamp, brass lamp: which brass lamp is of brass?", "How do I oil brass?", "Does the lamp hum?", "Lamp oil: where do I get lamp oil for the lamp?", "Is the oil of the lamp safe?",
            "I have had the lamp of brass in the attic for many years, next to some oil and old curtains, and now my neighbour would like to know whether the whole of it can be sent by parcel to Norway before winter?",
            "Which wick, which glass and which oil belong to the brass lamp with the green shade that stood on the last page of the catalogue of spring?",
        })
            await world.Page(title, "It depends.");
        await world.Page("La lampe brass oil", language: "fr");
        var differs = false;

        foreach (var words in new[] { "brass lamp oil", "oil lamp", "brass", "which brass lamp oil for winter", "lamp of brass in the attic" })
        {
            var found = (await world.Get<FindPages>().Run(world.Here.Id, words, "en", 100)).Where(one => one.Fit.Covered >= 0.2).ToList();
            var shown = (await world.Get<SearchPages>().Find(world.Here.Id, words, ShownBefore.Nothing, 100)).Pages.Where(page => page.Language == "en").Select(page => page.Id);

            Assert.Equal(found.Select(one => one.Page), shown);
            differs |= !found.OrderByDescending(one => one.Fit.Sureness).SequenceEqual(found);
        }
        // Otherwise this says nothing.
        Assert.True(differs);
    }

    [Fact]
    public async Task What_another_version_wrote_is_not_compared_and_is_read_anew_within_minutes()
    {
        await using var world = await TestWorld.Start();
        var (page, other) = (await world.Page("Does the oak table need oil?"), await world.Page("Does the oak chair need oil?"));
        await world.Get<IndexOldPages>().Run();
        Assert.Equal(2, (await world.Get<FindPages>().Run(world.Here.Id, "oak oil", "en", 10)).Count);

        // As a node of another version does that is still running.
        await world.Write((_, tx) => tx.Execute("update search_pages set version = 1, vector = @Vector where page = @Id", new { Vector = new byte[] { 1 }, page.Id }));

        Assert.Equal([other.Id], (await world.Get<FindPages>().Run(world.Here.Id, "oak oil", "en", 10)).Select(one => one.Page));
        await world.Get<IndexOldPages>().Run();
        Assert.Single(await world.Get<FindPages>().Run(world.Here.Id, "oak oil", "en", 10));
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.Get<IndexOldPages>().Run();
        Assert.Equal(2, (await world.Get<FindPages>().Run(world.Here.Id, "oak oil", "en", 10)).Count);
    }

    private static async Task<Dictionary<Guid, long>> Lengths(TestWorld world) =>
        (await world.Db.Query<(Guid Page, long Number)>("select s.page, (select count(*) from related_pages r where r.page = s.page) as number from search_pages s")).ToDictionary(one => one.Page, one => one.Number);
}
