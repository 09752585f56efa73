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
    public string HideLead => Say("A page that so many trusted people reported is out of sight until a moderator decides. Trusted are members and visitors who were answered, unless their reports were often wrong. 0: never by itself.", "Une page signalée par autant de personnes de confiance est masquée jusqu’à décision. Sont de confiance les membres et les visiteurs ayant reçu une réponse, sauf si leurs signalements étaient souvent infondés. 0 : jamais d’elle-même.");
    public string HideLabel => Say("Reports that hide a page", "Signalements qui masquent une page");
}
