using CommunityWidget.People;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.People;

/// <summary>Nobody takes more than their share, it comes back with time, and nothing runs while nobody asks.</summary>
public sealed class SharesTests
{
    private readonly TestClock _clock = new();
    private readonly Shares<string> _shares;

    public SharesTests() => _shares = new(_ => new(AtOnce: 6, Each: 2, TimeSpan.FromSeconds(1)), _clock);

    [Fact]
    public void Whoever_took_all_at_once_gets_back_so_much_a_second_and_never_more_than_the_whole()
    {
        Assert.Equal(6, Taken());
        Assert.Equal(0, Taken());

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, Taken());

        // Four times two are more than there is to have.
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(6, Taken());
    }

    [Fact]
    public void Nothing_comes_back_before_a_period_is_over_however_often_it_is_asked_for()
    {
        Taken();
        for (var tenth = 0; tenth < 9; tenth++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            Assert.Equal(0, Taken());
        }
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(2, Taken());
    }

    [Fact]
    public void Whoever_comes_again_when_they_are_told_finds_something_and_no_moment_sooner()
    {
        Taken();
        _clock.Advance(TimeSpan.FromMilliseconds(300));
        var wait = _shares.Take("maya");
        Assert.Equal(TimeSpan.FromMilliseconds(700), wait);

        _clock.Advance(wait!.Value - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, Taken());
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, Taken());
    }

    [Fact]
    public void Parts_of_a_period_are_not_lost_to_who_asks_in_between()
    {
        Taken();
        var taken = 0;
        for (var step = 0; step < 10; step++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1.5));
            taken += Taken();
        }
        Assert.Equal(30, taken);
    }

    [Fact]
    public void What_one_took_is_nobody_else_s_loss_and_the_time_of_day_gives_nothing_back()
    {
        Taken();
        _clock.Set(TimeSpan.FromHours(1));

        Assert.Equal((0, 6), (Taken(), Taken("leo")));
    }

    [Fact]
    public void Who_has_all_of_it_back_is_forgotten_and_who_has_not_is_remembered()
    {
        Taken("maya");
        _clock.Advance(TimeSpan.FromSeconds(9));
        Taken("leo");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Taken("ines");

        Assert.Equal((2, 2), (_shares.Count, Taken("leo")));
    }

    [Fact]
    public void It_has_no_timer()
    {
        Taken();
        Assert.Equal(0, _clock.Timers);
    }

    [Fact]
    public async Task Many_who_take_at_once_while_others_are_forgotten_get_no_more_than_the_share()
    {
        var shares = new Shares<int>(_ => new(AtOnce: 100, Each: 1, TimeSpan.FromHours(1)), _clock);
        for (var someone = 0; someone < 100; someone++) shares.Take(-1 - someone);
        var taken = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var time = 0; time < 100; time++)
            {
                _clock.Advance(TimeSpan.FromMilliseconds(50));
                if (shares.Take(1) is null) Interlocked.Increment(ref taken);
            }
        })));
        Assert.Equal(100, taken);
    }

    private int Taken(string who = "maya") => Enumerable.Range(0, 20).Count(_ => _shares.Take(who) is null);
}
