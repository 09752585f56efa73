using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>The ladder, sentence by sentence.</summary>
public sealed class LadderDecisionTests
{
    private readonly MatchCase _case = new();

    [Fact]
    public void The_first_wave_is_four_who_know_the_topic()
    {
        _case.Person(topics: ["bikes"]);
        _case.People(6);

        var wave = _case.Wave();

        Assert.Equal((1, 4, 15_000), (wave.Rung, wave.Members.Count, wave.OfferMs));
        Assert.DoesNotContain(MatchCase.Id(1), wave.Members);
        Assert.Equal(MatchCase.Asked + 15_000, _case.Decide().DueAt);
    }

    [Fact]
    public void Nobody_of_the_topic_means_the_second_rung_at_once()
    {
        _case.Person(topics: ["bikes"]);
        Assert.Equal(2, _case.Wave().Rung);
    }

    [Fact]
    public void Nobody_of_the_language_means_the_agents_at_once()
    {
        _case.Person(m => m with { Languages = "fr" });
        _case.AgentsOnDuty = true;

        var outcome = Assert.IsType<MatchOutcome.HandedToAgents>(Assert.Single(_case.Decide().Outcomes));
        Assert.Equal(3, outcome.Rung);
        Assert.Equal(MatchCase.Asked + 120_000, _case.Decide().DueAt);
    }

    [Fact]
    public void Nobody_at_all_means_parked_at_once() => Assert.IsType<MatchOutcome.Parked>(Assert.Single(_case.Decide().Outcomes));

    [Fact]
    public void What_stood_above_a_ladder_that_was_made_shorter_is_parked_also_while_people_may_be_on_their_way_back()
    {
        _case.Ladder = new([new(RungKinds.Topic, 1, 5_000, 10_000)]);
        _case.Thread = _case.Thread with { Rung = 3 };

        var decision = LadderDecision.Decide(_case.Input() with { ReturnBy = MatchCase.Asked + 9_000 });

        Assert.IsType<MatchOutcome.Parked>(Assert.Single(decision.Outcomes));
    }

    [Fact]
    public void A_ladder_without_agents_parks_after_its_last_rung()
    {
        _case.Ladder = new([new(RungKinds.Topic, 1, 5_000, 10_000)]);
        _case.People(3);
        _case.AgentsOnDuty = true;
        _case.After = 10_000;
        Assert.IsType<MatchOutcome.Parked>(Assert.Single(_case.Decide().Outcomes));
    }

    [Fact]
    public void The_best_fit_is_asked_first_then_the_least_busy_then_who_waited_longest()
    {
        _case.Ladder = OneByOne();
        var waited = _case.Person(m => m with { LastOfferedAt = 1 });
        var lately = _case.Person(m => m with { LastOfferedAt = 2 });
        var busy = _case.Person(m => m with { Busy = 1 });
        var best = _case.Person(m => m with { Busy = 1, LastOfferedAt = 9 }, rated: (100, 480));
        foreach (var expected in new[] { best, waited, lately, busy })
        {
            Assert.Equal([expected], _case.Wave().Members);
            _case.Offered(expected, OfferStates.Declined, endedAt: 1);
        }
    }

    [Fact]
    public void One_lucky_five_does_not_beat_a_hundred_fours()
    {
        _case.Ladder = OneByOne();
        _case.Person(rated: (1, 5));
        var proven = _case.Person(rated: (100, 400));
        Assert.Equal([proven], _case.Wave().Members);
    }

    [Fact]
    public void The_same_input_gives_the_same_decision()
    {
        _case.People(20);
        Assert.Equal(_case.Wave().Members, _case.Wave().Members);
    }

    [Fact]
    public void While_one_of_the_wave_is_thinking_the_places_of_those_who_declined_stay_empty()
    {
        _case.People(8);
        foreach (var n in new[] { 1, 2, 3 }) _case.Offered(MatchCase.Id(n), OfferStates.Declined, endedAt: 1_000);
        _case.Offered(MatchCase.Id(4), OfferStates.Open);
        _case.After = 1_000;
        Assert.Empty(_case.Decide().Outcomes);
    }

    [Fact]
    public void Everyone_of_a_wave_has_declined_and_the_next_wave_goes_at_once()
    {
        _case.People(8);
        for (var n = 1; n <= 4; n++) _case.Offered(MatchCase.Id(n), OfferStates.Declined, endedAt: 1_000);
        _case.After = 1_000;
        Assert.Equal([5, 6, 7, 8], _case.Wave().Members.Select(Number).Order());
    }

    [Fact]
    public void A_newcomer_fills_a_wave_that_has_room()
    {
        _case.People(3);
        _case.Offered(MatchCase.Id(1), OfferStates.Open);
        _case.Offered(MatchCase.Id(2), OfferStates.Open);
        _case.After = 4_000;
        Assert.Equal([MatchCase.Id(3)], _case.Wave().Members);
    }

    [Fact]
    public void When_its_time_on_a_rung_is_up_it_moves_on_and_open_offers_live_to_their_own_deadline()
    {
        _case.People(2);
        _case.Person(topics: []);
        _case.Offered(MatchCase.Id(1), OfferStates.Expired, endedAt: 15_000);
        _case.Offered(MatchCase.Id(2), OfferStates.Open, at: 15_000, wave: 2);
        _case.After = 20_000;

        var wave = _case.Wave();

        Assert.Equal((2, MatchCase.Asked + 30_000), (wave.Rung, _case.Decide().DueAt));
        Assert.Equal([1, 3], wave.Members.Select(Number).Order());
    }

    [Fact]
    public void It_parks_only_when_the_last_open_offer_has_ended()
    {
        _case.People(1);
        _case.Thread = _case.Thread with { Rung = 2, RungEnteredAt = MatchCase.Asked };
        _case.Offered(MatchCase.Id(1), OfferStates.Open, at: 20_000, rung: 2);
        _case.After = 30_000;

        Assert.Empty(_case.Decide().Outcomes);
        Assert.Equal(MatchCase.Asked + 35_000, _case.Decide().DueAt);
    }

    [Fact]
    public void On_the_agents_rung_super_users_who_come_free_are_still_offered_it()
    {
        _case.Thread = _case.Thread with { Rung = 3 };
        _case.AgentsOnDuty = true;
        var free = _case.Person();
        Assert.Equal((3, free), (_case.Wave().Rung, _case.Wave().Members.Single()));
    }

    [Fact]
    public void Agents_going_off_duty_park_what_they_had()
    {
        _case.Thread = _case.Thread with { Rung = 3 };
        Assert.IsType<MatchOutcome.Parked>(Assert.Single(_case.Decide().Outcomes));
    }

    [Fact]
    public void After_the_agents_time_it_is_parked()
    {
        _case.Thread = _case.Thread with { Rung = 3 };
        (_case.AgentsOnDuty, _case.After) = (true, 120_000);
        Assert.IsType<MatchOutcome.Parked>(Assert.Single(_case.Decide().Outcomes));
    }

    private static Ladder OneByOne() => new([new(RungKinds.Topic, 1, 15_000, 60_000)]);

    private static int Number(Guid id) => int.Parse(id.ToString()[^12..]);
}
