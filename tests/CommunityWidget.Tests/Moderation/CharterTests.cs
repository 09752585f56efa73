using CommunityWidget.Admin;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Moderation.Charters;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Moderation;

/// <summary>First the charter, then the first question.</summary>
public sealed class CharterTests
{
    [Fact]
    public async Task Nobody_is_offered_a_question_before_they_agreed_and_it_comes_at_once_after()
    {
        await using var world = await TestWorld.Start();
        await Publish(world, version: 1);
        var (maya, leo) = (await world.Join(), await world.Join());
        await world.Get<AcceptCharter>().Run(await Now(world, leo), 1, "en");
        var thread = await world.Question();
        await world.RunMatching();
        Assert.Equal(leo.Id, Assert.Single(await world.OpenOffers(thread)).Member);

        Assert.NotNull((await world.Get<AcceptCharter>().Run(await Now(world, maya), 1, "en")).Value);
        await world.RunMatching();

        Assert.NotNull(await world.OfferTo(maya, await world.Again(thread)));
        Assert.False(world.Notices.All.OfType<StatusTold>().Last().Status.CharterDue);
    }

    [Fact]
    public async Task A_new_version_asks_again_and_a_corrected_comma_does_not()
    {
        await using var world = await TestWorld.Start();
        await Publish(world, version: 1);
        var maya = await world.Join();
        await world.Get<AcceptCharter>().Run(await Now(world, maya), 1, "en");

        await Publish(world, version: 2, asked: 1);
        Assert.False((await world.Row(maya)).OwesCharter((await Now(world, maya)).Site));
        await Publish(world, version: 3);
        Assert.True((await world.Row(maya)).OwesCharter((await Now(world, maya)).Site));

        var thread = await world.Question();
        await world.RunMatching();
        Assert.Empty(await world.OpenOffers(thread));
        Assert.Equal(Refusals.ChangedMeanwhile, (await world.Get<AcceptCharter>().Run(await Now(world, maya), 2, "en")).Refusal);
    }

    [Fact]
    public async Task No_way_around_it_by_taking_or_being_handed_a_question()
    {
        await using var world = await TestWorld.Start();
        var leo = await world.Join();
        var (_, talk) = await world.TalkWith(leo);
        await Publish(world, version: 1);
        var (maya, agent) = (await world.Join(), await world.JoinAgent());

        Assert.Equal(Refusals.NotReachable, (await world.Transfer(await Now(world, leo), talk, maya.Id)).Refusal);
        Assert.Equal([agent.Member.Name], (await world.Get<CommunityWidget.Inbox.ListReachable>().Run(await Now(world, leo))).Select(shown => shown.Who.Name));
        Assert.Equal(Refusals.CharterFirst, (await world.Get<CommunityWidget.Matching.TakeThread>().Run(await Now(world, maya), await Parked(world))).Refusal);
        Assert.False((await world.Row(agent)).OwesCharter((await Now(world, agent)).Site));
    }

    [Fact]
    public async Task No_way_around_it_by_helping_by_coming_when_called_or_by_answering_what_waits()
    {
        await using var world = await TestWorld.Start();
        var (leo, maya) = (await world.Join(), await world.Join());
        var parked = await world.Thread(maya, await Parked(world));
        var (_, talk) = await world.TalkWith(leo);
        await world.Get<AskForHelp>().Run(leo, talk.PublicId, maya.Id, topic: null);
        var call = Guid.Parse(world.Notices.All.OfType<HelpCallTold>().Single(told => told.Member == maya.Id).Call.CallId);
        await Publish(world, version: 1);
        maya = await Now(world, maya);

        Assert.Equal(Refusals.CharterFirst, (await world.Help(maya, talk)).Refusal);
        Assert.Equal(Refusals.CharterFirst, (await world.Get<AnswerHelpCall>().Accept(maya, call)).Refusal);
        Assert.Equal(Refusals.CharterFirst, (await world.Say(maya, parked)).Refusal);

        await world.Get<AcceptCharter>().Run(maya, 1, "en");
        Assert.Null((await world.Say(await Now(world, maya), parked)).Refusal);
        Assert.Null((await world.Get<AnswerHelpCall>().Accept(await Now(world, maya), call)).Refusal);
    }

