namespace CommunityWidget.Moderation.Judging;

/// <summary>Which of the judges' two languages a text is in, by its small words.</summary>
internal static class Tongue
{
    public const string English = "en", French = "fr";

    private static readonly HashSet<string> EnglishWords =
    [
        "the", "is", "are", "to", "and", "of", "it", "you", "for", "with", "this", "that", "my", "have", "has", "do", "does", "can", "what", "how", "your", "be", "was", "in", "at",
        "not", "but", "they", "all", "will", "would", "if", "so", "we", "he", "she", "his", "her", "them", "who", "why", "when", "where", "there", "get", "just", "like", "from", "an", "by", "or",
    ];

    private static readonly HashSet<string> FrenchWords =
    [
        "le", "la", "les", "un", "une", "des", "est", "et", "je", "pas", "vous", "pour", "que", "qui", "de", "du", "mon", "ma", "mes", "il", "elle", "ce", "cette", "ne", "se", "au", "aux",
        "dans", "sur", "avec", "tu", "te", "toi", "ton", "ta", "sont", "ils", "elles", "nous", "plus", "mais", "ou", "ca", "comment", "quel", "quelle", "suis", "ai", "avez", "faire", "bien", "tout",
        "j", "l", "d", "c", "n", "qu", "votre", "vos", "leur", "bonjour", "merci", "salut", "fait", "en", "y", "sa", "son", "ses", "etes", "es", "trop", "tres", "rien",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishLookup = EnglishWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FrenchLookup = FrenchWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A hundred words say enough.</summary>
    public static string Of(in ReadText text, string otherwise)
    {
        var (english, french) = (0, 0);
        for (var i = 0; i < text.Count && i < 100; i++)
        {
            var word = text[i];
            // Letters that stand apart spell a word, in whichever language.
            if (word.Length > 8 || (word.Length == 1 && ((i > 0 && text[i - 1].Length == 1) || (i + 1 < text.Count && text[i + 1].Length == 1)))) continue;
            if (EnglishLookup.Contains(word)) english++;
            if (FrenchLookup.Contains(word)) french++;
        }
        return french > english ? French : english > french ? English : otherwise == French ? French : English;
    }
}
