using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Drafting;

/// <summary>Takes personal data out of what is to be public, but for what the site lets stand.</summary>
public static class PublicText
{
    public static MaskedText Of(Site site, string text, string language)
    {
        var own = SiteJudge.Of(site);
        return PersonalDataMasker.Mask(text, language, own.AllowsSome ? own.Allows : null);
    }

    /// <summary>The same of what somebody words for the public by hand: nothing that a conversation would be refused for either.</summary>
    public static Reply<string> Worded(Site site, string text, string language)
    {
        var steps = 0;
        return Judges.Look(site, text, ref steps).Refusal is { } refusal ? refusal : Of(site, text, language).Text;
    }
}
