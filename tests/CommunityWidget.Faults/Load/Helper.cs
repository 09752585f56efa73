using System.Collections.Concurrent;
using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Replay.Play;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Faults.Load;

/// <summary>A member at a console who accepts whatever they are offered, unless told otherwise.</summary>
internal sealed class Helper : Client
{
    private readonly Dictionary<string, OfferView> _offers = [];
    private readonly ConcurrentQueue<long> _told = [];
    private int _listsChanged;

    public Helper(Setting setting, string name, string cookie, bool isAgent = false)
        : base(setting, name, new Dictionary<string, string> { ["Cookie"] = cookie }, isAgent ? "agent" : "super-user", isMember: true) => Start();

    public string? Id { get; private set; }

    /// <summary>What they do with an offer: accept it, or with false decline it; null leaves it alone.</summary>
    public Func<OfferView, bool?> Wants { get; set; } = Willing;

    /// <summary>Available from the first moment on.</summary>
    public bool IsAvailable { get; set; } = true;

    public int ListsChanged => Volatile.Read(ref _listsChanged);

    /// <summary>When anything at all was told to this console.</summary>
    public IReadOnlyCollection<long> Told => _told;

    public IReadOnlyList<OfferView> Offers { get { lock (_offers) return [.. _offers.Values]; } }

    /// <summary>Accepts everything but what nobody takes.</summary>
    public static bool? Willing(OfferView offer) => !offer.Text.StartsWith(Unwanted.Word, StringComparison.Ordinal);

    public Task Ready() => Changed.Until<object>(() => Id is null || !IsAwake ? null : this, $"{Name} at their console", TimeSpan.FromMinutes(1));

    public Task<OfferView> NextOffer(string thread, TimeSpan patience) => Changed.Until(() => Offers.FirstOrDefault(o => o.ThreadId == thread), $"an offer of {thread}", patience);

    public Task<Reply<ThreadEvent>> Send(string thread, string text)
    {
        var message = new MemberMessage(thread, Keys.New(), text, Shown.Status(thread)?.Fence ?? 0);
        return Deliver(thread, text, message.Key!, message.Fence, under => message with { Key = under },
            under => Web.Post<ThreadEvent>($"/api/threads/{thread}/events", new { message.Text, message.Fence }, under), Mishap.None);
    }

    public Task<Reply<ThreadSnapshot>> Accept(string offer) => Held(Persist(line => line.Call<Reply<ThreadSnapshot>>("Accept", offer)));

    public Task<Reply<ThreadSnapshot>> Take(string thread) => Held(Persist(line => line.Call<Reply<ThreadSnapshot>>("Take", thread)));

    public Task<Reply<ThreadSnapshot>> Join(string thread) => Kept(Persist(line => line.Call<Reply<ThreadSnapshot>>("Join", thread)), "answer");

    public Task<Reply<ThreadSnapshot>> Resume(string thread) => Kept(Persist(line => line.Call<Reply<ThreadSnapshot>>("Resume", thread, Shown.Of(thread))), "resume");

    public Task<Reply<MemberStatus>> SetAvailable(bool available) => Persist(line => line.Call<Reply<MemberStatus>>("SetAvailable", available));

    /// <summary>Who could be given a conversation, as an agent's window shows it.</summary>
    public async Task<IReadOnlyList<string?>> Reachable() => [.. (await Web.Get<ReachableMember[]>("/api/reachable")).Value!.Select(member => member.Who.Id)];

    /// <summary>Accepts an offer, or takes the question without one, on the line there is, and says how long the answer took.</summary>
    public async Task<(Reply<ThreadSnapshot> Reply, TimeSpan Took)> GoFor(string thread, string? offer)
    {
        var asked = System.Diagnostics.Stopwatch.GetTimestamp();
        var reply = offer is null ? await Take(thread) : await Accept(offer);
        return (reply, System.Diagnostics.Stopwatch.GetElapsedTime(asked));
    }

    protected override async Task Arrived(HubClient line)
    {
        if (IsAvailable) await line.Call<Reply<MemberStatus>>("SetAvailable", true);
        // While the database is away the console has nothing to show yet; the line is tried again.
        if ((await Web.Get<ConsoleSnapshot>("/api/console")).Value is not { } console) throw new HubError("the console is not there");
        if (Id is null) Recorder.Me(console.Me.Id!);
        Id = console.Me.Id;
        foreach (var offer in console.Offers) Consider(offer);
        foreach (var chat in console.Chats)
        {
            Follow(chat.ThreadId);
            Shown.Show(chat, "console");
        }
    }

    protected override void Received(string method, JsonElement argument)
    {
        _told.Enqueue(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        switch (method)
        {
            case nameof(ISuperUserClient.OfferMade): Consider(argument.Deserialize<OfferView>(Wire.Json)!); break;
            case nameof(ISuperUserClient.WaitingChanged): Interlocked.Increment(ref _listsChanged); break;
            // Three offers missed in a row, as when nobody could be reached: back at once.
            case nameof(ISuperUserClient.StatusChanged) when IsAvailable && argument.Deserialize<MemberStatus>(Wire.Json) is { Available: false }: _ = Quietly(() => SetAvailable(true)); break;
        }
        Changed.Raise();
    }

    private void Consider(OfferView offer)
    {
        bool isNew;
        lock (_offers) isNew = _offers.TryAdd(offer.OfferId, offer);
        Changed.Raise();
        if (!isNew || Wants(offer) is not { } wants) return;
        _ = Quietly(() => wants ? Accept(offer.OfferId) : Persist(line => line.Call<Reply<Done>>("Decline", offer.OfferId)));
    }

    private async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (IsLost(error))
        {
            // Gone home meanwhile, or offered again with the next line.
        }
        catch (InvalidOperationException error)
        {
            Recorder.Fault(error.Message);
        }
    }

    private async Task<Reply<ThreadSnapshot>> Held(Task<Reply<ThreadSnapshot>> call)
    {
        var reply = await Kept(call, "answer");
        if (reply.Value is { } live) Recorder.Won(live.ThreadId, live.Fence);
        return reply;
    }

    private async Task<Reply<ThreadSnapshot>> Kept(Task<Reply<ThreadSnapshot>> call, string via)
    {
        var reply = await call;
        if (reply.Value is not { } snapshot) return reply;
        Follow(snapshot.ThreadId);
        Shown.Show(snapshot, via);
        return reply;
    }
}
