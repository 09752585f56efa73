using CommunityWidget.Contracts;

namespace CommunityWidget.Replay.Play;

/// <summary>What else happens in a talk, and how it ends.</summary>
public sealed partial class Scene
{
    private async Task Befall()
    {
        var thrown = _dice.NextDouble();
        var voices = _voices.Values.ToList();
        var responder = cast.Find(Status.Responder?.Id);
        var helper = voices.Find(v => v != responder);
        if (Status.State != ThreadStates.Live || responder is null || talk.IsAlone) return;
        // Absent for longer than silence may last, or not.
        if (thrown < 0.03) responder.Vanish(TimeSpan.FromMilliseconds(_dice.Next(50, 4_000)));
        else if (thrown < 0.05 && (await responder.Release(_thread)).Value is not null) Tally.Add("released");
        else if (thrown < 0.09 && helper is not null && (await helper.Take(_thread)).Value is not null) Tally.Add("taken over");
        else if (thrown < 0.11 && helper is not null && (await helper.Release(_thread)).Value is not null) Left(helper);
        else if (thrown < 0.13 && cast.Free(_dice, [responder])?.Id is { } other && (await responder.Transfer(_thread, other)).Value is not null) Tally.Add("transferred");
        else if (thrown is > 0.97 && voices.Count > 0) _guest.Vanish(TimeSpan.FromMilliseconds(_dice.Next(50, 2_500)));
    }

    private void Left(Volunteer helper)
    {
        Tally.Add("helpers left");
        foreach (var (number, _) in _voices.Where(v => v.Value == helper).ToList()) _voices.Remove(number);
    }

    private async Task Finish()
    {
        var thrown = _dice.NextDouble();
        // Asked, not remembered: somebody may just have taken it from the list.
        if ((await _guest.Look(_thread)).State == ThreadStates.Parked && thrown < 0.5)
        {
            await _guest.LeaveEmail(_thread);
            Tally.Add("left parked");
            return;
        }
        if (Status.State == ThreadStates.Live && cast.Find(Status.Responder?.Id) is { } responder && thrown < 0.45 && (await responder.End(_thread)).Value is not null)
        {
            if (thrown < 0.08 && (await responder.UndoEnd(_thread)).Value is not null) Tally.Add("endings taken back");
            else Tally.Add("ended by the responder");
        }
        await _guest.End(_thread);
        await _guest.Shown.Until(_thread, s => s.State == ThreadStates.Closed, "the end", TimeSpan.FromSeconds(60));
        if (_dice.NextDouble() < 0.6 && (await _guest.Rate(_thread, _dice.Next(1, 6))).Value is not null) Tally.Add("rated");
    }

    private async Task Leave()
    {
        var kept = await _guest.Look(_thread);
        if (kept.State == ThreadStates.Live)
        {
            Tally.Add("taken as they left");
            await _guest.End(_thread);
            kept = await _guest.Look(_thread);
        }
        await _guest.MustSee(_thread, kept.HeadSeq);
        Tally.Add($"played: {(talk.IsAlone ? "alone, " : "")}{kept.State}");
        // Whoever was there when it ended hears of the end.
        if (kept.State != ThreadStates.Closed || EndOf(kept) is not { } end) return;
        foreach (var member in _voices.Values.Distinct().Where(v => v.Shown.Of(_thread) > 0 && IsThere(v, end - 1))) await member.MustSee(_thread, end);
    }

    // Asked of what the visitor was shown, which the checker compares with the record.
    private bool IsThere(Volunteer member, long seq) => member.Id is { } id && _guest.Shown.WasThere(_thread, id, seq);

    private long? EndOf(ThreadSnapshot kept) => _guest.Shown.LastSeq(_thread, e => e.Status?.State == ThreadStates.Closed && e.Seq <= kept.HeadSeq);
}
