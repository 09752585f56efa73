using System.Collections.Concurrent;
using System.Text.Json;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Replay.Play;

/// <summary>A member at a console. What they answer to an offer stands in the script of the talk.</summary>
public sealed class Volunteer : Client
{
    private readonly ConcurrentDictionary<string, bool> _considered = new();
    private readonly Func<string, Task<Scene?>> _sceneOf;
    private readonly bool _isAgent;

    public Volunteer(Setting setting, string name, IReadOnlyDictionary<string, string> credentials, bool isAgent, Func<string, Task<Scene?>> sceneOf)
        : base(setting, name, credentials, isAgent ? "agent" : "super-user", isMember: true)
    {
        (_sceneOf, _isAgent) = (sceneOf, isAgent);
        Start();
    }

    public string? Id { get; private set; }

    public Task Ready() => Changed.Until<object>(() => Id is null ? null : this, $"{Name} at their console", TimeSpan.FromMinutes(1));

    public async Task<Reply<ThreadEvent>> Send(string thread, string text, string key, Mishap mishap)
    {
        var message = new MemberMessage(thread, key, text, Shown.Status(thread)?.Fence ?? 0);
        return await Deliver(thread, text, key, message.Fence, under => message with { Key = under }, under => Web.Post<ThreadEvent>($"/api/threads/{thread}/events", new { message.Text, message.Fence }, under), mishap);
    }

    public Task<Reply<ThreadSnapshot>> Accept(string offer) => Held(Persist(line => line.Call<Reply<ThreadSnapshot>>("Accept", offer)));

    public Task<Reply<ThreadSnapshot>> Take(string thread) => Held(Persist(line => line.Call<Reply<ThreadSnapshot>>("Take", thread)));

    public Task<Reply<ThreadSnapshot>> UndoEnd(string thread) => Held(Persist(line => line.Call<Reply<ThreadSnapshot>>("UndoEnd", thread)));

    public async Task<Reply<ThreadSnapshot>> Join(string thread) => Keep(await Persist(line => line.Call<Reply<ThreadSnapshot>>("Join", thread)), "answer");

    public async Task<Reply<ThreadSnapshot>> Resume(string thread) =>
        Keep(await Persist(line => line.Call<Reply<ThreadSnapshot>>("Resume", thread, Shown.Of(thread))), "resume");

    public Task<Reply<Done>> Release(string thread) => Persist(line => line.Call<Reply<Done>>("Release", thread, Fence(thread)));

    public Task<Reply<Done>> Transfer(string thread, string member) => Persist(line => line.Call<Reply<Done>>("Transfer", thread, Fence(thread), member));

    public Task<Reply<Done>> End(string thread) => Persist(line => line.Call<Reply<Done>>("End", thread, Fence(thread)));

    protected override async Task Arrived(HubClient line)
    {
        await line.Call<Reply<MemberStatus>>("SetAvailable", true);
        var console = (await Web.Get<ConsoleSnapshot>("/api/console")).Value!;
        if (Id is null) Recorder.Me(console.Me.Id!);
        Id = console.Me.Id;
        foreach (var offer in console.Offers) Consider(offer);
        foreach (var chat in console.Chats)
        {
            Follow(chat.ThreadId);
            Shown.Show(chat, "console");
        }
        if (_isAgent) _ = TakeWaiting();
    }

    protected override void Received(string method, JsonElement argument)
    {
        switch (method)
        {
            case nameof(ISuperUserClient.OfferMade): Consider(argument.Deserialize<OfferView>(Wire.Json)!); break;
            case nameof(ISuperUserClient.StatusChanged) when argument.Deserialize<MemberStatus>(Wire.Json) is { Available: false }: _ = ComeBack(); break;
            case nameof(ISuperUserClient.WaitingChanged) when _isAgent: _ = TakeWaiting(); break;
        }
    }

    private long Fence(string thread) => Shown.Status(thread)?.Fence ?? 0;

    private void Consider(OfferView offer)
    {
        if (_considered.TryAdd(offer.OfferId, true)) _ = Answer(offer);
    }

    private Task Answer(OfferView offer) => Quietly(async () =>
    {
        if (await _sceneOf(offer.ThreadId) is not { } scene) return;
        var wish = scene.WishOf(this);
        Tally.Add($"offers: {wish}");
        await Task.Delay((int)(Setting.Throw(scene.Name, Name, "thinks") * 200));
        if (wish == Wish.Decline) await Persist(line => line.Call<Reply<Done>>("Decline", offer.OfferId));
        if (wish == Wish.Vanish) Vanish(TimeSpan.FromMilliseconds(200 + (Setting.Throw(scene.Name, Name, "gone") * 1_500)));
        if (wish == Wish.Accept && (await Accept(offer.OfferId)).Value is not null) Tally.Add("accepted");
    });

    // Three offers missed in a row: away, until they press the switch again.
    private Task ComeBack() => Quietly(async () =>
    {
        Tally.Add("set to away, and came back");
        await Task.Delay(150);
        await Persist(line => line.Call<Reply<MemberStatus>>("SetAvailable", true));
    });

    private Task TakeWaiting() => Quietly(async () =>
    {
        foreach (var question in (await Web.Get<List<Contracts.Agents.WaitingQuestion>>("/api/waiting")).Value!.Where(q => q.State == ThreadStates.Waiting))
        {
            if (!_considered.TryAdd($"waiting {question.ThreadId}", true) || await _sceneOf(question.ThreadId) is not { } scene || scene.WishOf(this) != Wish.Accept) continue;
            if ((await Take(question.ThreadId)).Value is not null) Tally.Add("taken by the agent");
        }
    });

    private async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (IsLost(error))
        {
            // Gone home meanwhile, or looked at again with the next line.
        }
        catch (InvalidOperationException error)
        {
            Recorder.Fault(error.Message);
        }
    }

    private async Task<Reply<ThreadSnapshot>> Held(Task<Reply<ThreadSnapshot>> call)
    {
        var reply = Keep(await call, "answer");
        if (reply.Value is { } live) Recorder.Won(live.ThreadId, live.Fence);
        return reply;
    }

    private Reply<ThreadSnapshot> Keep(Reply<ThreadSnapshot> reply, string via)
    {
        if (reply.Value is not { } snapshot) return reply;
        Follow(snapshot.ThreadId);
        Shown.Show(snapshot, via);
        return reply;
    }
}

/// <summary>What a member does with an offer.</summary>
public enum Wish
{
    Accept,
    Decline,
    LetPass,
    Vanish,
}
