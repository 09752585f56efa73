namespace CommunityWidget.Import.Reading;

/// <summary>Which answer each of a row's names speaks of. One that comes twice, or in two words, is of two answers: the second takes the next free number.</summary>
public sealed class AnswerPlaces
{
    private readonly IReadOnlyList<string> _names;
    private readonly (int Number, string Part)?[] _places;
    private readonly bool _hasMany;

    /// <param name="names">In their normal form, as they stand beside each other.</param>
    public AnswerPlaces(IReadOnlyList<string> names)
    {
        var said = names.Select(FieldNames.OfAnswer).ToArray();
        var (taken, times) = (said.OfType<(string Word, int Number, string Part)>().Select(one => one.Number).ToHashSet(), new Dictionary<(string, int, string), int>());
        var (own, all) = (new Dictionary<(string Word, int Number, int Time), int>(), new Dictionary<int, List<int>>());
        (_names, _places) = (names, new (int, string)?[names.Count]);
        var which = said.Select(one => one is { } name ? times[name] = times.GetValueOrDefault(name) + 1 : 0).ToArray();
        // Texts first: they say which answers there are.
        for (var at = 0; at < names.Count; at++)
        {
            if (said[at] is not var (word, number, part) || !FieldNames.AnswerText.Contains(part)) continue;
            if (!own.TryGetValue((word, number, which[at]), out var place))
            {
                if (!all.TryGetValue(number, out var places)) all[number] = places = [];
                place = own[(word, number, which[at])] = places.Count == 0 ? number : Free(number, taken);
                places.Add(place);
            }
            _places[at] = (place, part);
        }
        _hasMany = own.Count > 1;
        for (var at = 0; at < names.Count; at++)
        {
            if (_places[at] is not null) continue;
            if (said[at] is not var (word, number, part))
            {
                // Who and when of the question, and again behind an answer: of that one.
                if (FieldNames.IsBeside(names[at]) && names.Take(at).Contains(names[at]) && _places.Take(at).LastOrDefault(place => place is { Part: var text } && FieldNames.AnswerText.Contains(text)) is var (before, _)) _places[at] = (before, names[at]);
                continue;
            }
            // Where answers have votes of their own, others beside them are the question's.
            if (word.Length == 0 && said.Any(one => one is { Word.Length: > 0, Part: var other } && FieldNames.AreAlike(part, other))) continue;
            _places[at] = (own.TryGetValue((word, number, which[at]), out var place) ? place : all.GetValueOrDefault(number)?.ElementAtOrDefault(which[at] - 1) ?? number, part);
        }
    }

    /// <summary>A name, and its answer's number and part; none where it speaks of the question.</summary>
    public (string Name, (int Number, string Part)? Place) this[int at] => (_names[at], _places[at]);

    /// <summary>It says how many answers there are, beside them.</summary>
    public bool IsCount(int at, string value) => _hasMany && _names[at] == "answers" && value.Trim() is { Length: < 5 } number && number.All(char.IsAsciiDigit);

    public int Count => _names.Count;

    private static int Free(int number, HashSet<int> taken)
    {
        // Accepted ones stand before all others.
        for (var free = number < 0 ? FieldNames.Accepted : 1; ; free++)
            if (taken.Add(free)) return free;
    }
}
