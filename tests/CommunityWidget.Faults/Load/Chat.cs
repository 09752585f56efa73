using CommunityWidget.Contracts;
using CommunityWidget.Replay.Play;

namespace CommunityWidget.Faults.Load;

/// <summary>One visitor and whoever holds their question, a message a second between them.</summary>
internal sealed class Chat(Guest guest, Company company, int number) : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private int _said;

    public Guest Guest => guest;

    public string Thread { get; private set; } = "";

    public StatusChange Status => guest.Shown.Status(Thread)!;

    /// <summary>Who holds it, as the visitor was shown.</summary>
    public Helper? Holder => company.Find(Status.Responder?.Id);

    public async Task Open()
    {
        Thread = await guest.Ask($"question {number}", Mishap.None);
        await guest.Shown.Until(Thread, s => s.State == ThreadStates.Live, $"somebody for question {number}", TimeSpan.FromMinutes(2));
    }

    /// <summary>Talks until told to stop; a message that waits for its answer holds up the next ones of its chat only.</summary>
    public async Task Talk(CancellationToken stop)
    {
        using var interval = new PeriodicTimer(Second);
        try
        {
            // Not all in the same millisecond.
            await Task.Delay(Random.Shared.Next(1_000), stop);
            do
            {
                if (Status.State == ThreadStates.Closed) return;
                if (_said++ % 2 == 0) await guest.Send(Thread, $"visitor {number} {_said}", Mishap.None);
                else await Answer();
            }
            while (await interval.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // Said enough.
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException)
        {
            guest.Recorder.Fault($"chat {number}: {error.Message}");
        }
    }

    /// <summary>Ends it, and gives everybody who was in it time to see that.</summary>
    public async Task End()
    {
        try
        {
            var holder = Holder;
            await guest.End(Thread);
            await guest.Shown.Until(Thread, s => s.State == ThreadStates.Closed, $"the end of {number}", TimeSpan.FromMinutes(1));
            var kept = await guest.Look(Thread);
            await guest.MustSee(Thread, kept.HeadSeq);
            if (holder is not null) await holder.MustSee(Thread, kept.HeadSeq);
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException)
        {
            guest.Recorder.Fault($"chat {number}: {error.Message}");
        }
    }

    public ValueTask DisposeAsync() => guest.DisposeAsync();

    private async Task Answer()
    {
        if (Status.State != ThreadStates.Live || Holder is not { } holder) return;
        // Won on another line, and not shown here yet.
        if (holder.Shown.Of(Thread) == 0) await holder.Resume(Thread);
        var reply = await holder.Send(Thread, $"helper {number} {_said}");
        // It changed hands meanwhile: whoever holds it speaks the next time.
        if (reply.Refusal is { Code: "stale_fence" or "not_participant" or "not_found" }) await holder.Resume(Thread);
        else if (reply.Refusal is { } refusal) guest.Recorder.Fault($"chat {number}: {refusal.Code}");
    }
}
