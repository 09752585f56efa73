using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Pictures;

/// <summary>The words of a picture, and for those who do not see it.</summary>
public static class PictureWords
{
    public static string Answers(string language, int count) => (language == "fr", count) switch
    {
        (true, 0) => "Pas encore de réponse",
        (true, 1) => "1 réponse",
        (true, _) => $"{count} réponses",
        (false, 0) => "No answer yet",
        (false, 1) => "1 answer",
        _ => $"{count} answers",
    };

    public static string Alt(Site site, Edition page, int answers) => $"{WrittenText.Plain(page.Title)} – {Answers(page.Language, answers)}, {site.Name}";
}
