using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Whoever asks agrees to a page without their name: it stands nowhere on it, whoever says it.</summary>
public sealed class AskerNameTests
{
    [Theory]
    [InlineData("Jane Kerouanton", "As I said, Kerouanton, use the G4 bulb.", "As I said, [name], use the G4 bulb.")]
    [InlineData("jane kerouanton", "KEROUANTON's bulb, Kérouanton!", "[name]'s bulb, [name]!")]
    [InlineData("Kérouanton", "as i said, kerouanton, use it", "as i said, [name], use it")]
    [InlineData("Kerouanton", "kerouanton, use it. merci kerouanton", "[name], use it. merci [name]")]
    [InlineData("Kerouanton56", "Ask Kerouanton56 or Kerouanton", "Ask [name]56 or [name]")]
    [InlineData("Jean-Pierre Le Marchand", "It is jean-pierre marchand who asks, not a marchand.", "It is [name] who asks, not a marchand.")]
    [InlineData("Anne van der Berg", "Anne, the van is there; the Berg too.", "[name], the van is there; the [name] too.")]
    [InlineData("Rose Marchand", "Rose, is the rose one in? A red, rose lamp. Marchande?", "[name], is the rose one in? A red, rose lamp. Marchande?")]
    [InlineData("\u738B\u4F1F", "\u4F60\u597D\u738B\u4F1F\uFF01", "\u4F60\u597D[name]\uFF01")]
    [InlineData("Al", "Al takes all of it", "Al takes all of it")]
    [InlineData(null, "Kerouanton takes it", "Kerouanton takes it")]
    public void It_is_hidden_wherever_it_is_said_and_other_words_are_not(string? name, string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en", name: name).Text);

    [Theory]
    [InlineData("Zoe\nQuelle ampoule", "Quelle est la bonne ? Ampoule G4.\n- Quelle puissance ? « Ampoule nue. »", "Quelle est la bonne ? Ampoule G4.\n- Quelle puissance ? « Ampoule nue. »")]
    [InlineData("Quelle ampoule", "Quelle est la bonne ? Ampoule G4.", "[name] est la bonne ? [name] G4.")]
    [InlineData("Zoe\nKerouanton", "Kerouanton, use it. As Kerouanton said. Thanks Kerouanton.", "[name], use it. As [name] said. Thanks [name].")]
    [InlineData("Zoe\nkerouanton", "Kerouanton has the same lamp.", "[name] has the same lamp.")]
    [InlineData("Zoe\nJean de Kerouanton", "It is the second one. Kerouanton asks.", "It is the second one. [name] asks.")]
    [InlineData("Zoe\nJane kerouanton\nKerouanton", "Kerouanton has the same lamp.", "[name] has the same lamp.")]
    [InlineData("Zoe\nAmandine", "It is the second one. Amandine, try that.", "It is the second one. [name], try that.")]
    [InlineData("Zoe\nJane Kerouanton", "Jane Kerouanton asks. Jane asks.", "[name] asks. [name] asks.")]
    [InlineData("Kerouanton\nJane Kerouanton", "Kerouanton asks. Jane asks.", "[name] asks. [name] asks.")]
    public void What_was_a_name_before_is_none_for_beginning_a_sentence_unless_it_was_written_like_one(string names, string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en", name: names).Text);

    [Fact]
    public async Task A_name_that_is_theirs_again_is_none_they_had_before()
    {
        await using var world = await TestWorld.Start();
        var visitor = await world.Arrive();

        foreach (var name in new[] { "Bob", "Jane", "Bob" }) await Rename(world, visitor.Id, name);

        Assert.Equal(["Jane"], await world.Db.Query<string>("select name from visitor_names where visitor = @Id", new { visitor.Id }));
    }

    [Fact]
    public async Task It_stands_neither_in_the_question_nor_in_an_answer_nor_in_the_title()
    {
        await using var world = await TestWorld.Start();
        var maya = await world.Join();

        var thread = await Rated(world, maya, "Kerouanton again: which bulb fits the brass lamp?", "As I said, Kerouanton, use the G4 bulb.");

        var draft = await world.Edition(thread);
        Assert.Equal(("[name] again: which bulb fits the brass lamp?", "[name] again: which bulb fits the brass lamp?"), (draft.Title, draft.Question));
        Assert.Equal("As I said, [name], use the G4 bulb.", Assert.Single(await world.Get<EditionStore>().Answers(draft.Id)).Body);
        Assert.Contains("masked", draft.Risks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_does_a_name_they_had_before()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var thread = await Rated(world, maya, "It is Kerouanton again: which bulb fits the brass lamp?", "As I said, Kerouanton, use the G4 bulb.", between: async (visitor, live) =>
        {
            // Their next question was asked under another, while they were still called by this one.
            await Rename(world, visitor, "Bob");
            Assert.NotNull((await world.Say(maya, live, "It takes ten watts at most, Bob, and Kerouanton knew it.")).Value);
            await Rename(world, visitor, "Zoe");
        });

        var draft = await world.Edition(thread);
        Assert.Equal("It is [name] again: which bulb fits the brass lamp?", draft.Question);
        Assert.EndsWith("It takes ten watts at most, [name], and [name] knew it.", Assert.Single(await world.Get<EditionStore>().Answers(draft.Id)).Body);
        Assert.NotNull((await world.Get<EditEdition>().Run(nour, draft.PublicId, new("Which bulb, Kerouanton?", "Which bulb? asks Bob.", new Dictionary<long, string?> { [1] = "The G4, Zoe." }, 1, 0))).Value);
        var page = (await world.Get<ReviewThread>().Publish(nour, draft.PublicId, title: "What Kerouanton asked")).Value!;
        Assert.Equal(("What [name] asked", "Which bulb? asks [name]."), (page.Title, page.Question));
    }

    [Fact]
    public async Task A_draft_that_waited_is_published_without_the_name_given_up_since()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var draft = await Waiting(world, maya);
        await Rename(world, (await world.Db.Find<Guid>("select visitor from threads where id = @Thread", new { draft.Thread })), "Bob");

        var page = (await world.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value!;

        Assert.Equal(("Which bulb, [name]?", "Which bulb? asks [name]."), (page.Title, page.Question));
    }

    [Fact]
    public async Task No_moderator_words_it_back()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var thread = await Rated(world, maya);
        var draft = await world.Edition(thread);

        var worded = await world.Get<EditEdition>().Run(nour, draft.PublicId, new("Which bulb, Kerouanton?", "Which bulb? asks Kerouanton.", new Dictionary<long, string?> { [1] = "The G4, Kerouanton." }, 1, 0));
        Assert.Equal(("Which bulb, [name]?", "Which bulb? asks [name]."), (worded.Value!.Title, worded.Value.Question));
        Assert.Equal("The G4, [name].", Assert.Single(await world.Get<EditionStore>().Answers(draft.Id)).Body);

        var page = (await world.Get<ReviewThread>().Publish(nour, draft.PublicId, title: "What Kerouanton asked")).Value!;
        Assert.Equal("What [name] asked", page.Title);
    }

    [Fact]
    public async Task Whoever_answered_does_not_word_it_back_once_it_is_public()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var page = await world.Published(nour, await Rated(world, maya));

        var proposed = await world.Get<ProposeAnswer>().Reword(maya, page.PublicId, "The G4 bulb fits, as I told Kerouanton.");

        Assert.Equal("The G4 bulb fits, as I told [name].", proposed.Value!.Body);
    }

    [Fact]
    public async Task A_draft_that_waited_since_before_it_was_hidden_is_published_without_it()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var draft = await Waiting(world, maya);

        var page = (await world.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value!;

        Assert.Equal((Publications.Published, "Which bulb, [name]?", "Which bulb? asks [name]."), (page.State, page.Title, page.Question));
        var stored = (await world.Get<EditionStore>().Find(draft.Id))!;
        Assert.Equal((page.Title, page.Slug, page.Question, page.Revision), (stored.Title, stored.Slug, stored.Question, stored.Revision));
        Assert.Equal("The G4, [name].", Assert.Single(await world.Get<EditionStore>().Answers(draft.Id)).Body);
        Assert.Equal("Which bulb? asks [name].", (await world.Get<Revisions>().Of(draft.Id))[0].Question);
    }

    [Fact]
    public async Task Nor_does_it_come_to_the_page_that_such_a_draft_repeats()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (survivor, _) = (await world.Published(nour, (await world.Rated(maya with { Site = world.Here })).Thread), 0);
        var draft = await Waiting(world, maya);

        Assert.Null((await world.Get<ReviewThread>().Merge(nour, draft.PublicId, survivor.PublicId)).Refusal);

        Assert.Equal("The G4, [name].", (await world.Get<EditionStore>().Answers(survivor.Id))[^1].Body);
    }

