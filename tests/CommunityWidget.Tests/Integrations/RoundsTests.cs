using CommunityWidget.Integrations;

namespace CommunityWidget.Tests.Integrations;

/// <summary>Whose turn it is: one round of each webhook at a time, and the next one always comes.</summary>
public sealed class RoundsTests
{
    private readonly Rounds _rounds = new();
    private readonly Guid _one = Guid.CreateVersion7();
    private int _begun;

    [Fact]
    public void A_round_that_ends_before_it_was_written_down_is_followed_by_the_next()
    {
        // It is over when it is given back.
        for (var turn = 1; turn <= 3; turn++)
        {
            Begin(_one, Task.CompletedTask);
            Assert.Equal(turn, _begun);
        }
    }

    [Fact]
    public async Task While_a_round_goes_on_none_begins_beside_it_and_nobody_else_waits_for_it()
    {
        var (going, then) = (new TaskCompletionSource(), new TaskCompletionSource());
        Begin(_one, going.Task, then.Task);
        Begin(_one, Task.CompletedTask);
        Assert.Equal(1, _begun);
        Begin(Guid.CreateVersion7(), Task.CompletedTask);
        Assert.Equal(2, _begun);

        // What it does last holds up no round.
        going.SetResult();
        Begin(_one, Task.CompletedTask);
        Assert.Equal(3, _begun);
        then.SetResult();
        await _rounds.Ended.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private void Begin(Guid of, Task until, Task? then = null) => _rounds.Begin(
        of,
        () =>
        {
            _begun++;
            return until;
        },
        () => then ?? Task.CompletedTask);
}
