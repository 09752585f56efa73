using CommunityWidget.Contracts;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Matching;

/// <summary>One question as matching sees it, told in a few words: who is there, what was offered, how long ago.</summary>
public sealed class MatchCase
{
    public const long Asked = 1_000_000;
    private readonly List<Candidate> _candidates = [];
    private readonly List<Offer> _history = [];
    private readonly List<Departure> _departures = [];

    public Ladder Ladder { get; set; } = Ladder.Default;

    public ThreadRecord Thread { get; set; } = new() { Id = Id(999), Topic = "shoes", AskedAt = Asked, RungEnteredAt = Asked, Language = "en" };

    public bool AgentsOnDuty { get; set; }

    /// <summary>Milliseconds since the question was asked.</summary>
    public long After { get; set; }

    public static Guid Id(int number) => Guid.Parse($"00000000-0000-7000-8000-{number:d12}");

    /// <summary>A super user who knows shoes and speaks English, unless changed.</summary>
    public Guid Person(Func<Member, Member>? but = null, string[]? topics = null, bool connected = true, (int Count, int Sum) rated = default)
    {
        var id = Id(_candidates.Count + 1);
        var member = new Member { Id = id, Roles = Roles.SuperUser, Languages = "en fr", Seats = 2, Intent = Intents.Available };
        var knows = (topics ?? ["shoes"]).ToDictionary(t => t, t => new MemberTopic { Member = id, Topic = t, RatedCount = rated.Count, RatedSum = rated.Sum });
        _candidates.Add(new(but?.Invoke(member) ?? member, connected, knows));
        return id;
    }

    public MatchCase People(int count)
    {
        for (var i = 0; i < count; i++) Person();
        return this;
    }

    /// <summary>An offer made <paramref name="at"/> ms after the question, ended <paramref name="endedAt"/> if not open.</summary>
    public void Offered(Guid member, string state, long at = 0, long? endedAt = null, int rung = 1, long? fence = null, int wave = 1) => _history.Add(new()
    {
        Id = Id(500 + _history.Count),
        Thread = Thread.Id,
        Member = member,
        State = state,
        Rung = rung,
        Wave = wave,
        Fence = fence ?? Thread.Fence,
        OfferedAt = Asked + at,
        Deadline = Asked + at + 15_000,
        EndedAt = endedAt is { } ended ? Asked + ended : null,
    });

    public List<Guid> Helpers { get; } = [];

    public void Left(Guid member, string reason) => _departures.Add(new() { Thread = Thread.Id, Member = member, LeftReason = reason });

    public MatchInput Input() => new(Thread, Ladder, _history, _departures, Helpers, _candidates, AgentsOnDuty, Asked + After);

    public MatchDecision Decide() => LadderDecision.Decide(Input());

    /// <summary>The one wave decided; fails the test when there is none.</summary>
    public MatchOutcome.Offered Wave() => Decide().Outcomes.OfType<MatchOutcome.Offered>().Single();

    public string Verdict(Guid member, int rung = 1) =>
        Eligibility.Of(Input(), _candidates.First(c => c.Member.Id == member), Ladder.KindOf(rung), rung);
}
