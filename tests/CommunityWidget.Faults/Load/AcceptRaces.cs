using System.Collections.Concurrent;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Replay.Play;

namespace CommunityWidget.Faults.Load;

/// <summary>Questions that everybody of a wave accepts at the same moment.</summary>
internal sealed class AcceptRaces(Setting setting, Company company, int seed)
{
    private readonly ConcurrentBag<double> _told = [];
    private readonly ConcurrentBag<int> _winners = [];

    public Task Run(int questions, int atOnce) => Parallel.ForAsync(0, questions, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, _) =>
    {
        await using var guest = await Guest.Arrive(setting, $"racer-{number}", polls: false);
        var thread = await guest.Ask($"race {number}", Mishap.None);
        await Race(thread, seed + number);
        await guest.End(thread);
    });

    public void Judge(Outcome outcome, int questions)
    {
        outcome.AtLeast("questions raced for by two or more", Math.Ceiling(questions * 0.9), _winners.Count);
        outcome.Exactly("of them, with exactly one winner", _winners.Count, _winners.Count(count => count == 1));
        outcome.AtMost("a loser is told, p99", 500, Said.Percentile(_told, 99), " ms");
        outcome.Note($"{_told.Count + _winners.Count:n0} accepts in {_winners.Count:n0} races");
    }

    private async Task Race(string thread, int number)
    {
        var offers = (await Task.WhenAll(company.People.Select(person => OfferOf(person, thread)))).OfType<(Helper Person, string Offer)>().ToArray();
        if (offers.Length < 2) return;
        new Random(number).Shuffle(offers);
        var replies = await Task.WhenAll(offers.Select(one => one.Person.AcceptAtOnce(one.Offer)));
        _winners.Add(replies.Count(r => r.Reply.Value is not null));
        foreach (var lost in replies.Where(r => r.Reply.Refusal is not null)) _told.Add(lost.Took.TotalMilliseconds);
    }

    // On a busy machine not everybody has it before the first offers end: whoever has, races.
    private static async Task<(Helper, string)?> OfferOf(Helper person, string thread)
    {
        try
        {
            return (person, (await person.NextOffer(thread, TimeSpan.FromSeconds(6))).OfferId);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
