using System.Text.RegularExpressions;

namespace CommunityWidget.Moderation.Drafting;

/// <summary>Takes greetings, thanks and signatures off what somebody said: a stranger who reads the page wants the matter. What is nothing but courtesy leaves nothing.</summary>
public static partial class Courtesies
{
    // More rounds than a polite person needs: "Hello! Good morning, dear all," and at the end "Thanks! Best regards, Anna".
    private const int Rounds = 4;

    public static string Off(string text)
    {
        var left = text.Trim();
        for (var round = 0; round < Rounds; round++)
        {
            var before = left;
            left = Ending().Replace(Signature().Replace(Greeting().Replace(left, ""), ""), "").Trim();
            if (left == before) break;
        }
        if (!left.Any(char.IsLetterOrDigit)) return "";
        // What stood behind a greeting begins the sentence now.
        return text.TrimStart().StartsWith(left[0]) ? left : char.ToUpperInvariant(left[0]) + left[1..];
    }

    [GeneratedRegex(
        @"\A\s*(hi|hello|hey|hiya|good (morning|afternoon|evening|day)|greetings|dear \p{L}+|bonjour|bonsoir|salut|coucou|re-?bonjour)( (there|all|everyone|again|folks|team|(à|a) (tous|toutes|vous)|madame|monsieur|tout le monde|toute l.équipe))*(?!['’\p{L}\d-])( [\p{Lu}]\p{L}+)?\s*([,.!:;–-]+|\n|\z)\s*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Greeting();

    // A whole sentence at the end that only thanks or takes leave.
    [GeneratedRegex(
        @"(?<=\A|[.!?…\n]\s*|,\s+)(many thanks|thanks|thank you|thx|cheers|have a (nice|good|great) \p{L}+|(you.re|you are) welcome|bye|goodbye|merci|je vous remercie|bonne (journée|soirée|continuation)|bon week-end|de rien|avec plaisir|au revoir|à bientôt)(?!['’\p{L}\d-])( (a lot|so much|very much|again|in advance|for (your|the|any) (help|answer|time|reply)|d.avance|beaucoup|bien|encore|par avance|pour (votre|ton|cette|vos|l.)\s?(aide|réponse|réponses|temps)|à (vous|toi|tous)|all|everyone|and|et))*[\s.!,:;)(🙂😊👍🙏–-]*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Ending();

    [GeneratedRegex(
        @"(?<=\A|[.!?…\n,]\s*)((kind|best|warm) regards|regards|best wishes|sincerely( yours)?|yours (truly|sincerely|faithfully)|(bien |très )?cordialement|bien à vous|amicalement|sincères salutations|salutations)(?!['’\p{L}\d-])[,.!\s–-]*(\p{L}[\p{L}.'’-]*[ ]?){0,3}[.!\s]*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Signature();
}
