using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Whoever answered a double mends what came of it to the page that stays, and nothing else; the double keeps its own words.</summary>
public sealed class SentBackDoubleTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Lemon = "Lemon juice brings it back.", Mended = "Lemon juice and salt bring it back.";

    [Fact]
    public async Task Whoever_answered_a_double_mends_their_answer_on_the_page_that_stays_and_nobody_else_s()
    {
        await using var world = await TestWorld.Start();
        var (nour, leo, page, twin) = await Merged(world);

        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, leo.Id, "With salt?")).Value);
        var mended = (await world.Get<EditEdition>().Mend(leo, page.PublicId, Mended, page.Revision)).Value;

        Assert.Equal((null, page.Revision + 1), (mended?.SentTo, mended?.Revision));
        Assert.Equal(["It does, within a year.", Mended], await There(world, page));
        Assert.Equal([Lemon], await There(world, await world.Edition(twin)));
    }

    [Fact]
    public async Task A_merger_that_is_taken_back_leaves_each_page_its_own_words()
    {
        await using var world = await TestWorld.Start();
        var (nour, leo, page, twin) = await Merged(world);
        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, leo.Id, "With salt?")).Value);
        Assert.NotNull((await world.Get<EditEdition>().Mend(leo, page.PublicId, Mended, page.Revision)).Value);

        var merger = (await world.Get<Decisions>().Latest((await world.Edition(twin)).Id))!;
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, merger.Together)).Value);

        Assert.Equal(["It does, within a year."], await There(world, page));
        Assert.Equal([Lemon], await There(world, await world.Edition(twin)));
    }

    [Fact]
    public async Task What_is_mended_of_an_answer_that_is_gone_meanwhile_is_refused_and_not_thrown_away()
    {
        await using var world = await TestWorld.Start();
        var (nour, leo, page, twin) = await Merged(world);
        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, leo.Id, "With salt?")).Value);
        var merger = (await world.Get<Decisions>().Latest((await world.Edition(twin)).Id))!;
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, merger.Together)).Value);

        Assert.Equal(Refusals.NotFound, (await world.Get<EditEdition>().Mend(leo, page.PublicId, Mended, page.Revision)).Refusal);
        Assert.Equal(["It does, within a year."], await There(world, page));
    }

    [Fact]
    public async Task Their_own_answer_on_the_page_comes_before_what_they_said_in_a_double()
    {
        await using var world = await TestWorld.Start();
        var (nour, _, page, _) = await Merged(world);
        var maya = (Guid)(await world.Get<EditionStore>().Answers(page.Id))[0].Member!;
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update answers set member = @maya, position = case when merged_from is null then 9 else position end where page = @Id", new { maya, page.Id });
            return Done.It;
        });

        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, maya, "Sooner?")).Value);
        Assert.NotNull((await world.Get<EditEdition>().Mend(new(world.Here, (await world.Get<MemberStore>().Find(maya))!), page.PublicId, "It does, within a month.", page.Revision)).Value);

        Assert.Equal([Lemon, "It does, within a month."], await There(world, page));
    }

    [Fact]
    public async Task Their_box_holds_what_they_said_in_the_double_and_what_they_made_of_it_stands_there_once_it_is_gone()
    {
        var shop = await app.Open();
        Edition page;
        await using (var first = new ShopPages(app, shop)) page = await first.Publish("Does the brass of the reading lamp darken?", "It does, within a year.");
        await using var second = new ShopPages(app, shop);
        var draft = await second.Draft("Will the brass on my reading lamp darken with time?", Lemon);
        var leo = (await app.Get<MemberStore>().Find((Guid)(await app.Get<EditionStore>().Answers(draft.Id))[0].Member!))!;
        Assert.NotNull((await app.Get<ReviewThread>().Merge(second.Moderator, draft.PublicId, page.PublicId)).Value);
        Assert.NotNull((await app.Get<ReviewThread>().Return(second.Moderator, page.PublicId)).Value);
        Assert.NotNull((await app.Get<SendBack>().Run(second.Moderator, page.PublicId, leo.Id, "With salt?")).Value);
        var browser = new Browser(app.Address).With(await shop.SignIn(leo));

        var box = await browser.Form("/contributions");
        Assert.Contains(("answer", Lemon), box.Fields);

        var merger = (await app.Get<Decisions>().Latest(draft.Id))!;
        Assert.NotNull((await app.Get<UndoDecision>().Run(second.Moderator, merger.Together)).Value);
        var told = await browser.Send(HttpMethod.Post, box.Action, new FormUrlEncodedContent(box.Fields.Select(field => KeyValuePair.Create(field.Name, field.Name == "answer" ? Mended : field.Value))));

        Assert.Equal(HttpStatusCode.NotFound, told.StatusCode);
        Assert.Contains($"readonly>{Mended}</textarea>", await told.Content.ReadAsStringAsync());
        Assert.DoesNotContain("<textarea", await (await browser.Get("/contributions")).Content.ReadAsStringAsync());
        await app.Check();
    }

    /// <summary>Maya answered a page, Leo its double; the page is in review again.</summary>
    private static async Task<(MemberCaller Nour, MemberCaller Leo, Edition Page, ThreadRecord Twin)> Merged(TestWorld world)
    {
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false));
        var (_, first) = await world.Rated(maya, "Does the brass of the reading lamp darken?", "It does, within a year.");
        var page = await world.Published(nour, first);
        await world.Leave(maya);
        var leo = await world.Join();
        var (_, twin) = await world.Rated(leo, "Will the brass on my reading lamp darken with time?", Lemon);
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, (await world.Edition(twin)).PublicId, page.PublicId)).Value);
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Value);
        return (nour, leo, await world.Edition(first), await world.Again(twin));
    }

    private static async Task<IEnumerable<string>> There(TestWorld world, Edition page) => (await world.Get<EditionStore>().Answers(page.Id)).Select(answer => answer.Body);
}
