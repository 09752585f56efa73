using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.AnswerPages.Searching;

/// <summary>Letters and digits of one name find each other joined and apart, on whichever database the run has.</summary>
public sealed class ModelNumberTests
{
    [Theory]
    [InlineData("en", "How long does the iPhone 15 charge?", "iphone15 charge")]
    [InlineData("en", "How long does the iPhone15 charge?", "iphone 15 charge")]
    [InlineData("en", "How long does the iPhone-15 charge?", "iphone 15 charge")]
    [InlineData("en", "Can the iPhone 15 Pro swim?", "iphone15pro")]
    [InlineData("en", "Can the iPhone15Pro swim?", "iphone 15 pro")]
    [InlineData("en", "Can the iPhone15 Pro swim?", "iphone 15pro")]
    [InlineData("en", "Can the iPhone15 Plus swim?", "iphone 15plus")]
    [InlineData("en", "Does the WRX 500 hum?", "wrx500")]
    [InlineData("en", "Does the WRX500 hum?", "wrx 500")]
    [InlineData("en", "Does the WRX500 hum?", "wrx-500")]
    [InlineData("en", "Is the AirPod 2 sold alone?", "airpods2")]
    [InlineData("en", "Are AirPods2 sold alone?", "airpod 2")]
    [InlineData("en", "Do the WH-1000XM5 fold?", "wh 1000 xm 5")]
    [InlineData("en", "Do the WH 1000 XM5 fold?", "wh1000xm5")]
    [InlineData("en", "Is there a S24 in blue?", "s 24")]
    [InlineData("en", "Which phones have 128 GB?", "128gb")]
    [InlineData("fr", "La Clé3 ouvre-t-elle tout ?", "cle 3")]
    [InlineData("fr", "La clé 3 ouvre-t-elle tout ?", "CLÉ3")]
    [InlineData("de", "Passt die Lampe 7 auch?", "lampe7")]
    public async Task A_name_is_found_however_its_letters_and_digits_are_set(string language, string title, string typed)
    {
        await using var world = await TestWorld.Start();
        await world.Page("Which bulb is in the reading lamp?", language: language);
        await world.Page("Does the pressure cooker 500 have 15 or 24 settings, 3 lids and 7 feet?", language: language);
        var page = await world.Page(title, language: language);

        Assert.Equal(page.Id, (await world.Get<SearchPages>().Find(world.Here.Id, typed, ShownBefore.Nothing, 10)).Pages.FirstOrDefault()?.Id);
        Assert.Equal(page.Id, (await world.Get<SimilarPages>().Find(world.Here.Id, typed, language, 3)).FirstOrDefault()?.Page.Id);
    }

    [Theory]
    [InlineData("Take the iPhone 15 there.", "iphone15")]
    [InlineData("Take the iPhone15 there.", "iphone 15")]
    public async Task So_it_is_in_answers(string answer, string typed)
    {
        await using var world = await TestWorld.Start();
        await world.Page("Which bulb is in the reading lamp?");
        var page = await world.Page("What swims best?", answer);

        Assert.Equal(page.Id, Assert.Single((await world.Get<SearchPages>().Find(world.Here.Id, typed, ShownBefore.Nothing, 10)).Pages).Id);
    }

    [Fact]
    public async Task Whoever_types_a_name_joined_is_offered_the_page_that_has_it_apart_and_none_of_another_number()
    {
        await using var world = await TestWorld.Start();
        var apart = await world.Page("Does the battery of the iPhone 15 swell with time?");
        var other = await world.Page("Does the battery of the iPhone 14 swell with time?");
        var joined = await world.Page("Does the hinge of the WRX500 creak with time?");
        var similar = world.Get<SimilarPages>();

        Assert.Equal([apart.Id], (await similar.Sure(world.Here.Id, "does the battery of an iphone15 swell", "en", 3)).Select(one => one.Page.Id));
        Assert.Equal([joined.Id], (await similar.Sure(world.Here.Id, "does the hinge of a wrx 500 creak", "en", 3)).Select(one => one.Page.Id));
        Assert.DoesNotContain(other.Id, (await world.Get<SearchPages>().Find(world.Here.Id, "iphone15", ShownBefore.Nothing, 10)).Pages.Select(page => page.Id));
    }

    [Theory]
    [InlineData("The phone rings. 15 people hear it", "phone15")]
    [InlineData("The phone, 15 of them", "phone15")]
    [InlineData("Wait for 15 days", "for15")]
    [InlineData("The phone is from 15 May", "phone15")]
    public async Task What_only_stands_near_a_number_makes_no_name_with_it(string title, string typed)
    {
        await using var world = await TestWorld.Start();
        await world.Page(title);

        Assert.Empty((await world.Get<SearchPages>().Find(world.Here.Id, typed, ShownBefore.Nothing, 10)).Pages);
    }

    [Fact]
    public async Task Pages_read_before_names_were_joined_are_found_all_the_while_and_read_anew_by_themselves()
    {
        await using var world = await TestWorld.Start();
        var page = await world.Page("Does the WRX 500 hum?");
        await world.Write((_, tx) => tx.Execute("update search_pages set version = 3"));
        Assert.Equal(page.Id, Assert.Single((await world.Get<SearchPages>().Find(world.Here.Id, "Does it hum?", ShownBefore.Nothing, 10)).Pages).Id);

        await world.Get<IndexOldPages>().Run();

        Assert.Equal(PageVector.Version, (await world.Db.Query<long>("select version from search_pages")).Single());
        Assert.Equal(page.Id, Assert.Single((await world.Get<SearchPages>().Find(world.Here.Id, "wrx500", ShownBefore.Nothing, 10)).Pages).Id);
    }

    [Fact]
    public async Task A_page_that_reads_as_before_is_only_marked_so_and_its_words_are_not_written_anew()
    {
        await using var world = await TestWorld.Start();
        await world.Page("Does the WRX 500 hum?");
        // Written anew, they would be back.
        await world.Write((_, tx) => tx.Execute("update search_pages set version = 4"));
        await world.Write((_, tx) => tx.Execute("delete from search_terms"));

        await world.Get<IndexOldPages>().Run();

        Assert.Equal(PageVector.Version, (await world.Db.Query<long>("select version from search_pages")).Single());
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from search_terms"));
    }

    [Fact]
    public async Task A_page_full_of_numbers_does_not_fill_the_index()
    {
        await using var world = await TestWorld.Start();
        await world.Page($"Which of these fits? {string.Join(' ', Enumerable.Range(100, 60).Select(n => $"bolt {n} nut"))}", string.Join(' ', Enumerable.Range(500, 300).Select(n => $"screw {n}")));

        // All words there are, 48 pairs; of names joined sixty-four in what is asked and as many in an answer.
        Assert.InRange((await world.Db.Query<long>("select count(*) from search_terms")).Single(), 301 + 61, 301 + 65 + 48 + 64 + 64);
    }
}
