using CommunityWidget.Contracts;
using CommunityWidget.Inbox;
using CommunityWidget.Threads;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Inbox;

/// <summary>Search over all threads of a site: words, state, topic, tags.</summary>
public sealed class SearchTests
{
    [Fact]
    public async Task Every_word_must_have_been_said_by_anybody_in_any_case_with_or_without_accents()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var visitor = await world.Arrive();
        var thread = await world.Fallen(visitor, "Où est ma facture d’été ? N° 4711-B");
        await world.Note(agent, thread, "warehouse says tomorrow");
        var other = await world.Fallen(text: "facture");
        await world.Index();

        foreach (var words in new[] { "FACTURE ete", "factu été", "4711", "4711-b", "warehouse facture", thread.PublicId, "l'été", "d'ete" })
            Assert.Equal([thread.PublicId], await world.Search(agent, words));
        Assert.Equal([other.PublicId, thread.PublicId], await world.Search(agent, "facture"));
        foreach (var nothing in new[] { "facture parapluie", "acture", "", "?!", "\" OR 1", "été:*' & xx" })
            Assert.Empty(await world.Search(agent, nothing));
    }

    [Fact]
    public async Task A_name_of_single_letters_and_digits_is_found()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var (lens, folder) = (await world.Fallen(text: "Does the X-9 lens fit?"), await world.Fallen(text: "An A 4 folder, or 5.1?"));
        await world.Index();

        Assert.Equal([lens.PublicId], await world.Search(agent, "X-9"));
        foreach (var words in new[] { "A 4", "5.1", "folder Q" }) Assert.Equal([folder.PublicId], await world.Search(agent, words));
        // A question's own number begins with one letter at most.
        Assert.Empty(await world.Search(agent, "Q-6"));
    }

    [Fact]
    public async Task What_is_said_later_is_found_and_what_was_erased_is_not_even_in_the_index()
    {
        await using var world = await TestWorld.Start();
        var (agent, visitor) = (await world.JoinAgent(), await world.Arrive());
        var (thread, other) = (await world.Fallen(visitor, "first xylophone"), await world.Fallen(text: "first"));
        await world.Index();
        await world.Say(visitor, thread, "and a zeppelin");
        Assert.Empty(await world.Search(agent, "zeppelin"));
        await world.Index();
        Assert.Equal([thread.PublicId], await world.Search(agent, "zeppelin"));
        Assert.Equal([thread.PublicId, other.PublicId], await world.Search(agent, "first"));

        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update events set body = null, at = @Now where thread = @Id", new { world.Now, thread.Id });
            return Done.It;
        });
        await world.Index();

        Assert.Empty(await world.Search(agent, "xylophone"));
        Assert.Equal([other.PublicId], await world.Search(agent, "first"));
        await world.Db.Write<Done>(async tx => { await tx.Execute(tx.Dialect.Search.Forget, new { thread = other.Id }); return Done.It; });
        Assert.Empty(await world.Search(agent, "first"));
    }

    [Fact]
    public async Task What_was_stored_seconds_after_the_time_it_bears_is_found_though_the_reading_has_gone_on()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        await world.Fallen(text: "A lamp, please");
        await world.Index();
        var late = await world.Fallen(text: "A harpsichord, please");
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update events set at = at - 20000 where thread = @Id", new { late.Id });
            return Done.It;
        });

        await world.Index();
        Assert.Equal([late.PublicId], await world.Search(agent, "harpsichord"));

        Assert.False(await world.Get<IndexThreads>().Run());
    }

    [Fact]
    public async Task A_search_is_narrowed_by_state_topic_language_and_tag_goes_page_by_page_and_never_into_another_shop()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var (shoes, bikes) = (await world.Fallen(text: "broken lace"), await world.Fallen(text: "broken chain", topic: "bikes", language: "fr"));
        await world.Tag(agent, bikes, "vip");
        await world.Get<EndTogether>().Run(agent, [new(shoes.PublicId, shoes.Fence)]);
        await world.Index();

        Assert.Equal([bikes.PublicId], await world.Search(agent, "broken", new(Topic: "bikes")));
        Assert.Equal([bikes.PublicId], await world.Search(agent, "broken", new(Language: "fr")));
        Assert.Equal([shoes.PublicId], await world.Search(agent, "broken", new(Language: "en")));
        Assert.Equal([shoes.PublicId], await world.Search(agent, "broken", new(State: ThreadStates.Closed)));
        Assert.Equal([bikes.PublicId], await world.Search(agent, "broken", new(Tag: "vip")));
        Assert.Empty(await world.Search(await world.JoinAgent(world.There), "broken"));
        var first = (await world.Get<SearchThreads>().Run(agent, "broken", new(), null, 1)).Value!;
        var second = (await world.Get<SearchThreads>().Run(agent, "broken", new(), first.Next, 1)).Value!;
        Assert.Equal((2, null), (first.Rows.Concat(second.Rows).DistinctBy(r => r.ThreadId).Count(), second.Next));
    }

    [Fact]
    public async Task A_word_is_found_however_its_letters_are_typed()
    {
        await using var world = await TestWorld.Start();
        var agent = await world.JoinAgent();
        var (one, two) = (await world.Fallen(text: "Le nœud de la chaussette se défait"), await world.Fallen(text: "Un noeud, Große Straße"));
        await world.Index();

        foreach (var typed in new[] { "noeud", "nœud", "NŒU" }) Assert.Equal([two.PublicId, one.PublicId], await world.Search(agent, typed));
        foreach (var typed in new[] { "strasse", "straße grosse", "noeud strass" }) Assert.Equal([two.PublicId], await world.Search(agent, typed));
        Assert.Equal([one.PublicId], await world.Search(agent, "chaussette noeud"));
        Assert.Empty(await world.Search(agent, "noeuds"));
    }

    [Theory]
    [InlineData("wasserstrasse", "wasserstrasse waßerstrasse wasserstraße waßerstraße")]
    [InlineData("œuvre", "oeuvre œuvre")]
    [InlineData("ssss", "ssss ßss sßs ssß ßß")]
    [InlineData("size", "size")]
    public void All_ways_to_write_a_word_are_looked_for(string word, string ways) => Assert.Equal(ways.Split(' ').Order(), Ligatures.Ways(word).Order());

    [Theory]
    [InlineData("Été, à l’œil nu!", "ete a l œil nu")]
    [InlineData("  a-b_c 1.5 ", "a b c 1 5")]
    [InlineData("ﬁn ＡＢＣ", "fin abc")]
    [InlineData("", "")]
    public void Words_are_cut_and_folded(string text, string words) => Assert.Equal(words, string.Join(' ', SearchWords.Of(text)));
}
