using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Contracts.SuperUsers;

namespace CommunityWidget.Tests.Testing.Drivers;

/// <summary>A signed-in member's browser: a cookie, the API, and a socket once connected.</summary>
public abstract class MemberDriver : IAsyncDisposable
{
    private readonly string _hub;
    private readonly Signal _changed = new();
    private readonly List<OfferView> _offers = [];
    private readonly List<HelpCallView> _calls = [];
    private readonly List<HelpCallAnswer> _answers = [];
    private readonly HashSet<string> _answered = [];
    private readonly Dictionary<string, string> _ended = [];
    private readonly List<InboxChange> _inbox = [];
    private readonly List<Contracts.Visitors.TypingNotice> _typed = [];
    private HubClient? _line;
    private object? _seen, _status;
    private int _listsChanged;

    protected MemberDriver(Uri server, string cookie, string hub)
    {
        _hub = hub;
        Web = new(server, new Dictionary<string, string> { ["Cookie"] = cookie, ["Origin"] = server.GetLeftPart(UriPartial.Authority) });
        Screen = new(_changed);
    }

    public WebDoor Web { get; }

    public Screen Screen { get; }

    public HubClient Line => _line ?? throw new InvalidOperationException("Connect first.");

    public int ListsChanged => Volatile.Read(ref _listsChanged);

    /// <summary>Opens the socket; when this returns the hub knows the connection and the member is available.</summary>
    public async Task Connect(bool available = true)
    {
        _line = await HubClient.Connect(await Web.Hub(_hub), Web.Server.GetLeftPart(UriPartial.Authority), Pushed);
        await SetAvailable(available);
    }

    public Task<Reply<MemberStatus>> SetAvailable(bool available) => Line.Call<Reply<MemberStatus>>("SetAvailable", available);

    public Task<Reply<ThreadSnapshot>> Accept(string offerId) => Shown(Line.Call<Reply<ThreadSnapshot>>("Accept", offerId));

    public Task<Reply<Done>> Decline(string offerId) => Line.Call<Reply<Done>>("Decline", offerId);

    public Task<Reply<ThreadSnapshot>> Take(string threadId) => Shown(Line.Call<Reply<ThreadSnapshot>>("Take", threadId));

    public Task<Reply<ThreadSnapshot>> Join(string threadId) => Shown(Line.Call<Reply<ThreadSnapshot>>("Join", threadId));

    public Task<Reply<OfferView>> UndoDecline(string offerId) => Line.Call<Reply<OfferView>>("UndoDecline", offerId);

    public Task<Reply<ThreadSnapshot>> UndoEnd(string threadId) => Shown(Line.Call<Reply<ThreadSnapshot>>("UndoEnd", threadId));

    public async Task<IReadOnlyList<LiveConversation>> Live() => (await Web.Get<List<LiveConversation>>("/api/live")).Value!;

    public Task<Reply<ThreadEvent>> Send(MemberMessage message) => Line.Call<Reply<ThreadEvent>>("Send", message);

    public Task<Reply<ThreadEvent>> Send(string threadId, string text, long fence) => Send(new(threadId, Keys.New(), text, fence));

    /// <summary>The POST twin.</summary>
    public Task<Reply<ThreadEvent>> Post(MemberMessage message) =>
        Web.Post<ThreadEvent>($"/api/threads/{message.ThreadId}/events", new { message.Text, message.Fence }, message.Key);

    public Task<Reply<ThreadSnapshot>> Resume(string threadId, long after) => Shown(Line.Call<Reply<ThreadSnapshot>>("Resume", threadId, after));

    public Task Typing(string threadId) => Line.Call<object>("Typing", threadId);

    public Task TypingNote(string threadId) => Line.Call<object>("TypingNote", threadId);

    public Task Seen(string threadId, long seq) => Line.Call<object>("Seen", threadId, seq);

    public Task<Reply<Done>> Release(string threadId, long fence) => Line.Call<Reply<Done>>("Release", threadId, fence);

    public Task<Reply<Done>> Transfer(string threadId, long fence, string member) => Line.Call<Reply<Done>>("Transfer", threadId, fence, member);

    public Task<Reply<Done>> End(string threadId, long fence) => Line.Call<Reply<Done>>("End", threadId, fence);

    public async Task<ConsoleSnapshot> Console() => (await Web.Get<ConsoleSnapshot>("/api/console")).Value!;

    public async Task<IReadOnlyList<WaitingQuestion>> Waiting() => (await Web.Get<List<WaitingQuestion>>("/api/waiting")).Value!;

    /// <summary>Waits for an offer not answered here yet.</summary>
    public async Task<OfferView> NextOffer(string? threadId = null)
    {
        var offer = await _changed.Until(
            () => Locked(() => _offers.Find(o => !_answered.Contains(o.OfferId) && !_ended.ContainsKey(o.OfferId) && (threadId is null || o.ThreadId == threadId))), "an offer");
        Locked(() => _answered.Add(offer.OfferId));
        return offer;
    }

