using System.Data.Common;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;
using Npgsql;

namespace CommunityWidget.Tests.Database;

/// <summary>While the database answers everybody nothing watches each call; the first without an answer is weighed against those.</summary>
public sealed class CalmTests
{
    private readonly QuietDialect _dialect = new();
    private readonly Retries _retries;

    public CalmTests() => _retries = new Retries(_dialect);

    [Fact]
    public async Task Two_without_an_answer_among_many_with_one_shut_nobody_out()
    {
        for (var answered = 0; answered < 20; answered++) await Answered();
        await Task.WhenAll(Unanswered(), Unanswered());

        await Answered();
        await Answered();
    }

    [Fact]
    public async Task What_was_answered_long_ago_says_nothing_of_a_server_that_is_silent_now()
    {
        for (var answered = 0; answered < 20; answered++) await Answered();
        _dialect.Moved.Advance(TimeSpan.FromSeconds(4));
        await Task.WhenAll(Unanswered(), Unanswered());

        await Assert.ThrowsAsync<SilentDatabaseException>(Answered);
    }

    [Fact]
    public async Task Who_was_under_way_when_it_fell_silent_is_counted_too()
    {
        var (one, two) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var waiting = new[] { _retries.Run(() => one.Task), _retries.Run(() => two.Task) };
        foreach (var asked in new[] { one, two }) asked.SetException(Silence());
        foreach (var told in waiting) await Assert.ThrowsAnyAsync<DbException>(() => told);

        await Assert.ThrowsAsync<SilentDatabaseException>(Answered);
    }

    [Fact]
    public async Task What_fails_while_all_is_calm_is_tried_again_as_often_as_otherwise()
    {
        var (asked, lost) = (0, new NpgsqlException("Exception while writing to stream", new IOException()));
        await Assert.ThrowsAsync<NpgsqlException>(() => _retries.Run<int>(() => ++asked > 0 ? throw lost : Task.FromResult(1)));

        Assert.Equal(5, asked);
    }

    [Fact]
    public void Nobody_goes_past_those_who_watch_before_one_was_answered_again()
    {
        var clock = new TestClock();
        var calm = new Calm(TimeSpan.FromSeconds(2), clock);
        Assert.True(calm.Is);

        calm.Ends();
        Assert.False(calm.Is);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(calm.Is);

        calm.Answered();
        calm.Stops();
        calm.Ends();
        // One that was under way before is no sign of life.
        calm.Ends(() => Assert.Fail("It is not to be told."));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.False(calm.Is);

        calm.Returns();
        Assert.False(calm.Is);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(calm.Is);
    }

    [Fact]
    public void Each_answer_is_told_of_once_and_only_within_its_time()
    {
        var (clock, told) = (new TestClock(), 0);
        var calm = new Calm(TimeSpan.FromSeconds(2), clock);
        for (var answered = 0; answered < 3; answered++) calm.Answered();
        clock.Advance(TimeSpan.FromSeconds(1));
        calm.Answered();

        calm.Ends(() => told++);
        Assert.Equal(4, told);
        calm.Ends(() => told++);
        Assert.Equal(4, told);

        calm.Answered();
        clock.Advance(TimeSpan.FromSeconds(3));
        calm.Ends(() => told++);
        Assert.Equal(4, told);
    }

    private Task Answered() => _retries.Run(() => Task.FromResult(1));

    private Task Unanswered() => Assert.ThrowsAnyAsync<DbException>(() => _retries.Run<int>(() => throw Silence()));

    private static NpgsqlException Silence() => new("Exception while reading from stream", new TimeoutException());

    private sealed class QuietDialect() : DialectAround(new PostgresDialect(NpgsqlDataSource.Create("Host=127.0.0.1")))
    {
        public TestClock Moved { get; } = new();

        public override TimeProvider Clock => Moved;
    }
}
