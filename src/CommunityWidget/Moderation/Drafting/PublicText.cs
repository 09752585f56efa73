using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Drafting;

/// <summary>Takes personal data out of what is to be public, and the name of whoever asked, but for what the site lets stand.</summary>
public static class PublicText
{
    /// <param name="site">Whose page it will be.</param>
    /// <param name="text">As it was typed.</param>
    /// <param name="language">Of the words put in place.</param>
    /// <param name="asker">The name that whoever asked gave; null where there is none, or nobody asked.</param>
    public static MaskedText Of(Site site, string text, string language, string? asker = null)
    {
        var own = SiteJudge.Of(site);
        return PersonalDataMasker.Mask(text, language, own.AllowsSome ? own.Allows : null, asker);
    }

    /// <summary>The same of what somebody words for the public by hand: nothing that a conversation would be refused for either.</summary>
    public static Reply<string> Worded(Site site, string text, string language, string? asker = null)
    {
        var steps = 0;
        return Judges.Look(site, text, ref steps).Refusal is { } refusal ? refusal : Of(site, text, language, asker).Text;
    }
}
