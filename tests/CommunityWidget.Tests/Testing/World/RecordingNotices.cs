using System.Collections.Concurrent;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Notices;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>Everything that would have been pushed, in order; each notice is shown to <see cref="Heard"/> the moment it is told.</summary>
public sealed class RecordingNotices : INotices
{
    private readonly ConcurrentQueue<Notice> _told = new();

    public Func<Notice, Task> Heard { get; set; } = _ => Task.CompletedTask;

    public IEnumerable<Notice> All => _told;

    public IEnumerable<OfferTold> OffersMade => _told.OfType<OfferTold>();

    public IEnumerable<OfferOver> OffersEnded => _told.OfType<OfferOver>();

    public IEnumerable<EventTold> Events => _told.OfType<EventTold>();

    public Task Event(ThreadParties parties, ThreadEvent happened) => Tell(new EventTold(parties, happened));

    public Task Typing(ThreadParties parties, TypingNotice notice) => Tell(new TypingTold(parties, notice));

    public Task Seen(ThreadParties parties, SeenNotice notice) => Tell(new SeenTold(parties, notice));

    public Task Head(ThreadParties parties, HeadNotice notice) => Tell(new HeadTold(parties, notice));

    public bool IsAnybodyHere(ThreadParties parties, string threadId) => true;

    public Task EventAgain(ThreadParties parties, ThreadEvent happened) => Tell(new EventTold(parties, happened));

    public Task Search(Guid visitor, SearchNotice notice) => Tell(new SearchTold(visitor, notice));

    public Task OfferMade(Guid member, OfferView offer) => Tell(new OfferTold(member, offer));

    public Task OfferStands(Guid member, OfferView offer) => Tell(new OfferStood(member, offer));

    public Task OfferEnded(Guid member, OfferEnded ended) => Tell(new OfferOver(member, ended));

    public Task HelpCalled(Guid member, HelpCallView call) => Tell(new HelpCallTold(member, call));

    public Task HelpCallEnded(Guid member, HelpCallEnded ended) => Tell(new HelpCallOver(member, ended));

    public Task HelpCallAnswered(Guid asker, HelpCallAnswer answer) => Tell(new HelpAnswerTold(asker, answer));

    public Task StatusChanged(Guid member, MemberStatus status) => Tell(new StatusTold(member, status));

    public Task WaitingChanged(Guid site) => Tell(new ListTold(site));

    public Task InboxChanged(Guid site, InboxChange change) => Tell(new InboxTold(site, change));

    public Task TeamTyping(Guid site, TypingNotice notice) => Tell(new TeamTypingTold(site, notice));

    public Task AnswerTyping(Guid site, TypingNotice notice) => Tell(new AnswerTypingTold(site, notice));

    private Task Tell(Notice notice)
    {
        _told.Enqueue(notice);
        return Heard(notice);
    }
}

public abstract record Notice;

public sealed record EventTold(ThreadParties Parties, ThreadEvent Happened) : Notice;

public sealed record TypingTold(ThreadParties Parties, TypingNotice Typing) : Notice;

public sealed record SeenTold(ThreadParties Parties, SeenNotice Seen) : Notice;

public sealed record SearchTold(Guid Visitor, SearchNotice Search) : Notice;

public sealed record HeadTold(ThreadParties Parties, HeadNotice Head) : Notice;

public sealed record OfferTold(Guid Member, OfferView Offer) : Notice;

public sealed record OfferStood(Guid Member, OfferView Offer) : Notice;

public sealed record OfferOver(Guid Member, OfferEnded Ended) : Notice;

public sealed record HelpCallTold(Guid Member, HelpCallView Call) : Notice;

public sealed record HelpCallOver(Guid Member, HelpCallEnded Ended) : Notice;

public sealed record HelpAnswerTold(Guid Asker, HelpCallAnswer Answer) : Notice;

public sealed record StatusTold(Guid Member, MemberStatus Status) : Notice;

public sealed record ListTold(Guid Site) : Notice;

public sealed record InboxTold(Guid Site, InboxChange Change) : Notice;

public sealed record TeamTypingTold(Guid Site, TypingNotice Typing) : Notice;

public sealed record AnswerTypingTold(Guid Site, TypingNotice Typing) : Notice;
