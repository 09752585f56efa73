using CommunityWidget.Admin.Forms;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Sites;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>What the judges are told on this site, and a box to see what they would say of a phrase. The phrase is kept nowhere.</summary>
public sealed class JudgingModel(AdminDesk desk, ChangeSite change, Judges judges) : SettingsPage(desk, change)
{
    public JudgingForm Typed { get; private set; } = new();

    public string? Phrase { get; private set; }

    public Judgement? Said { get; private set; }

    public string Shipped(string language) => $"{judges.ShippedThreshold(language):0} %";

    public Task<IActionResult> OnPostJudging([FromForm(Name = "Judging")] JudgingForm typed, string? seen)
    {
        Typed = typed;
        return Save(typed.Read(), seen, [SiteFields.Judging], (site, read) => site with { Judging = read });
    }

    public async Task<IActionResult> OnPostTry(string? phrase)
    {
        Phrase = phrase ?? "";
        var text = MessageText.Clean(phrase);
        if (text.Refusal is { } refusal) return await Refuse(refusal);
        Said = judges.Look(Site, text.Value!);
        return await Show();
    }

    /// <summary>What would become of it, in one sentence.</summary>
    public string Verdict => Said switch
    {
        { Refusal: not null } => A.WouldBeRefused,
        { IsHeld: true } => A.WouldBeHeld,
        { Masked.IsChanged: true } => A.WouldBeMasked,
        _ => A.WouldPass,
    };

    protected override Task Load()
    {
        if (Typed is { Refused: null, Held: null, Allowed: null }) Typed = JudgingForm.Of(Site.Judging);
        return Task.CompletedTask;
    }
}
