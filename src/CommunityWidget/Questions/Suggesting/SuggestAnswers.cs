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

    public async Task<Reply<Suggestions>> Run(Site site, SuggestRequest request)
    {
        var text = MessageText.Clean(request.Text);
        if (text.Refusal is { } unusable) return unusable;
        if (text.Value is not { } typed || Length(typed) < Shortest) return new Suggestions([]);
        var found = await similar.Sure(site.Id, typed, WrittenLanguage.Of(site, typed, site.LanguageFor(request.Language)), Most, PageAddress.Clean(site, request.Product));
        return new Suggestions(await similar.Told(site, [.. found.Select(one => one.Page)]));
    }

    private static int Length(string text) => text.EnumerateRunes().Sum(letter => Scripts.IsUnspaced(letter) ? LettersOfUnspaced : letter.Utf16SequenceLength);
}
