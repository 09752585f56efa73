namespace CommunityWidget.AnswerPages.Searching.Language;

/// <summary>Words every text is full of. They say how something is asked, not what about: they count a little where pages are compared, and no page is looked for by them.</summary>
public static class Fillers
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> English = Set(
        """
        a an the and or but if then of at by for with about to from in out on off over under again is am are was were be been being have has had having do does did doing
        i me my we our you your he him his she her it its they them their this that these those as so than too very s t d m re ll ve don can could would should will just there
        here what which who whom when where why how please hi hello hey thanks thank any some not no
        """);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> French = Set(
        """
        a au aux avec ce ces cet cette dans de des du elle elles en et eux il ils je j la le les leur leurs lui ma mais me mes moi mon ne nos notre nous on ou par pas pour qu que
        qui sa se ses si son sur ta te tes toi ton tu un une vos votre vous c d l m n s t y est sont ete etre suis es sommes etes ai as avons avez ont fait faire comment quel
        quelle quels quelles quoi quand pourquoi combien puis peut peux pouvez dois doit faut plus bonjour merci svp
        """);

    /// <param name="word">Small, without accents.</param>
    /// <param name="language">Without its region.</param>
    public static bool Has(ReadOnlySpan<char> word, string language) => (word.Length == 1 && char.IsAsciiLetter(word[0])) || language switch
    {
        Stems.French => French.Contains(word),
        Stems.English => English.Contains(word),
        _ => false,
    };

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
