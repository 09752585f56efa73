using CommunityWidget.Contracts;
using CommunityWidget.Moderation.PersonalData;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Judging;

/// <summary>All judges on one text: what is refused, what is held, what is masked. Pure but for what they remember of the site's lists.</summary>
public sealed class Judges
{
    public Reply<Judged> Of(Site site, string text)
    {
        var judgement = Look(site, text);
        return judgement.Refusal is { } refusal ? refusal : judgement.AsJudged();
    }

    /// <summary>From how many percent on the shipped model holds a text.</summary>
    public int ShippedThreshold(string language) => (int)MathF.Round(100 * TextModel.Shipped.Threshold(language));

    /// <summary>Whether a line of a site's own list can be found in a text.</summary>
    public static bool MayLookFor(string line) => WordList.Takes(line);

    /// <summary>The same with everything they found.</summary>
    public Judgement Look(Site site, string text)
    {
        var steps = 0;
        return Look(site, text, ref steps);
    }

    /// <summary>The same by lists that are nobody's yet: nothing is remembered of them.</summary>
    public Judgement Try(Site site, string text)
    {
        var steps = 0;
        return Look(site, new SiteJudge(site.Judging, site.Origins), text, ref steps);
    }

    /// <param name="site">Whose lists and thresholds count.</param>
    /// <param name="text">Clean, as it would be stored.</param>
    /// <param name="steps">Grows with every look at a piece of the text.</param>
    internal static Judgement Look(Site site, string text, ref int steps) => Look(site, SiteJudge.Of(site), text, ref steps);

    private static Judgement Look(Site site, SiteJudge own, string text, ref int steps)
    {
        var words = new ReadText(text);
        if (!own.Allowed.IsEmpty) words.Leave(own.Allowed, ref steps);
        var language = Tongue.Of(words, site.LanguageFor(null));
        var lexicon = Lexicon.Of(language);
        words.Leave(lexicon.Harmless, ref steps);
        using var read = words;
        var clues = Clues.Of(words, language, ref steps);
        var veiled = Veiled.Of(text, words, language, language == Tongue.French || site.LanguageFor(Tongue.French) == Tongue.French, own, ref steps);
        var model = TextModel.Shipped;
        var (score, shopTalk) = model.Of(words, clues);
        var threshold = own.Threshold(language) / 100f ?? model.Threshold(language, clues, words.Count, shopTalk);
        var masked = PersonalDataMasker.Mask(text, language, own.AllowsSome ? own.Allows : null, ref steps);
        steps += words.Steps;
        var link = LinkJudge.Of(text, own, ref steps);
        var siteRefuses = own.Refused.Find(words, 0, ref steps) >= 0;
        List<string> reasons = [];
        if (clues.Hate || clues.AgainstGroup || veiled.Hate) reasons.Add(JudgedReasons.Hate);
        if (clues.Insult || clues.Directed || veiled.Insult) reasons.Add(JudgedReasons.Insult);
        if (score >= threshold) reasons.Add(JudgedReasons.Toxic);
        if (siteRefuses || own.Held.Find(words, 0, ref steps) >= 0) reasons.Add(JudgedReasons.SiteWord);
        if (link != LinkVerdict.Fine) reasons.Add(JudgedReasons.Link);
        if (SpamJudge.IsSpam(words, text, lexicon, own, ref steps)) reasons.Add(JudgedReasons.Spam);
        var refusal = link == LinkVerdict.Refused ? Refusals.LinkNotSafe : clues.IsSure || veiled.Hate || veiled.Insult || siteRefuses ? Refusals.TextInsulting : null;
        return new(language, refusal, reasons, masked, score, threshold);
    }
}
