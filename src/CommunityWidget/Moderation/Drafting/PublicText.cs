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

    /// <summary>Messages of one person without what only two of them together say of somebody, and how much that was: a telephone that is cut in two, and each half sent by itself.</summary>
    public static (IReadOnlyList<string> Messages, int Found) Unsplit(Site site, IReadOnlyList<string> messages, string language)
    {
        if (messages.Count < 2) return (messages, 0);
        var own = SiteJudge.Of(site);
        var joined = string.Join('\n', messages);
        var found = SplitFinder.Between(messages).Where(data => !own.AllowsSome || !own.Allows(joined.Substring(data.Start, data.Length))).ToList();
        if (found.Count == 0) return (messages, 0);
        var (whole, split, start) = (new List<string>(messages.Count), 0, 0);
        foreach (var message in messages)
        {
            var text = message;
            foreach (var data in Enumerable.Reverse(found))
            {
                var (from, to) = (Math.Max(data.Start - start, 0), Math.Min(data.End - start, message.Length));
                if (from >= to || (from == data.Start - start && to == data.End - start)) continue;
                text = string.Concat(text.AsSpan(0, from), DataKinds.Word(data.Kind, language), text.AsSpan(to));
                if (data.Start >= start) split++;
            }
            whole.Add(text);
            start += message.Length + 1;
        }
        return (whole, split);
    }

    /// <summary>The same of what somebody words for the public by hand: nothing that a conversation would be refused for either.</summary>
    public static Reply<string> Worded(Site site, string text, string language, string? asker = null)
    {
        var steps = 0;
        return Judges.Look(site, text, ref steps).Refusal is { } refusal ? refusal : Of(site, text, language, asker).Text;
    }
}
