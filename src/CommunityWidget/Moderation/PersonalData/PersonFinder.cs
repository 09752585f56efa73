namespace CommunityWidget.Moderation.PersonalData;

/// <summary>
/// People by a first name that is known and another name beside it: "Kevin O'Brien", "MARTIN Jeanne". A first name alone is how people talk and
/// stays; two words that are written large and neither known are a make as often as a person, and stay too.
/// </summary>
internal sealed class PersonFinder : IDataFinder
{
    private const int MostNames = 4, MostSigns = 6;

    // Written large where a sentence begins, or in a heading: no family name.
    private static readonly HashSet<string> Words =
    [
        "I", "The", "A", "An", "And", "Is", "Are", "Was", "Do", "Does", "Did", "Can", "Could", "Will", "Would", "Should", "Has", "Have", "Had", "My", "Your", "It", "This", "That", "What", "Why", "How", "When", "Where", "Who", "Which", "You", "We", "He", "She", "They", "Thats", "Whats", "Its",
        "Please", "Thanks", "Thank", "Hello", "Hi", "Not", "No", "Yes", "In", "On", "At", "For", "From", "To", "With", "Or", "But", "If", "Of", "By", "Here", "There", "Good", "Just", "Any", "All", "Edition", "Series", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        "Je", "Tu", "Il", "Elle", "Nous", "Vous", "Ils", "Le", "La", "Les", "Un", "Une", "Des", "Et", "Est", "Ou", "Mais", "Pour", "Avec", "Chez", "Bonjour", "Merci", "Mon", "Ma", "Mes", "Votre", "Vos", "Ce", "Cette", "Comment", "Pourquoi", "Quand", "Que", "Qui", "Quel", "Quelle",
        "Oui", "Non", "Si", "On", "Dans", "Sur", "Service", "Customer", "Support", "Team", "Club", "Bank", "Street", "Road", "Avenue", "Bay", "Park", "Model", "TV", "USB", "LED",
    ];

    private static readonly string[] Particles = [" de", " du", " van", " von", " der", " den", " di", " da", " del", " la", " le", " ben", " el", " al"];

    private static readonly HashSet<string> Closing = ["thanks", "regards", "sincerely", "yours", "cheers", "merci", "cordialement", "salutations", "cdlt", "avance", "advance", "you", "wishes", "suis", "am"];

    // What stands behind a name that begins there goes on with it: "je suis Ted Baker, de Lyon".
    private static readonly HashSet<string> Being = ["suis", "am"];

    private static readonly HashSet<string> Thanking = ["thank"];

    // Closes where something stands behind it: "Best, Ted Baker", and not "the best Ted Baker".
    private static readonly HashSet<string> ClosingApart = ["best"];

