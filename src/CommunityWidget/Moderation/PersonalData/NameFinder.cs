namespace CommunityWidget.Moderation.PersonalData;

/// <summary>Names where somebody gives them: after "my name is" and the like, and after a title. First names alone are how people talk, and stay.</summary>
internal sealed class NameFinder : IDataFinder
{
    private const int MostWords = 4;

    private static readonly string[] Said =
    [
        "my name is ", "my name's ", "name is ", "i am called ", "full name: ", "full name is ", "name: ", "signed, ", "je m'appelle ", "je m’appelle ", "je me nomme ", "mon nom est ", "mon nom c'est ", "nom : ", "nom: ", "au nom de ",
        "in the name of ", "under the name ", "prénom : ", "addressed to ", "destinataire : ", "nom et prénom : ", "cordialement,\n", "cordialement\n", "regards,\n", "sincerely,\n", "regards, ", "thanks,\n", "thank you,\n", "merci,\n", "cdlt,\n", "bien à vous,\n", "bonne journée,\n", "salutations,\n", "yours,\n", "cheers,\n", "my husband ", "my wife ", "contact person ",
    ];

    private static readonly string[] Titles = ["mr ", "mr. ", "mrs ", "mrs. ", "ms ", "ms. ", "miss ", "dr ", "dr. ", "prof. ", "m. ", "mme ", "mme. ", "mlle ", "monsieur ", "madame ", "mademoiselle ", "docteur ", "maître "];

    // In small letters too: nothing else is written so. Others are units, verbs and roads.
    private static readonly string[] SmallTitles = ["mr ", "mr. ", "mrs ", "mrs. ", "mme ", "mme. ", "mlle ", "mlle. ", "monsieur ", "madame ", "mademoiselle "];

    // A name stands right behind their dot.
    private static readonly string[] DottedTitles = ["mr.", "mrs.", "ms.", "mme.", "mlle.", "dr.", "prof.", "m."];

    private static readonly string[]?[] SaidBy = ByFirst(Said), TitlesBy = ByFirst(Titles), SmallBy = ByFirst(SmallTitles), DottedBy = ByFirst(DottedTitles);

    private static readonly HashSet<string> NoNames = ["Robot", "Bean", "Clean", "Coffee", "President", "The", "Who", "Right", "Wrong", "Muscle", "Steam", "Heater", "Cool", "Beer", "Fusion", "Bonjour", "Merci", "Bosch", "Samsung", "Dyson", "Pepper", "Wash", "Customer", "Services", "Appliances", "Team", "Cuisine", "Bricolage", "Propre", "Beams", "Bar-B-Q"];

    // With which a sentence begins behind "bonjour madame".
    private static readonly HashSet<string> Beginnings = ["Je", "J'ai", "J’ai", "Il", "Elle", "Nous", "Vous", "Est", "Avez", "Pouvez", "Pourriez", "Mon", "Mes", "Comment", "Quand", "Pourquoi", "Bonsoir"];

    // Behind a title in small letters no name: what is said to whom one calls by a title alone, and who has it by office.
    private static readonly HashSet<string> Addressed = new(NoNames, StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "mme", "monsieur", "madame", "mademoiselle", "mesdames", "messieurs", "bonsoir", "salut", "hello", "hi", "hey", "please", "thanks", "thank", "yes", "no", "sir", "too", "here", "again", "svp", "stp", "oui", "non", "pardon", "désolé",
        "désolée", "aussi", "encore", "ici", "voilà", "maintenant", "cordialement", "alors", "tant", "pas", "tout", "président", "présidente", "directeur", "directrice", "maire", "docteur", "professeur", "parfait", "super", "quoi", "enfin", "meuble", "bricolage", "figaro",
    };

