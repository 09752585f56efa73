using System.Globalization;
using CommunityWidget.Import;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string ImportsTitle => Say("Questions from elsewhere", "Questions venues d’ailleurs");
    public string ImportsLead => Say("Questions and answers you have in a file (CSV or JSON) become pages by a command of the program:", "Les questions et réponses d’un fichier (CSV ou JSON) deviennent des pages par une commande du programme :");

    public string Imported(ImportRecord import)
    {
        string N(long number) => number.ToString("#,0", CultureInfo.GetCultureInfo(Say("en", "fr")));
        var so = Say(
            $"{N(import.Published)} published, {N(import.ToReview)} to review, {N(import.Known)} here already, {N(import.Rejected)} rejected",
            $"{N(import.Published)} publiées, {N(import.ToReview)} à relire, {N(import.Known)} déjà présentes, {N(import.Rejected)} rejetées");
        return import.FinishedAt is null ? $"{so}. {Say("It was not finished: the same command goes on.", "Import inachevé : la même commande reprend.")}" : $"{so}.";
    }
}
