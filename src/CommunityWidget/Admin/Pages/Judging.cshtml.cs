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
    private JudgingForm? _typed;

    /// <summary>As typed, emptied fields too; else what the site has.</summary>
    public JudgingForm Typed => _typed ??= JudgingForm.Of(Site.Judging);

    public string? Phrase { get; private set; }

    public Judgement? Said { get; private set; }

    public string Shipped(string language) => $"{judges.ShippedThreshold(language):0} %";

    public Task<IActionResult> OnPostJudging([FromForm(Name = "Judging")] JudgingForm typed, string? phrase, string? seen)
    {
        (_typed, Phrase) = (typed, phrase);
        return Save(typed.Read(), seen, [SiteFields.Judging], (site, read) => site with { Judging = read });
    }

    // By the lists as they stand in the form: what one wants to know before saving them.
    public async Task<IActionResult> OnPostTry([FromForm(Name = "Judging")] JudgingForm typed, string? phrase, string? seen)
    {
        Phrase = phrase ?? "";
        if (Request.Form.ContainsKey($"Judging.{nameof(JudgingForm.Refused)}"))
        {
            _typed = typed;
            KeepOpen([SiteFields.Judging], seen);
        }
        var read = Typed.Read();
        if (read.Value is not { } lists) return await Refuse(read.Faults);
        var text = MessageText.Clean(phrase);
        if (text.Refusal is { } refusal) return await Refuse(refusal);
        Said = judges.Try(Site with { Judging = lists }, text.Value!);
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

    protected override Task Load() => Task.CompletedTask;
}
