using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Questions.Suggesting;

/// <summary>Public answers for what somebody is typing. Nothing of it is stored or logged, whatever comes of it.</summary>
public sealed class SuggestAnswers(SimilarPages similar)
{
    private const int Most = 3, Shortest = 8;

    // A letter of Chinese is a word or half of one. The widget counts alike (suggesting/look.ts).
    private const int LettersOfUnspaced = 3;

    // Few small words have to do: what is typed is short.
    private const int Enough = 2, Surely = 3;

    public async Task<Reply<Suggestions>> Run(Site site, SuggestRequest request)
    {
        var text = MessageText.Clean(request.Text);
        if (text.Refusal is { } unusable) return unusable;
        if (text.Value is not { } typed || Length(typed) < Shortest) return new Suggestions([]);
        var found = await similar.Sure(site.Id, typed, LanguageOf(site, typed, site.LanguageFor(request.Language)), Most, PageAddress.Clean(site, request.Product));
        return new Suggestions(await similar.Told(site, [.. found.Select(one => one.Page)]));
    }

    private static int Length(string text) => text.EnumerateRunes().Sum(letter => Scripts.IsUnspaced(letter) ? LettersOfUnspaced : letter.Utf16SequenceLength);

    // That of the page they are on, but where they surely write another one that the site has.
    private static string LanguageOf(Site site, string text, string ofPage)
    {
        var own = Stems.Primary(ofPage);
        var other = own switch { Stems.French => Stems.English, Stems.English => Stems.French, _ => null };
        if (other is null || site.LanguageList.FirstOrDefault(one => Stems.Primary(one) == other) is not { } spoken) return ofPage;
        var words = Words.Of(text).Where(word => word.Length > 1).ToList();
        var (here, there) = (words.Count(word => Fillers.Has(word, own)), words.Count(word => Fillers.Has(word, other)));
        return there >= Enough && there > Surely * here ? spoken : ofPage;
    }
}
