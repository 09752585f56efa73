using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Numbers;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Numbers;

/// <summary>What was counted of a question stands, also where the words that were counted are erased and it goes on.</summary>
public sealed class ErasedWordsTests : IAsyncLifetime
{
    private TestWorld _world = null!;

    public async Task InitializeAsync() => _world = await TestWorld.Start(also: services => services.AddNumbers());

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_question_stays_answered_when_its_author_s_words_are_erased_and_it_is_rated_later()
    {
        var (maya, ada) = (await _world.Join(), await _world.Join(roles: Roles.Admin));
        var (visitor, thread) = await _world.TalkWith(maya);
        await _world.Say(maya, thread);
        await _world.Say(maya, thread, "Or 43.");
        await _world.End(maya, thread);
        var before = await Count(thread);
        Assert.Equal((Ends.SuperUsers, 2L), (before.Outcome, before.SuperUserMessages));

        await Erase(ada, maya);
        await Rate(visitor, thread, 4);
        var after = await Count(thread);

        Assert.Equal(before with { Seq = after.Seq, Stars = 4 }, after);
        Assert.Equal((maya.Id, 2L, 4L), (await Lines()).Select(line => (line.Id, line.Messages, (long)line.Stars!)).Single());
    }

    [Fact]
    public async Task It_stays_theirs_when_somebody_of_the_team_says_more()
    {
        var (maya, ada, sam) = (await _world.Join(), await _world.Join(roles: Roles.Admin), await _world.JoinAgent());
        var (_, thread) = await _world.TalkWith(maya);
        await _world.Say(maya, thread);
        var before = await Count(thread);

        await Erase(ada, maya);
        await _world.RunMatching();
        var live = (await _world.Take(sam, thread.PublicId)).Value!;
        await _world.Say(sam, live, "43, if you ask me.");
        await _world.End(sam, live);
        var after = await Count(thread);

        Assert.Equal((Ends.SuperUsers, before.AnsweredMs, 1L, 1L), (after.Outcome, after.AnsweredMs, after.SuperUserMessages, after.TeamMessages));
        Assert.Equal([1L, 1L], (await Lines()).Select(line => line.Messages));
    }

    [Fact]
    public async Task What_a_moderator_set_aside_is_still_counted_no_more()
    {
        var maya = await _world.Join();
        var (visitor, thread) = await _world.TalkWith(maya);
        var said = (await _world.Say(maya, thread)).Value!;
        await _world.End(maya, thread);
        await Count(thread);

        await _world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update events set kind = 'hold', verdict = 'refused' where thread = @Id and seq = @Seq", new { thread.Id, said.Seq });
            return Done.It;
        });
        await Rate(visitor, thread, 1);

        Assert.Equal(Ends.Wordless, (await Count(thread)).Outcome);
    }

    private async Task Erase(MemberCaller by, MemberCaller whom) => Assert.Null((await _world.Get<EraseMember>().Run(by, whom.Id, wordsToo: true)).Refusal);

    private async Task Rate(VisitorCaller visitor, ThreadRecord thread, int stars) =>
        Assert.NotNull((await _world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, stars))).Value);

    private async Task<Tally> Count(ThreadRecord thread)
    {
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        while (await _world.Get<TallyQuestions>().Run()) { }
        return (await _world.Db.Find<Tally>("select * from question_tallies where thread = @Id", new { thread.Id }))!;
    }

    private async Task<IReadOnlyList<MemberLine>> Lines() => [.. (await _world.Report()).Members.Where(line => line.Messages > 0)];
}
