using CommunityWidget.Contracts;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Judging;

/// <summary>All judges on one text: what is refused, what is held, what is masked.</summary>
public sealed class Judges
{
    public Reply<Judged> Of(Site site, string text)
    {
        var own = SiteJudge.Of(site);
        var masked = PersonalDataMasker.Mask(text, site.LanguageFor(null), own.AllowsSome ? own.Allows : null);
        var hidden = masked.IsChanged ? masked.Text : null;
        using var words = new ReadText(text);
        var steps = 0;
        if (own.Refused.Find(words, 0, ref steps) >= 0) return Refusals.TextInsulting;
        if (own.Held.Find(words, 0, ref steps) >= 0) return new Judged(Verdicts.Held, hidden, [JudgedReasons.SiteWord]);
        return hidden is null ? Judged.Passed : new Judged(Verdicts.Masked, hidden, [JudgedReasons.PersonalData]);
    }
}
