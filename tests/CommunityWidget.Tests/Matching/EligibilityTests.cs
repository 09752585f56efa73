using CommunityWidget.Contracts;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

public sealed class EligibilityTests
{
    private readonly MatchCase _case = new();

    [Fact]
    public void A_connected_super_user_of_topic_and_language_with_a_free_seat_is_eligible() => Assert.Equal("eligible", _case.Verdict(_case.Person()));

    [Fact]
    public void Every_other_reason_has_its_word()
    {
        Assert.Equal("other_role", _case.Verdict(_case.Person(m => m with { Roles = Roles.Agent })));
        Assert.Equal("not_connected", _case.Verdict(_case.Person(connected: false)));
        Assert.Equal("other_language", _case.Verdict(_case.Person(m => m with { Languages = "fr" })));
        Assert.Equal("other_topic", _case.Verdict(_case.Person(topics: ["bikes"])));
        Assert.Equal("full", _case.Verdict(_case.Person(m => m with { Busy = 1, Offered = 1 })));
    }

    [Fact]
    public void The_topic_counts_on_the_first_rung_only() => Assert.Equal("eligible", _case.Verdict(_case.Person(topics: []), rung: 2));

    [Fact]
    public void A_question_without_topic_is_everybodys()
    {
        _case.Thread = _case.Thread with { Topic = null };
        Assert.Equal("eligible", _case.Verdict(_case.Person(topics: [])));
    }

    [Theory]
    [InlineData("released")]
    [InlineData("transferred")]
    public void Who_gave_it_back_counts_as_declined(string reason)
    {
        var maya = _case.Person();
        _case.Left(maya, reason);
        Assert.Equal("declined", _case.Verdict(maya, rung: 2));
    }

    [Fact]
    public void Who_declined_is_never_asked_again()
    {
        var maya = _case.Person();
        _case.Offered(maya, OfferStates.Declined, endedAt: 5);
        Assert.Equal("declined", _case.Verdict(maya));
        Assert.Equal("declined", _case.Verdict(maya, rung: 2));
    }

    [Fact]
    public void Who_let_it_expire_may_be_asked_once_more_on_a_later_rung()
    {
        var maya = _case.Person();
        _case.Offered(maya, OfferStates.Expired, endedAt: 15_000);
        Assert.Equal("missed", _case.Verdict(maya));
        Assert.Equal("eligible", _case.Verdict(maya, rung: 2));

        _case.Offered(maya, OfferStates.Expired, at: 20_000, endedAt: 35_000, rung: 2, wave: 2);
        Assert.Equal("missed", _case.Verdict(maya, rung: 3));
    }

    [Fact]
    public void Who_vanished_counts_as_expired()
    {
        var maya = _case.Person();
        _case.Offered(maya, OfferStates.Accepted, endedAt: 3);
        _case.Left(maya, "vanished");
        Assert.Equal("missed", _case.Verdict(maya));
        Assert.Equal("eligible", _case.Verdict(maya, rung: 2));

        _case.Offered(maya, OfferStates.Expired, at: 20_000, endedAt: 35_000, rung: 2, wave: 2);
        Assert.Equal("missed", _case.Verdict(maya, rung: 3));
    }

    [Fact]
    public void Who_is_thinking_about_it_is_not_asked_twice()
    {
        var maya = _case.Person();
        _case.Offered(maya, OfferStates.Open);
        Assert.Equal("asked_already", _case.Verdict(maya, rung: 2));
    }

    [Fact]
    public void An_offer_withdrawn_was_no_answer()
    {
        var maya = _case.Person();
        _case.Offered(maya, OfferStates.Rescinded, endedAt: 5);
        Assert.Equal("eligible", _case.Verdict(maya));
    }
}
