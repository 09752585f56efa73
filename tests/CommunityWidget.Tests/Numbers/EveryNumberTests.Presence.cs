using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;

namespace CommunityWidget.Tests.Numbers;

/// <summary>Who was there, who took part, and where they are missed.</summary>
public sealed partial class EveryNumberTests
{
    [Fact]
    public void The_weeks_hold_looks_in_one_slot_people_who_come_and_go_and_an_hour_that_does_not_exist()
    {
        var looks = weeks.Played.Looks;
        Assert.Contains(looks.GroupBy(look => look.At / 300_000), slot => slot.Select(look => look.There.Count).Distinct().Count() > 1);
        Assert.Contains(looks, look => Local(look.At).Date == new DateTime(2026, 3, 29));
    }

    /// <summary>Else a number of the period before could be the period's own, and nobody would see it.</summary>
    [Fact]
    public async Task Each_number_of_participation_differs_somewhere_from_the_period_before()
    {
        var pairs = new List<(Participation Now, Participation Before)>();
        for (var day = new DateOnly(2026, 3, 27); day < new DateOnly(2026, 4, 5); day = day.AddDays(1))
        {
            foreach (var length in new[] { 1, 3, 5 })
            {
                var report = await Report($"{day:yyyy-MM-dd}", $"{day.AddDays(length - 1):yyyy-MM-dd}", null, null);
                pairs.Add((report.Participation, report.ParticipationBefore));
            }
        }

        Func<Participation, long>[] numbers = [p => p.Joined, p => p.Available, p => p.Active, p => p.Returning];
        Assert.All(numbers, number => Assert.Contains(pairs, pair => number(pair.Now) != number(pair.Before)));
        Assert.Contains(pairs, pair => pair.Now.Active <= pair.Now.Available && pair.Now.Available < pair.Now.Registered);
    }

    [Theory, MemberData(nameof(Periods))]
    public async Task Participation_is_what_a_count_by_hand_gives(string from, string to, string? language, string? topic)
    {
        var report = await Report(from, to, language, topic);
        var (before, longBefore) = (Before(from, to), Before(Before(from, to)));

        Same(report.Participation, new Days(from, to), before, language, topic);
        Same(report.ParticipationBefore, before, longBefore, language, topic);
    }

    [Theory, MemberData(nameof(Periods))]
    public async Task Minutes_of_everybody_are_what_a_count_by_hand_gives(string from, string to, string? language, string? topic)
    {
        var report = await Report(from, to, language, topic);
        var could = weeks.Presence.Could(language, topic).Select(m => m.Id).ToHashSet();
        var there = could.ToDictionary(id => id, id => weeks.Presence.Minutes(id, Has(new(from, to))));

        Assert.Equal(
            Active(new(from, to), language, topic).Union(there.Keys.Where(id => there[id] > 0)).Order(),
            report.Members.Select(m => m.Id).Order());
        Assert.All(report.Members, line => Assert.Equal(there.GetValueOrDefault(line.Id), line.AvailableMinutes));
    }

    [Theory, MemberData(nameof(Periods))]
    public async Task Presence_by_hour_of_the_week_is_what_a_count_by_hand_gives(string from, string to, string? language, string? topic)
    {
        var cells = (await Report(from, to, language, topic)).Coverage.Cells;
        var measured = weeks.Presence.Measured(Has(new(from, to)), weeks.Played.World.Now + 1);
        var could = weeks.Presence.Could(language, topic);

        Assert.Equal(168, cells.Count);
        foreach (var cell in cells)
        {
            var (place, minutes) = ((cell.Weekday, cell.Hour), weeks.Presence.Minutes(could, (cell.Weekday, cell.Hour), Has(new(from, to))));
            var hours = measured.GetValueOrDefault(place) / 3_600_000.0;
            Assert.Equal(minutes, cell.PeopleMinutes);
            Assert.Equal(hours, cell.MeasuredHours, 9);
            Assert.Equal(hours > 0, cell.People is not null);
            if (cell.People is { } people) Assert.Equal(minutes / (hours * 60), people, 9);
        }
    }

    [Theory, MemberData(nameof(Periods))]
    public async Task Where_most_was_missed_is_what_a_count_by_hand_gives(string from, string to, string? language, string? topic)
    {
        var coverage = (await Report(from, to, language, topic)).Coverage;
        var could = weeks.Presence.Could(language, topic);
        var left = In(new(from, to), language, topic).GroupBy(q => (Weekday: ((int)Local(q.BegunAt).DayOfWeek + 6) % 7, Local(q.BegunAt).Hour))
            .Select(g => (g.Key, Asked: g.Count(), Missed: g.Where(IsMissed).ToList(), Minutes: weeks.Presence.Minutes(could, g.Key, Has(new(from, to)))))
            .Where(cell => cell.Missed.Count > 0).ToList();

        Assert.Equal(left.Select(cell => cell.Missed.Count).DefaultIfEmpty(0).Max(), coverage.MostMissed);
        Assert.Equal(Math.Min(5, left.Count), coverage.Worst.Count);
        foreach (var named in coverage.Worst)
        {
            // The worst that is left: more missed, then more asked, then fewer there, then earlier in the week.
            var worst = left.Single(one => left.All(other => other.Key == one.Key || IsWorse(one, other)));
            left.Remove(worst);
            Assert.Equal(
                (worst.Key.Weekday, worst.Key.Hour, worst.Missed.Count, worst.Asked, worst.Minutes, Most(worst.Missed, q => q.Language), Most(worst.Missed, q => q.Topic ?? "-")),
                (named.Weekday, named.Hour, named.Missed, named.Questions, named.PeopleMinutes, named.Language, named.Topic));
        }
    }

    private static bool IsMissed(ByHand question) => question.By is Ends.Team or Ends.Later or Ends.Unanswered or Ends.Wordless;

    private static bool IsWorse(((int, int) Key, int Asked, List<ByHand> Missed, long Minutes) one, ((int, int) Key, int Asked, List<ByHand> Missed, long Minutes) other)
    {
        if (one.Missed.Count != other.Missed.Count) return one.Missed.Count > other.Missed.Count;
        if (one.Asked != other.Asked) return one.Asked > other.Asked;
        return one.Minutes != other.Minutes ? one.Minutes < other.Minutes : one.Key.CompareTo(other.Key) < 0;
    }

    // Of those named as often as any other the first of the alphabet.
    private static string Most(IReadOnlyList<ByHand> questions, Func<ByHand, string> of) =>
        questions.Select(of).Where(one => questions.All(q => questions.Count(o => of(o) == of(q)) <= questions.Count(o => of(o) == one))).Min(StringComparer.Ordinal)!;

    private void Same(Participation counted, Days days, Days before, string? language, string? topic)
    {
        var (has, people) = (Has(days), weeks.Presence.Could(language, topic).Where(m => m.IsSuperUser && IsOver(days, m.CreatedAt)).ToList());
        var (active, activeBefore) = (Active(days, language, topic), Active(before, language, topic));

        Assert.Equal(
            new Participation(
                people.Count,
                people.Count(m => has(m.CreatedAt)),
                people.Count(m => weeks.Presence.Minutes(m.Id, has) > 0),
                people.Count(m => active.Contains(m.Id)),
                people.Count(m => active.Contains(m.Id) && activeBefore.Contains(m.Id))),
            counted);
    }

    private HashSet<Guid> Active(Days days, string? language, string? topic) =>
        [.. In(days, language, topic).SelectMany(q => q.Acted)];

    private static bool IsOver(Days days, long at) => string.CompareOrdinal(Iso(Local(at)), days.To) <= 0 && at < days.Until;
}
