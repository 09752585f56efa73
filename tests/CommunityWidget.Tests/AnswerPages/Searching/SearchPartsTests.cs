using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.AnswerPages.Searching;

/// <summary>What is found is read part by part, while pages come and go; on whichever database the run has.</summary>
public sealed class SearchPartsTests
{
    private const int AtOnce = 4;

    [Fact]
    public async Task Pages_that_fit_alike_stand_in_one_order_and_each_is_shown_once()
    {
        await using var world = await TestWorld.Start();
        var pages = new List<Edition>();
        for (var lamp = 0; lamp < 11; lamp++) pages.Add(await world.Page("Does the lamp hum?"));
        var scores = (await world.Get<FindPages>().Run(world.Here.Id, "lamp", "en", 100)).Select(one => one.Fit.Score).Distinct();

        var shown = await Walk(world, "lamp");

        // Otherwise this says nothing of those that are alike.
        Assert.Single(scores);
        Assert.Equal(pages.Select(page => page.Id).OrderBy(page => (long)Feature.Number(page.ToString("n"))), shown);
    }

    [Fact]
    public async Task A_page_withdrawn_between_two_parts_takes_none_with_it_whichever_it_was()
    {
        for (var goes = 0; goes < 2 * AtOnce; goes++)
        {
            await using var world = await TestWorld.Start();
            var pages = new List<Edition>();
            for (var lamp = 0; lamp < 11; lamp++) pages.Add(await world.Page(lamp < 6 ? "Does the lamp hum?" : "Does the garden lamp hum in the rain, and how loud?"));
            var whole = await Walk(world, "lamp rain");
            var gone = pages.Single(page => page.Id == whole[goes]);

            var shown = await Walk(world, "lamp rain", async part =>
            {
                if (part == 1) await world.Write((store, tx) => store.Withdraw(tx, gone.Thread, world.Now));
            });

            Assert.Equal(goes < AtOnce ? whole : whole.Where(page => page != gone.Id), shown);
        }
    }

    [Fact]
    public async Task Pages_that_come_meanwhile_show_none_twice_and_hide_none()
    {
        await using var world = await TestWorld.Start();
        for (var lamp = 0; lamp < 6; lamp++) await world.Page("Does the lamp hum?");
        for (var lamp = 0; lamp < 5; lamp++) await world.Page("La lampe bourdonne-t-elle ? Une lamp.", language: "fr");
        var whole = await Walk(world, "lamp");

        // Each moves the scores of all, and some stand before what was shown.
        var shown = await Walk(world, "lamp", async part =>
        {
            if (part < 3) await world.Page("Lamp, lamp, lamp?");
            await world.Page("Which shade does the tall lamp of brass have that stood in the window last winter?");
        });

        Assert.Equal(11, whole.Count);
        Assert.Equal(shown.Distinct(), shown);
        Assert.Empty(whole.Except(shown));
    }

    [Fact]
    public async Task An_address_that_names_nothing_that_was_shown_begins_at_the_beginning()
    {
        await using var world = await TestWorld.Start();
        for (var lamp = 0; lamp < 5; lamp++) await world.Page("Does the lamp hum?");
        var search = world.Get<SearchPages>();
        var first = await search.Find(world.Here.Id, "lamp", ShownBefore.Nothing, AtOnce);
        var next = first.Next!.ToString();

        Assert.Single((await search.Find(world.Here.Id, "lamp", ShownBefore.Read(next), AtOnce)).Pages);
        foreach (var bad in new[] { null, "", "20", "-5", "999999", next[..^1], next + "=", next.Replace(next[0], '+'), string.Concat(Enumerable.Repeat("AAAAAAAA", SearchPages.MostFound + 1)), "AAAA AAA", "ééééé\0zé" })
            Assert.Equal(first.Pages, (await search.Find(world.Here.Id, "lamp", ShownBefore.Read(bad), AtOnce)).Pages);
    }

    private static async Task<IReadOnlyList<Guid>> Walk(TestWorld world, string words, Func<int, Task>? between = null)
    {
        var (search, shown) = (world.Get<SearchPages>(), new List<Guid>());
        for (var (part, before) = (1, ShownBefore.Nothing); before is not null; part++)
        {
            var found = await search.Find(world.Here.Id, words, before, AtOnce);
            shown.AddRange(found.Pages.Select(page => page.Id));
            // As it is read from the next part's address.
            before = found.Next is null ? null : ShownBefore.Read(found.Next.ToString());
            if (before is not null && between is not null) await between(part);
        }
        return shown;
    }
}
