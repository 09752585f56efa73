using CommunityWidget.Matching;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Matching;

/// <summary>Thousands of random verbs on both twins side by side: every answer is the same, and so is what is left.</summary>
public sealed class BothQueuesTests
{
    private const int Verbs = 4_000;

    private readonly TestClock _clock = new();

    private long Now => _clock.NowMs;

    [RedisTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Both_queues_give_the_same_answers(int seed)
    {
        var random = new Random(seed);
        var queue = new BothQueues(new InMemoryMatchQueue(_clock), TestRedis.NewQueue(_clock));
        Guid[] sites = [.. Ids(2)], threads = [.. Ids(12)], people = [.. Ids(6)];
        string[] nodes = ["a", "b", "c"];
        List<Claim> claims = [];
        for (var i = 0; i < Verbs; i++)
        {
            var site = One(sites);
            await (random.Next(16) switch
            {
                0 or 1 => queue.Enqueue(site, One(threads), Now - random.Next(50), Now + random.Next(-20, 60)),
                2 => queue.Refill(site, [.. threads.Where(_ => random.Next(2) == 0).Select(t => new QueuedThread(t, Now - random.Next(50)))], Now),
                3 => queue.Remove(site, One(threads)),
                4 => queue.Wake(site, Now),
                5 or 6 or 7 => Claim(),
                8 or 9 => claims.Count == 0 ? Task.CompletedTask : queue.Settle(One(claims), Now + random.Next(-10, 60)),
                10 => queue.Beat(site, random.Next(4) == 0 ? null : One(nodes), [.. people.Where(_ => random.Next(2) == 0)], Now - random.Next(5)),
                11 or 12 => queue.Leave(site, One(nodes), One(people), Now - random.Next(30), Now - random.Next(30)),
                13 => queue.Watch(Now, random.Next(10, 40)),
                14 => Compare(),
                _ => Pass(),
            });
        }
        await Compare();

        async Task Claim() => claims.AddRange(await queue.ClaimDue(One(sites), Now, random.Next(1, 30), random.Next(1, 6)));

        async Task Compare()
        {
            await queue.DueSites(Now);
            foreach (var each in sites)
            {
                await queue.Waiting(each);
                await queue.Beats(each, people, Now);
            }
        }

        Task Pass()
        {
            _clock.Advance(TimeSpan.FromMilliseconds(random.Next(40)));
            // Now and then everybody is forgotten.
            if (random.Next(40) == 0) _clock.Advance(TimeSpan.FromMinutes(61));
            return Task.CompletedTask;
        }

        T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
    }

    private IEnumerable<Guid> Ids(int count) => Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7(_clock.GetUtcNow()));
}
