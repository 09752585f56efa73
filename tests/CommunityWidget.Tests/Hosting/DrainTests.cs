using System.Collections.Concurrent;
using System.Diagnostics;
using CommunityWidget.Contracts;
using CommunityWidget.Demo;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hosting;

/// <summary>One of two nodes is told to end, as fleets do it, while people talk.</summary>
[Collection(nameof(ByItself))]
public sealed class DrainTests : IAsyncLifetime
{
    private const int People = 120, MovedInASecond = People / 8;

    private readonly string _folder = ChildServer.NewFolder("community-drain");
    private ProgramProcess _leaving = null!, _staying = null!;

    public async Task InitializeAsync()
    {
        var settings = new Dictionary<string, string> { ["Database:Path"] = Path.Combine(_folder, "community.db") };
        _leaving = await ProgramProcess.Start(settings);
        _staying = await ProgramProcess.Start(settings);
    }

    public async Task DisposeAsync()
    {
        await _leaving.DisposeAsync();
        await _staying.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Everybody_is_moved_in_time_and_not_at_once_and_nothing_that_was_sent_is_lost()
    {
        using var over = new CancellationTokenSource();
        var moved = new ConcurrentQueue<double>();
        var clock = new Stopwatch();
        var people = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => Guest.Arrive(_leaving.Address, _staying.Address)));
        var talking = people.Select(guest => guest.Talk(() => moved.Enqueue(clock.Elapsed.TotalSeconds), over.Token)).ToList();
        await Task.Delay(500);

        clock.Start();
        await using var stalls = new Stalls(() => clock.Elapsed.TotalSeconds);
        await _leaving.Signal("TERM");
        await Eventually.Holds(async () => await _leaving.Ready() != 200);
        var (early, untilThen) = (moved.Count, clock.Elapsed.TotalSeconds);
        var code = await _leaving.ExitCode();
        var took = clock.Elapsed;
        await over.CancelAsync();
        await Task.WhenAll(talking);

        Assert.Equal(0, code);
        Assert.True(early < (People / 4) + Made(0, untilThen), $"It was ready for more until {early} of {People} had moved.");
        var still = stalls.Between(0, took.TotalSeconds);
        Assert.True(took < TimeSpan.FromSeconds(15 + still), $"It took {took} to leave.");
        Assert.Equal(People, moved.Count);
        Assert.True(moved.Max() <= 10.5 + still, $"The last one moved after {moved.Max()} s, of which the machine stood still for {still} s.");
        // An eighth is what the server spreads; a machine at its limit hears of it in bunches.
        var most = moved.Max(at => moved.Count(other => other >= at && other < at + 1) - Made(at, at + 1));
        Assert.True(most <= People / 3, $"{most} of {People} moved in one second.");
        foreach (var guest in people)
        {
            Assert.Equal(guest.Sent, await guest.Kept());
        }
        // Whoever is still there when the time is up is told by the end itself.
        Assert.True(people.Count(guest => guest.WasTold) >= People * 2 / 3, $"Only {people.Count(guest => guest.WasTold)} of {People} were told.");
        Assert.DoesNotContain("fail:", _leaving.Said, StringComparison.Ordinal);

        // What a machine that stood still makes up for: when it goes on, some hear of it sooner than we notice and some later.
        double Made(double from, double to) => stalls.Between(from - 1, to + 1) * MovedInASecond;
    }

    /// <summary>A visitor whose widget goes on elsewhere when it is told to, and sends again under its key what got no answer.</summary>
    private sealed class Guest(Uri elsewhere, VisitorDriver visitor, string thread)
    {
        private VisitorDriver _visitor = visitor;

        public List<string> Sent { get; } = [];

        public bool WasTold { get; private set; }

        public static async Task<Guest> Arrive(Uri here, Uri elsewhere)
        {
            var visitor = await (await VisitorDriver.Arrive(here, SeedDemo.Key)).Connect();
            var question = Keys.Question("First");
            var asked = await Heard(() => visitor.Socket.Ask(question));
            return new(elsewhere, visitor, asked.Thread.ThreadId);
        }

        public async Task Talk(Action moved, CancellationToken over)
        {
            while (!over.IsCancellationRequested)
            {
                var (key, text) = (Keys.New(), $"Message {Sent.Count}");
                if (_visitor.Line.Ended.IsCompleted) await Move(moved);
                try
                {
                    await Heard(() => _visitor.Socket.Send(new(thread, key, text)));
                }
                catch (HubError)
                {
                    await Move(moved);
                    await Heard(() => _visitor.Socket.Send(new(thread, key, text)));
                }
                Sent.Add(text);
                await Task.WhenAny(Task.Delay(200, over), _visitor.Line.Ended.IsCompleted ? Task.CompletedTask : _visitor.Line.Ended);
            }
        }

        public async Task<IReadOnlyList<string>> Kept()
        {
            var (all, after) = (new List<string>(), 0L);
            while ((await _visitor.Http.Resume(thread, after)).Value is { Events: [_, ..] some } && some[^1].Seq > after)
            {
                all.AddRange(some.Where(e => e.Kind == "message" && e.Seq > 1).Select(e => e.Text!));
                after = some[^1].Seq;
            }
            await _visitor.DisposeAsync();
            return all;
        }

        // As our clients do: whoever is told to come again, because the machine is at its limit, does so under the same key.
        private static async Task<T> Heard<T>(Func<Task<Reply<T>>> say) where T : class
        {
            for (var tries = 1; ; tries++)
            {
                var reply = await say();
                if (reply.Value is { } value) return value;
                Assert.True(reply.Refusal!.RetryAfter is not null && tries < 10, $"{reply.Refusal.Number} {reply.Refusal.Message}");
                await Task.Delay(300);
            }
        }

        private async Task Move(Action moved)
        {
            WasTold |= _visitor.Line.WasMoved;
            await _visitor.DisposeAsync();
            moved();
            _visitor = await _visitor.On(elsewhere).Connect();
        }
    }
}
