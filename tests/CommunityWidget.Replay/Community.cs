using System.Collections.Concurrent;
using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Replay;

/// <summary>The demo's people at their consoles: volunteers accept whatever they are offered; support, once called, takes what is left.</summary>
public sealed class Community : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Holder>> _holders = new();
    private readonly List<MemberDriver> _people = [];
    private AgentDriver _support = null!;

    public static async Task<Community> Gather(Uri server)
    {
        var community = new Community();
        foreach (var name in new[] { "maya", "leo", "ines" }) await community.Sit(new SuperUserDriver(server, await DemoSignIn.As(server, name)));
        // There from the start, so that nobody is told that the shop is empty while the volunteers are busy.
        await community.Sit(community._support = new AgentDriver(server, await DemoSignIn.As(server, "sam")));
        foreach (var person in community._people.OfType<SuperUserDriver>()) _ = community.Volunteer(person);
        return community;
    }

    /// <summary>From now on the agent takes waiting questions too.</summary>
    public Task CallSupport()
    {
        _ = TakeWaiting();
        return Task.CompletedTask;
    }

    /// <summary>Who holds a thread, as soon as somebody does.</summary>
    public Task<Holder> HolderOf(string threadId) => Seat(threadId).Task.WaitAsync(TimeSpan.FromMinutes(2));

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people) await person.DisposeAsync();
    }

    private TaskCompletionSource<Holder> Seat(string threadId) =>
        _holders.GetOrAdd(threadId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task Sit(MemberDriver person)
    {
        await person.Connect();
        _people.Add(person);
    }

    private async Task Volunteer(SuperUserDriver person)
    {
        while (!person.Line.Ended.IsCompleted)
        {
            var offer = await Patiently(() => person.NextOffer());
            if (offer is null) continue;
            // Refused: another volunteer was faster.
            if ((await person.Accept(offer.OfferId)).Value is { } live) Seat(live.ThreadId).TrySetResult(new(person, live.Fence));
        }
    }

    private async Task TakeWaiting()
    {
        while (!_support.Line.Ended.IsCompleted)
        {
            var seen = _support.ListsChanged;
            foreach (var question in (await _support.Waiting()).Where(q => q.State == ThreadStates.Waiting))
            {
                var taken = await _support.Take(question.ThreadId);
                if (taken.Value is { } live) Seat(live.ThreadId).TrySetResult(new(_support, live.Fence));
                else if (taken.Refusal == Refusals.NoFreeSeat) break;
            }
            await Patiently(() => _support.UntilListsChange(seen));
        }
    }

    // Nobody asked for a while: look again.
    private static async Task<T?> Patiently<T>(Func<Task<T>> wait) where T : class
    {
        try
        {
            return await wait();
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}

/// <summary>A member and the fence they hold a thread under.</summary>
public sealed record Holder(MemberDriver Member, long Fence);