    [Theory]
    [InlineData("Sophie", "Sophie, add salt. As I told Sophie.", "[name], add salt. As I told [name].")]
    [InlineData("sophie dupont", "Add salt. Sophie was right.", "Add salt. [name] was right.")]
    public async Task Who_asked_a_double_is_named_no_more_on_the_page_its_answer_came_to(string called, string text, string masked)
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator, available: false));
        var page = await world.Published(nour, await Rated(world, maya));
        await world.Leave(maya);
        var leo = await world.Join();
        var twin = await Rated(world, leo, "Which lamp bulb of ten watts is there?", "Lemon juice brings it back.", between: (visitor, _) => Rename(world, visitor, called));
        Assert.NotNull((await world.Get<ReviewThread>().Merge(nour, (await world.Edition(twin)).PublicId, page.PublicId)).Value);
        Assert.Equal(masked, (await world.Get<ProposeAnswer>().Reword(leo, page.PublicId, text)).Value!.Body);
        Assert.NotNull((await world.Get<ReviewThread>().Return(nour, page.PublicId)).Value);
        var draft = (await world.Get<EditionStore>().Find(page.Id))!;

        Assert.NotNull((await world.Get<SendBack>().Run(nour, page.PublicId, leo.Id, "With salt?")).Value);
        Assert.NotNull((await world.Get<EditEdition>().Mend(leo, page.PublicId, (await world.Get<EditionStore>().Answers(page.Id))[^1].Id, text, draft.Revision)).Value);
        Assert.Equal(masked, (await world.Get<EditionStore>().Answers(page.Id))[^1].Body);

        draft = (await world.Get<EditionStore>().Find(page.Id))!;
        var answers = await world.Get<EditionStore>().Answers(page.Id);
        var typed = answers.ToDictionary(answer => answer.Position, answer => (string?)(answer == answers[^1] ? text : answer.Body));
        Assert.NotNull((await world.Get<EditEdition>().Run(nour, page.PublicId, new(draft.Title, draft.Question, typed, answers[0].Position, draft.Revision))).Value);
        Assert.Equal(masked, (await world.Get<EditionStore>().Answers(page.Id))[^1].Body);

        await world.Db.Write<Contracts.Done>(async tx =>
        {
            await tx.Execute("update answers set body = @text where page = @Id and merged_from is not null", new { page.Id, text });
            return Contracts.Done.It;
        });
        Assert.NotNull((await world.Get<ReviewThread>().Publish(nour, page.PublicId, title: null)).Value);
        Assert.Equal(masked, (await world.Get<EditionStore>().Answers(page.Id))[^1].Body);
    }

    // As one of the release before stands there.
    private static async Task<Edition> Waiting(TestWorld world, MemberCaller maya)
    {
        var draft = await world.Edition(await Rated(world, maya));
        await world.Db.Write<Contracts.Done>(async tx =>
        {
            await tx.Execute("update pages set title = 'Which bulb, Kerouanton?', question = 'Which bulb? asks Kerouanton.' where id = @Id", new { draft.Id });
            await tx.Execute("update answers set body = 'The G4, Kerouanton.' where page = @Id", new { draft.Id });
            return Contracts.Done.It;
        });
        return draft;
    }

    private static async Task<ThreadRecord> Rated(TestWorld world, MemberCaller maya, string question = "Which bulb fits the brass lamp?", string answer = "The G4 bulb fits, ten watts at most.", Func<Guid, ThreadRecord, Task>? between = null)
    {
        var visitor = await world.Arrive();
        await Rename(world, visitor.Id, "Jane Kerouanton");
        var asked = await world.Thread(visitor, (await world.Ask(visitor, text: question)).Value!.Thread.ThreadId);
        await world.RunMatching();
        var thread = (await world.Accept(maya, (await world.OfferTo(maya, asked)).Id)).Value!;
        Assert.NotNull((await world.Say(maya, thread, answer)).Value);
        if (between is not null) await between(visitor.Id, thread);
        await world.End(maya, thread);
        await world.Rate(visitor, thread, mayPublish: true);
        await world.RunMatching();
        return await world.Again(thread);
    }

    private static Task Rename(TestWorld world, Guid visitor, string name) => world.Db.Write<Contracts.Done>(async tx =>
    {
        await world.Get<VisitorStore>().Rename(tx, visitor, name);
        return Contracts.Done.It;
    });
}
