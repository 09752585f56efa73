using System.Collections.Concurrent;
using System.Diagnostics;
using CommunityWidget.Faults.Figures;
using CommunityWidget.Replay.Play;
using CommunityWidget.Servers;

namespace CommunityWidget.Faults.Load;

/// <summary>Questions that everybody goes for at the same moment: by the offer they hold, or from the list of those that wait. They are agents too, who may do both.</summary>
internal sealed class AcceptRaces(Setting setting, Company company, int seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly ConcurrentBag<double> _told = [];
    private readonly ConcurrentBag<OneRace> _races = [];

    public async Task Run(int questions, int atOnce)
    {
        await using var stalls = new Stalls(() => Now);
        await Parallel.ForAsync(0, questions, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, _) =>
        {
            await using var guest = await Guest.Arrive(setting, $"racer-{number}", polls: false);
            var thread = await guest.Ask($"race {number}", Mishap.None);
            await Race(thread, seed + number, stalls);
            await guest.End(thread);
        });
    }

    public void Judge(Outcome outcome, int questions)
    {
        outcome.Exactly($"questions gone for by all {company.People.Count} at once", questions, _races.Count(race => race.Accepts + race.Takes == company.People.Count));
        outcome.Exactly("of them, with exactly one winner", questions, _races.Count(race => race.Winners == 1));
        outcome.AtMost("a loser is told, p99", 500, Said.Percentile(_told, 99), " ms");
        outcome.Note($"{_races.Sum(r => r.Accepts):n0} by their offers, {_races.Sum(r => r.Takes):n0} from the list, as no offer had reached them within {Patience.TotalSeconds} s; in {_races.Count(r => r.Takes == 0):n0} of {_races.Count:n0} all by their offers");
    }

    private static double Now => Stopwatch.GetElapsedTime(0).TotalSeconds;

    private async Task Race(string thread, int number, Stalls stalls)
    {
        var racers = await Task.WhenAll(company.People.Select(async person => (Person: person, Offer: await OfferOf(person, thread))));
        new Random(number).Shuffle(racers);
        var began = Now;
        var replies = await Task.WhenAll(racers.Select(one => one.Person.GoFor(thread, one.Offer)));
        _races.Add(new(racers.Count(r => r.Offer is not null), racers.Count(r => r.Offer is null), replies.Count(r => r.Reply.Value is not null)));
        var still = stalls.Between(began, Now);
        foreach (var lost in replies.Where(r => r.Reply.Refusal is not null)) _told.Add(Math.Max(0, lost.Took.TotalMilliseconds - (1_000 * still)));
    }

    // On a busy machine not everybody has it before the first offers end.
    private static async Task<string?> OfferOf(Helper person, string thread)
    {
        try
        {
            return (await person.NextOffer(thread, Patience)).OfferId;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private sealed record OneRace(int Accepts, int Takes, int Winners);
}
