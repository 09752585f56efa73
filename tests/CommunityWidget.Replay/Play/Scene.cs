using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Replay.Play;

/// <summary>One talk, played: its asker is the visitor; the others speak through whichever members win it, join it or answer it later.</summary>
public sealed partial class Scene(Setting setting, Talk talk, Cast cast)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Random _dice = new((int)(setting.Throw(talk.Name, "scene") * int.MaxValue));
    private readonly Dictionary<int, Volunteer> _voices = [];
    private Guest _guest = null!;
    private string _thread = "";

    public string Name => talk.Name;

    private Tally Tally => setting.Tally;

    private StatusChange Status => _guest.Shown.Status(_thread)!;

    /// <summary>What the script says this member does with an offer of this talk.</summary>
    public Wish WishOf(Volunteer member)
    {
        var thrown = setting.Throw(talk.Name, member.Name, "wish");
        if (talk.IsAlone) return thrown < 0.6 ? Wish.Decline : Wish.LetPass;
        return thrown switch { < 0.72 => Wish.Accept, < 0.84 => Wish.Decline, < 0.95 => Wish.LetPass, _ => Wish.Vanish };
    }

    public async Task Run()
    {
        _guest = await Guest.Arrive(setting, $"visitor-{talk.Name.Replace(':', '-')}", polls: _dice.NextDouble() < 0.15);
        await using var leaving = _guest;
        var lines = talk.Lines.Select(line => line with { Text = Usable(line.Text) }).Where(line => line.Text != "").ToList();
        _thread = await _guest.Ask(lines[0].Text, AnyMishap(0.2));
        cast.Opened(_thread, this);
        foreach (var line in lines.Skip(1))
        {
            if (line.Speaker == 0) await Ask(line.Text);
            else if (!await Say(line)) Tally.Add("lines nobody could say");
            await Befall();
        }
        if (talk.IsAlone) await _guest.Shown.Until(_thread, s => s.State == ThreadStates.Parked, "to be parked", TimeSpan.FromSeconds(60));
        else await Finish();
        await Leave();
    }

    private async Task Ask(string text)
    {
        await Task.Delay(_dice.Next(0, 40));
        Good(await _guest.Send(_thread, text, AnyMishap(0.12)), "thread_closed", "too_late_to_reopen");
    }

    // Until it is said or the talk is over: whoever may speak for this speaker changes while they try.
    private async Task<bool> Say(Utterance line)
    {
        var keys = new Dictionary<Volunteer, string>();
        for (var tries = 0; tries < 25; tries++)
        {
            if (await Speaker(line.Speaker) is not { } speaker) return false;
            if (!keys.TryGetValue(speaker, out var key)) keys[speaker] = key = Keys.New();
            await Task.Delay(_dice.Next(0, 40));
            var reply = Good(await speaker.Send(_thread, line.Text, key, AnyMishap(0.08)), "stale_fence", "not_participant", "not_found", "already_answered", "thread_closed");
            if (reply.Value is not null) return true;
            if (reply.Refusal!.Code is "already_answered" or "thread_closed") return false;
            // It changed hands meanwhile: look again, and let whoever is there now speak.
            if ((await speaker.Resume(_thread)).Value is null || reply.Refusal.Code is "not_participant" or "not_found") _voices.Remove(line.Speaker);
        }
        return false;
    }

    private async Task<Volunteer?> Speaker(int number)
    {
        using var late = new CancellationTokenSource(Patience * 2);
        while (!late.IsCancellationRequested)
        {
            if (Status.State == ThreadStates.Closed) return null;
            if (Status.State == ThreadStates.Waiting)
            {
                await Quietly(() => _guest.Shown.Until(_thread, s => s.State != ThreadStates.Waiting, "somebody", Patience));
                continue;
            }
            if (_voices.TryGetValue(number, out var speaker)) return speaker;
            var found = Status.State == ThreadStates.Live ? await SomebodyLive() : await SomebodyParked();
            if (found is not null) return _voices[number] = found;
            await Task.Delay(100);
        }
        return null;
    }

    // The responder speaks for the first speaker without a voice; for the next ones somebody joins.
    private async Task<Volunteer?> SomebodyLive()
    {
        var responder = cast.Find(Status.Responder?.Id);
        if (responder is not null && !_voices.ContainsValue(responder)) return await Knows(responder) ? responder : null;
        var helper = cast.Free(_dice, [.. _voices.Values, .. responder is null ? Array.Empty<Volunteer>() : [responder]]);
        if (helper is null || (await helper.Join(_thread)).Value is null) return null;
        Tally.Add("joined");
        return helper;
    }

    private async Task<Volunteer?> SomebodyParked()
    {
        var somebody = cast.Free(_dice, []);
        if (somebody is null || (await somebody.Resume(_thread)).Value is null) return null;
        // Taken while the visitor is there, else answered for later: sending does that.
        if (_dice.NextDouble() < 0.5 && (await somebody.Take(_thread)).Value is not null) Tally.Add("taken from the list");
        return somebody;
    }

    // Won on another page of theirs, or before they vanished: the console shows it once they are back.
    private async Task<bool> Knows(Volunteer responder) => responder.Shown.Of(_thread) > 0 || (await responder.Resume(_thread)).Value is not null;

    private Mishap AnyMishap(double chance) => _dice.NextDouble() >= chance ? Mishap.None : (Mishap)_dice.Next(1, 4);

    private Reply<T> Good<T>(Reply<T> reply, params string[] allowed) where T : class
    {
        if (reply.Refusal is { } refusal)
        {
            Tally.Add($"refused: {refusal.Code}");
            if (!allowed.Contains(refusal.Code)) _guest.Recorder.Fault($"{talk.Name}: {refusal.Code}, which nothing explains");
        }
        return reply;
    }

    // What the product says it refuses is taken out as a person would; it is tried as it is elsewhere.
    private static string Usable(string text) => Limit.Allows(text) ? text : string.Concat(text.Where(c => !char.IsControl(c))).Trim();

    private static async Task Quietly(Func<Task> wait)
    {
        try
        {
            await wait();
        }
        catch (TimeoutException)
        {
            // Looked at again by the caller.
        }
    }
}
