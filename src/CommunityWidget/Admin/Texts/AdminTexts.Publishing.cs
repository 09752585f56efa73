using System.Globalization;
using CommunityWidget.Import;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string Publishing => Say("Publishing", "Publication");
    public string ReviewTitle => Say("What is read before it is public", "Ce qui est relu avant publication");
    public string ReviewLead => Say("A conversation becomes a page only if its visitor agreed, and personal data is masked in every case. Something is doubtful when data was masked, it holds a link, the answer is very short, several people answered, or it was reported.", "Une conversation ne devient une page que si son visiteur l’accepte, et les données personnelles sont masquées dans tous les cas. Est douteux ce qui contenait de telles données ou un lien, a une réponse très courte, plusieurs réponses, ou a été signalé.");
    public string PolicyName(string policy) => policy switch
    {
        ReviewPolicies.Trusted => Say("All but what trusted members answered", "Tout, sauf les réponses des membres de confiance"),
        ReviewPolicies.Doubtful => Say("Only what is doubtful", "Seulement ce qui est douteux"),
        _ => Say("Everything", "Tout"),
    };

    public string PolicyHint(string policy) => policy switch
    {
        ReviewPolicies.Trusted => Say("Members with five published pages, none taken down or turned away in 90 days. What is doubtful is read all the same.", "Membres avec cinq pages publiées, aucune retirée ni refusée en 90 jours. Ce qui est douteux est relu dans tous les cas."),
        ReviewPolicies.Doubtful => Say("The rest is public as soon as its visitor has agreed.", "Le reste est public dès l’accord du visiteur."),
        _ => Say("A moderator decides about each one.", "La modération décide de chacune."),
    };

    public string HideTitle => Say("When reports hide a page", "Quand les signalements masquent une page");
    public string HideLead => Say("A page that so many trusted people reported is out of sight until a moderator decides. Trusted are members and visitors who were answered, unless their reports were often wrong. 0: never by itself. Another number counts from the next report on: what is out of sight or to be seen now stays so until then.", "Une page signalée par autant de personnes de confiance est masquée jusqu’à décision. Sont de confiance les membres et les visiteurs ayant reçu une réponse, sauf si leurs signalements étaient souvent infondés. 0 : jamais d’elle-même. Un autre nombre compte à partir du prochain signalement : d’ici là, ce qui est masqué ou visible le reste.");
    public string HideLabel => Say("Reports that hide a page", "Signalements qui masquent une page");

    public string ImportsTitle => Say("Questions from elsewhere", "Questions venues d’ailleurs");
    public string ImportsLead => Say("Questions and answers you have in a file (CSV or JSON) become pages by a command of the program:", "Les questions et réponses d’un fichier (CSV ou JSON) deviennent des pages par une commande du programme :");

    public string Imported(ImportRecord import)
    {
        string N(long number) => number.ToString("#,0", CultureInfo.GetCultureInfo(Say("en", "fr")));
        var so = Say(
            $"{N(import.Published)} published, {N(import.ToReview)} to review, {N(import.Known)} here already, {N(import.Rejected)} rejected",
            $"{N(import.Published)} publiées, {N(import.ToReview)} à relire, {N(import.Known)} déjà présentes, {N(import.Rejected)} rejetées");
        if (import.TakenBackAt is not null) return Say("Taken back.", "Import annulé.");
        return import.FinishedAt is null ? $"{so}. {Say("It was not finished: the same command goes on.", "Import inachevé : la même commande reprend.")}" : $"{so}.";
    }
    public string BaseTitle => Say("Under your own name", "Sous votre propre nom");
    public string BaseLead => Say("Answer pages can be a folder of your shop, such as https://shop.example/questions: search engines then find them as yours. Your web server passes that folder on to us; how, for nginx, Caddy, Apache, Cloudflare and Shopify, is in deploy/answers.", "Les pages de réponses peuvent être un dossier de votre boutique, par exemple https://boutique.example/questions : les moteurs de recherche les trouvent alors comme les vôtres. Votre serveur web nous transmet ce dossier ; comment, pour nginx, Caddy, Apache, Cloudflare et Shopify, est expliqué dans deploy/answers.");
    public string BaseUpstream => Say("It passes the folder on to", "Il transmet le dossier à");
    public string BaseLabel => Say("Address of the folder, or nothing", "Adresse du dossier, ou rien");
    public string BaseAfter => Say("When you save, we ask that address and must reach ourselves. Then every link leads there, and the pages’ present addresses move there for good.", "À l’enregistrement, nous interrogeons cette adresse et devons nous y retrouver. Tous les liens y mènent alors, et les adresses actuelles des pages y déménagent définitivement.");
    public string BaseReaders => Say("Whoever runs this program names your web server’s address in Hosting:TrustedProxies: otherwise all who read there count as one reader, for votes, reports and limits.", "Qui exploite ce programme inscrit l’adresse de votre serveur web dans Hosting:TrustedProxies : sinon, tous ceux qui lisent là comptent pour un seul lecteur, pour les votes, les signalements et les limites.");
    public string BaseSave => Say("Check and save", "Vérifier et enregistrer");
}
