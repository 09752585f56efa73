using CommunityWidget.Hosting;

namespace CommunityWidget.Sites;

public static class WordsOfPages
{
    /// <summary>The language of our own words around a text of another one: the same where we have it, else the site's.</summary>
    public static string WordsFor(this Site site, string language) =>
        RequestLanguage.All.FirstOrDefault(known => known == language) ?? RequestLanguage.All.FirstOrDefault(known => site.LanguageList.Contains(known)) ?? RequestLanguage.All[0];
}
