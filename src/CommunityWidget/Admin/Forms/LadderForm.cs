using CommunityWidget.Contracts;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>A site's ladder as a list of rungs, in seconds.</summary>
public sealed class LadderForm
{
    public const int MostRungs = 8, MostWave = 50, LeastOffer = 5, MostOffer = 300, LeastStay = 5, MostStay = 3_600;

    public static readonly IReadOnlyList<string> Kinds = [RungKinds.Topic, RungKinds.Anyone, RungKinds.Agents];

    public List<RungLine> Rungs { get; set; } = [];

    public static LadderForm Of(Ladder ladder) => new() { Rungs = [.. ladder.Rungs.Select(RungLine.Of)] };

    /// <summary>What a button does before anything is read, so that it works on what was typed: <c>up, down, remove</c> with a place, or <c>add</c>.</summary>
    public bool Press(string? button)
    {
        var (verb, place) = (button ?? "").Split(':', 2) is [var first, var number] && int.TryParse(number, out var parsed) ? (first, parsed) : (button ?? "", -1);
        switch (verb)
        {
            case "up" when place > 0 && place < Rungs.Count:
                (Rungs[place - 1], Rungs[place]) = (Rungs[place], Rungs[place - 1]);
                return true;
            case "down" when place >= 0 && place < Rungs.Count - 1:
                (Rungs[place + 1], Rungs[place]) = (Rungs[place], Rungs[place + 1]);
                return true;
            case "remove" when place >= 0 && place < Rungs.Count:
                Rungs.RemoveAt(place);
                return true;
            case "add" when Rungs.Count < MostRungs:
                // The team stays last.
                Rungs.Insert(Rungs.FindLastIndex(r => r.Kind != RungKinds.Agents) + 1, RungLine.Of(new(RungKinds.Anyone, 8, 15_000, 30_000)));
                return true;
            default:
                return false;
        }
    }

    public Reading<Ladder> Read()
    {
        var faults = new List<Fault>();
        var rungs = Rungs.Select((line, place) => line.Read($"Ladder.Rungs[{place}]", faults)).ToList();
        if (Rungs.Count is 0 or > MostRungs) faults.Add(new("ladder", "ladder_rungs", $"{MostRungs}"));
        if (rungs.FindIndex(r => r.Kind == RungKinds.Agents) is var agents && agents >= 0 && agents < rungs.Count - 1) faults.Add(new("ladder", "ladder_agents_last"));
        return faults.Count > 0 ? faults : new Ladder(rungs);
    }
}

/// <summary>One rung as typed.</summary>
public sealed class RungLine
{
    public string? Kind { get; set; }
    public string? Wave { get; set; }
    public string? Offer { get; set; }
    public string? Stays { get; set; }

    public static RungLine Of(Rung rung) => new() { Kind = rung.Kind, Wave = $"{rung.Wave}", Offer = $"{rung.OfferMs / 1_000}", Stays = $"{rung.StaysMs / 1_000}" };

    public Rung Read(string field, List<Fault> faults)
    {
        if (!LadderForm.Kinds.Contains(Kind)) faults.Add(new($"{field}.Kind", "ladder_kind"));
        var wave = Number.Read($"{field}.Wave", Wave, 1, LadderForm.MostWave, faults) ?? 0;
        var offer = Number.Read($"{field}.Offer", Offer, LadderForm.LeastOffer, LadderForm.MostOffer, faults) ?? 0;
        var stays = Number.Read($"{field}.Stays", Stays, LadderForm.LeastStay, LadderForm.MostStay, faults) ?? 0;
        return new(Kind ?? "", wave, offer * 1_000, stays * 1_000);
    }
}
