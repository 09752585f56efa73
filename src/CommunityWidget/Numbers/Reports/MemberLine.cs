using CommunityWidget.Numbers.Tallies;
using CommunityWidget.People;

namespace CommunityWidget.Numbers.Reports;

/// <summary>What a member gave in a period. Offers they let pass stand nowhere: nobody is measured by what they did not do.</summary>
public sealed record MemberLine
{
    public required Guid Id { get; init; }

    /// <summary>Null when they are gone.</summary>
    public required Member? Member { get; init; }

    public required int Taken { get; init; }
    public required int Fast { get; init; }
    public required long? P50 { get; init; }
    public required long? P90 { get; init; }

    /// <summary>Questions they wrote in.</summary>
    public required int Answered { get; init; }

    /// <summary>Questions they came to help in, or in which what another sent was their idea.</summary>
    public required int Helped { get; init; }

    public required long Messages { get; init; }
    public required int Rated { get; init; }
    public required double? Stars { get; init; }
    public required long AvailableMinutes { get; init; }

    public static IReadOnlyList<MemberLine> Of(IEnumerable<QuestionRow> questions, IEnumerable<PresentRow> present, IReadOnlyDictionary<Guid, Member> people)
    {
        var minutes = present.ToDictionary(p => p.Member, p => p.Minutes);
        var did = questions.SelectMany(q => q.Members, (q, did) => (Question: q, Did: did)).ToLookup(one => one.Did.Member);
        return
        [
            .. did.Select(g => g.Key).Union(minutes.Keys).Select(id => Of(id, [.. did[id]], minutes.GetValueOrDefault(id), people.GetValueOrDefault(id)))
                .OrderByDescending(line => line.Answered).ThenByDescending(line => line.Taken).ThenByDescending(line => line.Helped).ThenByDescending(line => line.AvailableMinutes).ThenBy(line => line.Id),
        ];
    }

    private static MemberLine Of(Guid id, IReadOnlyList<(QuestionRow Question, Did Did)> rows, long minutes, Member? member)
    {
        var times = rows.Where(row => row.Did.Took).Select(row => row.Question.TakenMs).OfType<long>().Order().ToList();
        var stars = rows.Where(row => row.Did.Messages > 0).Select(row => row.Question.Stars).OfType<long>().ToList();
        return new()
        {
            Id = id,
            Member = member,
            Taken = times.Count,
            Fast = times.Count(ms => ms < Summary.FastMs),
            P50 = Summary.Percentile(times, 50),
            P90 = Summary.Percentile(times, 90),
            Answered = rows.Count(row => row.Did.Messages > 0),
            Helped = rows.Count(row => row.Did.Helped),
            Messages = rows.Sum(row => row.Did.Messages),
            Rated = stars.Count,
            Stars = stars.Count == 0 ? null : stars.Average(),
            AvailableMinutes = minutes,
        };
    }
}