    public void Find(string text, Finds found)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i]) || (i > 0 && char.IsLetterOrDigit(text[i - 1]))) continue;
            found.Steps++;
            var first = text[i] < 128 ? char.ToLowerInvariant(text[i]) : '\0';
            if (SaidBy[first] is { } sayings && Starts(text, i, sayings) is { } said) Add(text, i + said, atLeast: 2, found);
            else if (Title(text, i, first) is { } title && !IsBeginning(text, i + title) && KnownMakes.End(text, i) == i) Add(text, i + title, atLeast: 1, found, SmallBy[first] is { } small && Starts(text, i, small) is not null);
            while (i + 1 < text.Length && char.IsLetter(text[i + 1])) i++;
        }
    }

    // "m." or "me" in small letters is something else.
    private static int? Title(string text, int at, char first)
    {
        if ((char.IsUpper(text[at]) ? TitlesBy : SmallBy)[first] is { } titles && Starts(text, at, titles) is { } title) return title;
        return char.IsUpper(text[at]) && DottedBy[first] is { } dotted && Starts(text, at, dotted) is { } glued && IsSurname(text.AsSpan(at + glued)) ? glued : null;
    }

    private static bool IsBeginning(string text, int at) => Beginnings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(at, WordEnd(text, at) - at));

    // "Mr.Smith", and not "M.Sc." or "Dr.C".
    private static bool IsSurname(ReadOnlySpan<char> text) => text.Length > 2 && char.IsUpper(text[0]) && char.IsLetter(text[1]) && char.IsLetter(text[2]);

    private static void Add(string text, int from, int atLeast, Finds found, bool isTitle = false)
    {
        var (at, end, words) = (from, from, 0);
        while (words < MostWords && at < text.Length && char.IsLetter(text[at]))
        {
            var stop = WordEnd(text, at);
            var word = text[at..stop];
            if (!char.IsUpper(word[0]) && word is not ("de" or "du" or "van" or "von" or "der" or "den" or "ten" or "ter" or "del" or "dos" or "la" or "le" or "da" or "di" or "bin" or "al") || NoNames.Contains(word) || FirmNames.Is(text, at, stop)) break;
            if (char.IsUpper(word[0]))
            {
                words++;
                end = stop;
            }
            // An initial with its dot.
            if (stop < text.Length && text[stop] == '.' && word.Length == 1) stop++;
            if (stop >= text.Length || text[stop] != ' ') break;
            at = stop + 1;
        }
        if (words == 0 && (atLeast == 2 || isTitle)) end = InSmall(text, from);
        if (end == from && isTitle) end = OneSmall(text, from);
        // "Ms. R." names nobody.
        if ((words >= atLeast && end - from > 1) || (words == 0 && end > from)) found.Add(new(from, end - from, DataKinds.Name));
    }

    // "je m'appelle jeanne martin": a first name that is known, one word more, and the sentence ends or goes on.
    private static int InSmall(string text, int from)
    {
        var end = from;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-')) end++;
        if (end + 2 >= text.Length || text[end] != ' ' || !GivenNames.Has(text.AsSpan(from, end - from))) return from;
        var stop = end + 1;
        while (stop < text.Length && (char.IsLetter(text[stop]) || text[stop] is '-' or '\'')) stop++;
        return stop - end > 2 && (stop == text.Length || text[stop] is '.' or ',' or '!' or '\n') ? stop : from;
    }

    // "mme dupont,": one word, and the sentence ends or pauses there.
    private static int OneSmall(string text, int from)
    {
        var end = WordEnd(text, from);
        // "mr smith's"
        var stop = end - from > 2 && text[end - 1] == 's' && text[end - 2] is '\'' or '’' ? end - 2 : end;
        var word = text[from..stop];
        return word.Length > 2 && char.IsLower(word[0]) && (end == text.Length || text[end] is '.' or ',' or '!' or '?' or '\n') && !Addressed.Contains(word) && !Cues.IsGoods(word) && !FirmNames.IsTrade(word) ? stop : from;
    }

    private static int WordEnd(string text, int from)
    {
        while (from < text.Length && (char.IsLetter(text[from]) || (text[from] is '-' or '\'' or '’' && from + 1 < text.Length && char.IsLetter(text[from + 1])))) from++;
        return from;
    }

    private static string[]?[] ByFirst(string[] all)
    {
        var by = new string[]?[128];
        foreach (var same in all.GroupBy(one => one[0])) by[same.Key] = [.. same];
        return by;
    }

    private static int? Starts(string text, int at, string[] with)
    {
        foreach (var beginning in with)
        {
            if (string.Compare(text, at, beginning, 0, beginning.Length, StringComparison.OrdinalIgnoreCase) == 0) return beginning.Length;
        }
        return null;
    }
}
