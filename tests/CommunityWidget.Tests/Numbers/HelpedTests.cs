using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Numbers;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Numbers;

/// <summary>Whoever helps without a word to the visitor is in the numbers too.</summary>
public sealed class HelpedTests : IAsyncLifetime
{
    private TestWorld _world = null!;

    public async Task InitializeAsync() => _world = await TestWorld.Start(also: services => services.AddNumbers());

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_member_whose_only_act_is_a_suggestion_that_another_sends_is_active_and_has_a_line()
    {
        var (maya, leo) = (await _world.Join(), await _world.Join(available: false));
        var (_, thread) = await _world.TalkWith(maya);
        await Suggested(maya, leo, thread);

        var report = await _world.Report();

        Assert.Equal(new[] { maya.Id, leo.Id }.Order(), report.Members.Select(line => line.Id).Order());
        Assert.Equal(2, report.Participation.Active);
        Assert.Equal([(0, 1, 0L)], report.Members.Where(line => line.Id == leo.Id).Select(line => (line.Answered, line.Helped, line.Messages)));
    }

    [Fact]
    public async Task It_stays_so_when_the_day_is_packed_and_when_what_was_sent_is_erased()
    {
        var (maya, leo, ada) = (await _world.Join(), await _world.Join(available: false), await _world.Join(roles: Roles.Admin));
        var (visitor, thread) = await _world.TalkWith(maya);
        await Suggested(maya, leo, thread);
        await _world.End(maya, thread);
        await _world.Report();

        Assert.Null((await _world.Get<EraseMember>().Run(ada, maya.Id, wordsToo: true)).Refusal);
        Assert.NotNull((await _world.Get<RateThread>().Run(visitor, new(thread.PublicId, 4))).Value);
        Assert.Equal(1, (await _world.Report()).Members.Single(line => line.Id == leo.Id).Helped);
        _world.Clock.Advance(TimeSpan.FromDays(4));
        while (await _world.Get<PackDays>().Run()) { }

        Assert.Equal(1, await _world.Db.Find<long>("select count(*) from tally_days where packed is not null"));
        Assert.Equal(1, (await _world.Report()).Members.Single(line => line.Id == leo.Id).Helped);
    }

    private async Task Suggested(MemberCaller to, MemberCaller by, ThreadRecord thread)
    {
        Assert.NotNull((await _world.Help(by, thread)).Value);
        var idea = (await _world.Get<SuggestAnswer>().Run(by, new MemberMessage(thread.PublicId, _world.NewKey(), "Take 43.", thread.Fence))).Value!;
        Assert.NotNull((await _world.Get<SendMessage>().Run(to, new MemberMessage(thread.PublicId, _world.NewKey(), "Take 43.", thread.Fence, idea.Seq))).Value);
    }
}
