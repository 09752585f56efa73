using System.Collections.Frozen;
using System.Globalization;
using CommunityWidget.Hosting;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>How a language of the pages writes. Known once: asking the framework for a culture takes a lock, and a page asks a dozen times.</summary>
public sealed class PageLanguage
{
    private static readonly FrozenDictionary<string, PageLanguage> Ours = RequestLanguage.All.ToFrozenDictionary(language => language, language => new PageLanguage(language));

    private PageLanguage(string language)
    {
        Culture = CultureInfo.GetCultureInfo(language);
        Direction = Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";
        // Without the script that Serbian and Uzbek are told apart by.
        Locale = $"{Culture.TwoLetterISOLanguageName}_{CultureInfo.CreateSpecificCulture(language).Name.Split('-')[^1]}";
    }

    public CultureInfo Culture { get; }

    public string Direction { get; }

    /// <summary><c>fr_FR</c>: a language with the country most of whose speakers live in.</summary>
    public string Locale { get; }

    /// <summary>A day in words. French counts the first of a month otherwise than its other days.</summary>
    public string Day(DateTimeOffset at) => at.ToString(at.Day == 1 && Culture.TwoLetterISOLanguageName == "fr" ? "d'er' MMMM yyyy" : "d MMMM yyyy", Culture);

    /// <summary>Also of a language a question was asked in and we have no words in.</summary>
    public static PageLanguage Of(string language) => Ours.TryGetValue(language, out var known) ? known : new(language);
}
