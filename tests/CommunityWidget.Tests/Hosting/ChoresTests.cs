using CommunityWidget.Hosting;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityWidget.Tests.Hosting;

public sealed class ChoresTests
{
    [Fact]
    public async Task A_chore_whose_time_ran_out_is_done_at_its_next_turn()
    {
        var clock = new TestClock();
        using var chore = new Slow();
        using var chores = new Chores([chore], clock, NullLogger<Chores>.Instance);
        await chores.StartAsync(default);

        for (var turn = 1; turn <= 2; turn++)
        {
            // Its timer may not be there yet at the first.
            var came = false;
            for (var hour = 0; hour < 50 && !came; hour++)
            {
                clock.Advance(chore.Every);
                came = await chore.Ran.WaitAsync(TimeSpan.FromMilliseconds(100));
            }
            Assert.True(came, $"turn {turn} never came");
        }
        await chores.StopAsync(default);
    }

    private sealed class Slow : IChore, IDisposable
    {
        public SemaphoreSlim Ran { get; } = new(0);

        public TimeSpan Every => TimeSpan.FromHours(1);

        public Task Run()
        {
            Ran.Release();
            throw new TaskCanceledException("A command's time ran out.");
        }

        public void Dispose() => Ran.Dispose();
    }
}
