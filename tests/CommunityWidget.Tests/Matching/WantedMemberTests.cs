using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>A transfer's target, or whoever answered before: a wave of one, then the ladder.</summary>
public sealed class WantedMemberTests
{
    private readonly MatchCase _case = new();
    private readonly Guid _wanted;

    public WantedMemberTests()
    {
        _case.People(5);
        _wanted = MatchCase.Id(3);
        _case.Thread = _case.Thread with { WantedMember = _wanted, Fence = 2 };
    }

    [Fact]
    public void They_are_asked_alone_for_the_time_of_one_offer()
    {
        Assert.Equal([_wanted], _case.Wave().Members);
        Assert.Equal(MatchCase.Asked + 15_000, _case.Decide().DueAt);
    }

    [Fact]
    public void While_they_think_nobody_else_is_asked()
    {
        _case.Offered(_wanted, OfferStates.Open);
        _case.After = 5_000;
        Assert.Empty(_case.Decide().Outcomes);
    }

    [Fact]
    public void Then_the_ladder_begins_with_its_full_time()
    {
        _case.Offered(_wanted, OfferStates.Expired, endedAt: 15_000);
        _case.After = 15_000;
        Assert.Equal((1, 4), (_case.Wave().Rung, _case.Wave().Members.Count));

        _case.After = 34_999;
        Assert.Equal(1, _case.Wave().Rung);
        _case.After = 35_000;
        Assert.Equal(2, _case.Wave().Rung);
    }

    [Fact]
    public void Away_full_gone_or_answering_no_more_they_are_passed_over()
    {
        foreach (var absent in new Func<MatchCase, Guid>[]
        {
            c => c.Person(m => m with { Intent = Intents.Away }),
            c => c.Person(m => m with { Busy = 2 }),
            c => c.Person(connected: false),
            c => c.Person(m => m with { Roles = Roles.Moderator }),
        })
        {
            var other = new MatchCase().People(2);
            other.Thread = other.Thread with { WantedMember = absent(other) };
            Assert.True(other.Wave().Members.Count >= 2);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_said_no_before_is_not_asked_because_somebody_wants_them(bool declined)
    {
        if (declined) _case.Offered(_wanted, OfferStates.Declined, endedAt: 1, fence: 0);
        else _case.Left(_wanted, "released");

        Assert.Equal(4, _case.Wave().Members.Count);
        Assert.DoesNotContain(_wanted, _case.Wave().Members);
    }

    [Fact]
    public void The_others_who_are_still_thinking_count_when_the_ladder_begins()
    {
        for (var n = 4; n <= 5; n++) _case.Offered(MatchCase.Id(n), OfferStates.Open);
        _case.Offered(_wanted, OfferStates.Declined, at: 5_000, endedAt: 6_000, wave: 2);
        _case.After = 6_000;
        _case.Ladder = new([new(RungKinds.Topic, 2, 15_000, 20_000)]);

        Assert.Empty(_case.Decide().Outcomes);
    }

    [Fact]
    public void The_others_deadlines_are_looked_at_meanwhile()
    {
        _case.Offered(MatchCase.Id(1), OfferStates.Open);
        _case.Offered(_wanted, OfferStates.Open, at: 5_000, wave: 2);
        _case.After = 6_000;
        Assert.Equal(MatchCase.Asked + 15_000, _case.Decide().DueAt);
    }
}