    public void Find(string text, Finds found)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsUpper(text[i]) || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '/' or '-' or '@' or '.' or '_'))) continue;
            var end = WordEnd(text, i);
            found.Steps += end - i;
            var make = KnownMakes.End(text, i);
            found.Steps += make - i;
            if (make > i && IsMake(text, i, make))
            {
                end = make;
            }
            // "Marie Claire Martin": two first names, and who has them.
            else if (make > i && KnownMakes.AreFirsts(text, i, make) && Family(text, make) is var family && family > make && !found.Covers(i))
            {
                found.Add(new(i, family - i, DataKinds.Name));
                end = family;
            }
            else if (!found.Covers(i))
            {
                var stop = GivenNames.Has(text.AsSpan(i, end - i)) ? Family(text, end) : IsLoud(text, i, end) && Next(text, end) is var given and > 0 && !IsLoud(text, given, WordEnd(text, given)) && GivenNames.Has(text.AsSpan(given, WordEnd(text, given) - given)) && IsName(text, i, end) ? WordEnd(text, given) : end;
                if (stop > end && !AreTrousers(text, i, end, stop) && !(stop > end + 1 && GivenNames.AreOne(text.AsSpan(i, end - i), text.AsSpan(end + 1, stop - end - 1))))
                {
                    found.Add(new(i, stop - i, DataKinds.Name));
                    end = stop;
                }
            }
            i = end - 1;
        }
    }

    // What is called like one: not who signs, nor two first names before a family's.
    private static bool IsMake(string text, int start, int end) =>
        !IsSigned(text, start, end) && !(KnownMakes.AreFirsts(text, start, end) && Next(text, end) is > 0 and var next && IsName(text, next, WordEnd(text, next)) && !KnownMakes.IsLine(text, next, WordEnd(text, next)));

    // "Thanks, Ted Baker", "Merci ! Ted Baker (Lyon)", "Best wishes\nTed Baker 06 12 34 56 78": called like a make, and who signs.
    private static bool IsSigned(string text, int start, int end)
    {
        var (at, isApart) = (start, false);
        while (at > 0 && start - at < MostSigns && text[at - 1] is ' ' or '.' or '!' or ',' or '\n' or '\r') isApart |= text[--at] != ' ';
        var closing = Cues.Find(text, at, Closing, words: 1);
        if (closing < 0 && isApart) closing = Cues.Find(text, at, ClosingApart, words: 1);
        if (closing < 0) return false;
        var word = closing;
        while (word < start && char.IsLetter(text[word])) word++;
        var between = text.AsSpan(word, start - word);
        // "What I ordered from you: Ted Baker" is a list.
        if (between.Contains(':') && !between.Contains(":)", StringComparison.Ordinal)) return false;
        if (text.AsSpan(closing, word - closing).Equals("you", StringComparison.OrdinalIgnoreCase) && !Cues.Before(text, closing, Thanking, words: 1)) return false;
        var after = text.AsSpan(end).TrimStart(' ');
        if (after.IsEmpty || after[0] is '\n' or '\r' or '.' or '+' or '0' || (isApart && char.IsAsciiDigit(after[0]))) return true;
        // "Merci Franck Provost, mes cheveux adorent" thanks a make.
        return after[0] is '!' or ',' or '(' && (!between.Trim(' ').IsEmpty || Cues.Before(text, word, Being, words: 1));
    }

    // "Jean Droit Denim"
    private static bool AreTrousers(string text, int start, int end, int stop) =>
        text.AsSpan(start, end - start).Equals("jean", StringComparison.OrdinalIgnoreCase) && stop < text.Length && text.AsSpan(stop + 1, WordEnd(text, stop + 1) - stop - 1).Equals("denim", StringComparison.OrdinalIgnoreCase);

    // Up to the last name that follows a first one.
    private static int Family(string text, int from)
    {
        var (at, end, names) = (from, from, 0);
        while (names < MostNames)
        {
            var start = Next(text, at);
            // "Jane Q. Miller", "Jan van der Berg".
            while (start < 0 && Small(text, at) is var small and > 0)
            {
                at = small;
                start = Next(text, at);
            }
            if (start < 0) break;
            var stop = WordEnd(text, start);
            var isInitial = stop - start == 1;
            // "Sophie Christian Dior": a make begins here.
            var make = KnownMakes.End(text, start);
            if (make > start)
            {
                if (IsMake(text, start, make)) break;
                // "Anne Marie Claire Martin"
                if (KnownMakes.AreFirsts(text, start, make)) stop = make;
            }
            if (!isInitial && stop != make && !IsName(text, start, stop)) break;
            at = isInitial && stop < text.Length && text[stop] == '.' ? stop + 1 : stop;
            if (!isInitial) end = stop;
            names++;
        }
        return end;
    }

    private static bool IsName(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        return !word.ContainsAnyInRange('0', '9') && !FirmNames.Is(text, start, end) && GivenNames.MayFollow(word) && !Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private static bool IsLoud(string text, int start, int end) => end - start > 2 && !text.AsSpan(start, end - start).ContainsAnyInRange('a', 'z') && !text.AsSpan(start, end - start).ContainsAnyInRange('0', '9');

    private static int Next(string text, int at) => at + 1 < text.Length && text[at] == ' ' && char.IsUpper(text[at + 1]) ? at + 1 : -1;

    private static int Small(string text, int at)
    {
        foreach (var particle in Particles)
        {
            if (string.CompareOrdinal(text, at, particle, 0, particle.Length) == 0 && at + particle.Length < text.Length && text[at + particle.Length] == ' ') return at + particle.Length;
        }
        return -1;
    }

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '-' or '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1])))) end++;
        // "Emma's" is of Emma.
        return end - start > 2 && text[end - 1] == 's' && text[end - 2] is '\'' or '’' ? end - 2 : end;
    }
}
