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
}