    [Fact]
    public async Task Who_was_offered_a_question_before_a_new_version_agrees_first_and_the_question_moves_on_meanwhile()
    {
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<ChangeCharter>());
        var (ada, maya) = (await world.Join(roles: Roles.Admin, connected: false), await world.Join());
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);

        Assert.NotNull((await world.Get<ChangeCharter>().Publish(ada, new Dictionary<string, string> { ["en"] = "Be kind." }, seen: 0, askAgain: true)).Value);
        maya = await Now(world, maya);
        Assert.Equal(Refusals.CharterFirst, (await world.Accept(maya, offer.Id)).Refusal);
        var leo = await world.Join();
        await world.Get<AcceptCharter>().Run(await Now(world, leo), 1, "en");
        await world.RunMatching();

        Assert.Equal(leo.Id, Assert.Single(await world.OpenOffers(thread)).Member);
        Assert.Equal(0, (await world.Row(maya)).Offered);
        Assert.Equal(0, (await world.Row(maya)).Missed);
        Assert.Equal(Refusals.OfferGone, (await world.Accept(maya, offer.Id)).Refusal);
        await world.Get<AcceptCharter>().Run(maya, 1, "en");
        Assert.NotNull((await world.Accept(await Now(world, leo), (await world.OfferTo(leo, thread)).Id)).Value);
    }

    [Fact]
    public async Task Only_who_has_to_agree_anew_is_looked_at_again_and_nobody_for_a_mended_comma()
    {
        await using var world = await TestWorld.Start(also: services => services.AddSingleton<ChangeCharter>());
        var (ada, maya, agent) = (await world.Join(roles: Roles.Admin, connected: false), await world.Join(), await world.JoinAgent());
        var change = world.Get<ChangeCharter>();
        Assert.NotNull((await change.Publish(ada, new Dictionary<string, string> { ["en"] = "Be kind" }, seen: 0, askAgain: true)).Value);
        await world.Get<AcceptCharter>().Run(await Now(world, maya), 1, "en");
        var thread = await world.Question();
        await world.RunMatching();
        await world.OfferTo(maya, thread);
        // Who agrees to nothing, and who never agreed to anything.
        var zoe = await world.Join();
        foreach (var member in new[] { agent, zoe }) await OfferedToo(world, maya, member);

        Assert.NotNull((await change.Publish(await Now(world, ada), new Dictionary<string, string> { ["en"] = "Be kind." }, seen: 1, askAgain: false)).Value);
        Assert.Equal([], await Told());
        Assert.NotNull((await change.Publish(await Now(world, ada), new Dictionary<string, string> { ["en"] = "Be very kind." }, seen: 2, askAgain: true)).Value);
        Assert.Equal(new[] { maya.Id, zoe.Id }.Order(), (await Told()).Order());

        Task<IReadOnlyList<Guid>> Told() => world.Db.Query<Guid>("select thread from outbox where kind = 'member.changed' and state = 'new'");
    }

    [Fact]
    public async Task Whoever_is_in_a_conversation_when_a_new_version_comes_goes_on_in_it()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var (visitor, talk) = await world.TalkWith(maya);

        await Publish(world, version: 1);
        await world.Advance(5);

        Assert.NotNull((await world.Say(await Now(world, maya), await world.Again(talk))).Value);
        Assert.NotNull((await world.Say(visitor, talk, "And in brown?")).Value);
        Assert.Equal(maya.Id, (await world.Again(talk)).SeatHolder);
    }

    [Fact]
    public async Task Whoever_accepted_before_and_presses_again_is_told_so()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();
        var thread = await world.Question();
        await world.RunMatching();
        var offer = await world.OfferTo(maya, thread);
        Assert.NotNull((await world.Accept(maya, offer.Id)).Value);
        await Publish(world, version: 1);

        Assert.Equal(maya.Id, (await world.Accept(await Now(world, maya), offer.Id)).Value?.SeatHolder);
    }

    [Fact]
    public async Task Whoever_reads_another_language_gets_it_or_the_sites_first()
    {
        await using var world = await TestWorld.Start();
        await Publish(world, version: 1);
        var site = await world.Get<SiteStore>().Get(world.Here.Id);
        Assert.Equal("en", (await world.Get<CharterStore>().For(site, "fr"))!.Language);
        await Publish(world, version: 2, language: "fr");
        site = await world.Get<SiteStore>().Get(world.Here.Id);
        Assert.Equal(("fr", "en"), ((await world.Get<CharterStore>().For(site, "fr"))!.Language, (await world.Get<CharterStore>().For(site, "de"))!.Language));
        Assert.Null(await world.Get<CharterStore>().For(world.There, "en"));
    }

    [Fact]
    public async Task A_charter_in_a_language_the_site_gave_up_still_holds_is_read_and_agreed_to()
    {
        await using var world = await TestWorld.Start();
        await Publish(world, version: 1, language: "de");
        await Publish(world, version: 2, language: "fr");
        var site = await world.Set(site => site with { Languages = "en" });
        var maya = await world.Join();

        Assert.Equal("fr", (await world.Get<CharterStore>().For(site, "en"))?.Language);
        Assert.NotNull((await world.Get<AcceptCharter>().Run(await Now(world, maya), 2, "fr")).Value);
        Assert.False((await world.Row(maya)).OwesCharter(site));
        Assert.Equal("fr", await world.Db.Find<string>("select language from charter_acceptances where member = @Id", new { maya.Id }));

        await Publish(world, version: 3, asked: 2);
        Assert.Equal("en", (await world.Get<CharterStore>().For(await world.Set(site => site with { Languages = "en" }), "fr"))?.Language);
    }

    [Theory]
    [InlineData("# Be kind", "<h2>Be kind</h2>")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;")]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img")]
    [InlineData("[a](javascript:alert(1))", "<p>a</p>")]
    [InlineData("[a](JaVaScRiPt:alert(1))", "<p>a</p>")]
    [InlineData("[a](data:text/html,x)", "<p>a</p>")]
    [InlineData("[a](//evil.example/x)", "<p>a</p>")]
    [InlineData("[a][1]\n\n[1]: vbscript:x", "<p>a</p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("![a](https://tracker.example/p.png)", "<p>a</p>")]
    [InlineData("[a](https://shop.example/x)", "<a href=\"https://shop.example/x\" rel=\"nofollow noopener noreferrer\">a</a>")]
    [InlineData("<maya@shop.example>", "mailto:maya@shop.example")]
    public void Markdown_becomes_nothing_that_runs_or_loads(string markdown, string expected) =>
        Assert.Contains(expected, CharterMarkdown.ToHtml(markdown), StringComparison.Ordinal);

    private static Task OfferedToo(TestWorld world, MemberCaller first, MemberCaller member) => world.Db.Write<Done>(async tx =>
    {
        await tx.Execute("insert into offers (id, thread, site, member, fence, wave, rung, state, offered_at, deadline) select @another, thread, site, @too, fence, wave, rung, state, offered_at, deadline from offers where member = @first and state = 'open'", new { another = world.Clock.NewId(), too = member.Id, first = first.Id });
        return Done.It;
    });

    private static async Task<string> Parked(TestWorld world)
    {
        var thread = await world.Question(topic: null, language: "fr");
        await world.Advance(200);
        return (await world.Again(thread)).PublicId;
    }

    private static async Task<MemberCaller> Now(TestWorld world, MemberCaller caller) => new(await world.Get<SiteStore>().Get(caller.Site.Id), await world.Row(caller));

    private static Task Publish(TestWorld world, long version, long? asked = null, string language = "en") => world.Db.Write<Done>(async tx =>
    {
        await world.Get<CharterStore>().Add(tx, new() { Id = world.Clock.NewId(), Site = world.Here.Id, Language = language, Version = version, Body = $"Be kind, {version}.", MadeAt = world.Now });
        await world.Get<SiteStore>().SaveCharter(tx, world.Here.Id, version, asked ?? version);
        return Done.It;
    });
}
