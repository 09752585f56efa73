namespace CommunityWidget.Moderation.Judging;

/// <summary>Advertising: calls to go elsewhere beside a link, several calls, or the same said over and over. A link alone is none: people show what they mean.</summary>
internal static class SpamJudge
{
    private const int Enough = 3, MostRepeats = 12;

    public static bool IsSpam(in ReadText text, string original, Lexicon words, SiteJudge own, ref int steps)
    {
        var calls = 0;
        for (var at = words.Spam.Find(text, 0, ref steps); at >= 0 && calls < Enough; at = words.Spam.Find(text, at + 1, ref steps)) calls++;
        var links = CountLinks(original, own, ref steps);
        return (2 * calls) + links >= Enough + 1 || (calls > 0 && links > 0) || words.Adverts.Find(text, 0, ref steps) >= 0 || Repeats(text, ref steps);
    }

    // The shop's own pages are what a visitor asks about, and those it lets stand.
    private static int CountLinks(string text, SiteJudge own, ref int steps)
    {
        var count = 0;
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0 && count < 8; at = text.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            steps++;
            var host = LinkHost.Of(text.AsSpan(at + 3));
            if (!own.IsOwn(host) && !(own.AllowsSome && own.Allows(host))) count++;
        }
        return count;
    }

    // One word over and over, side by side.
    private static bool Repeats(in ReadText text, ref int steps)
    {
        var run = 1;
        for (var i = 1; i < text.Count; i++)
        {
            steps++;
            run = text[i].SequenceEqual(text[i - 1]) && text[i].Length > 1 ? run + 1 : 1;
            if (run >= MostRepeats) return true;
        }
        return false;
    }
}