    /// <summary>Waits for an offer of this thread and accepts it.</summary>
    public async Task<ThreadSnapshot> AcceptNext(string? threadId = null)
    {
        var reply = await Accept((await NextOffer(threadId)).OfferId);
        return reply.Value ?? throw new InvalidOperationException($"Refused: {reply.Refusal!.Code}");
    }

    /// <summary>Waits until somebody asks this member into a conversation.</summary>
    public Task<HelpCallView> NextHelpCall() => _changed.Until(() => Locked(() => _calls.LastOrDefault()), "a call for help");

    /// <summary>Waits until whoever was asked in has answered.</summary>
    public Task<HelpCallAnswer> UntilHelpAnswered() => _changed.Until(() => Locked(() => _answers.LastOrDefault()), "an answer to a call for help");

    public Task<Reply<HelpAsked>> AskIn(HelpWanted wanted) => Line.Call<Reply<HelpAsked>>("AskIn", wanted);

    public Task<Reply<ThreadSnapshot>> AcceptHelp(string callId) => Shown(Line.Call<Reply<ThreadSnapshot>>("AcceptHelp", callId));

    public Task<Reply<ThreadEvent>> Suggest(MemberMessage message) => Line.Call<Reply<ThreadEvent>>("Suggest", message);

    public Task<string> UntilOfferEnded(string offerId) => _changed.Until(() => Locked(() => _ended.GetValueOrDefault(offerId)), "the end of an offer");

    public Task<Contracts.Visitors.TypingNotice> UntilTyping() => _changed.Until(() => Locked(() => _typed.LastOrDefault()), "a typing notice");

    public IReadOnlyList<Contracts.Visitors.TypingNotice> Typed => Locked(() => _typed.ToList());

    public async Task<Contracts.Visitors.SeenNotice> UntilSeen() => (Contracts.Visitors.SeenNotice)await _changed.Until(() => _seen, "a seen notice");

    public async Task<MemberStatus> UntilStatus(Func<MemberStatus, bool> which) =>
        (MemberStatus)await _changed.Until(() => _status is MemberStatus status && which(status) ? status : null, "a status");

    /// <summary>Waits for a change of the inbox, or gives the first one that came.</summary>
    public Task<InboxChange> UntilInbox(Func<InboxChange, bool> which) => _changed.Until(() => Locked(() => _inbox.Find(c => which(c))), "a change of the inbox");

    /// <summary>Waits until the lists changed again since this many times.</summary>
    public Task<object> UntilListsChange(int since) => _changed.Until<object>(() => ListsChanged > since ? this : null, "a changed list");

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_line is not null) await _line.DisposeAsync();
    }

    private async Task<Reply<ThreadSnapshot>> Shown(Task<Reply<ThreadSnapshot>> call)
    {
        var reply = await call;
        if (reply.Value is { } snapshot) Screen.Show(snapshot);
        return reply;
    }

    private T Locked<T>(Func<T> look)
    {
        lock (_offers) return look();
    }

    private void Pushed(string method, JsonElement arguments)
    {
        T Argument<T>() => arguments[0].Deserialize<T>(Wire.Json)!;
        switch (method)
        {
            case nameof(ISuperUserClient.Event): Screen.Push(Argument<ThreadEvent>()); break;
            case nameof(ISuperUserClient.Typing): Locked(() => { _typed.Add(Argument<Contracts.Visitors.TypingNotice>()); return true; }); break;
            case nameof(ISuperUserClient.Seen): _seen = Argument<Contracts.Visitors.SeenNotice>(); break;
            case nameof(ISuperUserClient.Head): Screen.Head(Argument<Contracts.Visitors.HeadNotice>()); break;
            case nameof(ISuperUserClient.OfferMade): Locked(() => { _offers.Add(Argument<OfferView>()); return true; }); break;
            case nameof(ISuperUserClient.OfferEnded): Locked(() => _ended[Argument<OfferEnded>().OfferId] = Argument<OfferEnded>().Reason); break;
            case nameof(ISuperUserClient.HelpCalled): Locked(() => { _calls.Add(Argument<HelpCallView>()); return true; }); break;
            case nameof(ISuperUserClient.HelpCallEnded): break;
            case nameof(ISuperUserClient.HelpCallAnswered): Locked(() => { _answers.Add(Argument<HelpCallAnswer>()); return true; }); break;
            case nameof(ISuperUserClient.StatusChanged): _status = Argument<MemberStatus>(); break;
            case nameof(ISuperUserClient.WaitingChanged): Interlocked.Increment(ref _listsChanged); break;
            case nameof(IAgentClient.InboxChanged): Locked(() => { _inbox.Add(Argument<InboxChange>()); return true; }); break;
            default: throw new InvalidOperationException($"{method} is not in the contract.");
        }
        _changed.Raise();
    }
}

/// <summary>A volunteer at <c>/console</c>.</summary>
public sealed class SuperUserDriver(Uri server, string cookie) : MemberDriver(server, cookie, "super-user");

/// <summary>The brand's support at <c>/inbox</c>.</summary>
public sealed class AgentDriver(Uri server, string cookie) : MemberDriver(server, cookie, "agent");
