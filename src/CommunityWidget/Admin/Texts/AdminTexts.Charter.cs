using CommunityWidget.Hosting;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string Charter => Say("Charter", "Charte");
    public string CharterLead => Say("What members agree to before their first question, and what visitors can read in the widget. Say what the community is for, how people treat each other, and what happens otherwise.", "Ce que les membres acceptent avant leur première question, et que les visiteurs peuvent lire dans le widget. Dites à quoi sert la communauté, comment on s’y traite, et ce qui se passe sinon.");
    public string CharterText => Say("The rules", "Les règles");
    public string CharterNone => Say("There is no charter yet: nobody is asked to agree to anything.", "Il n’y a pas encore de charte : rien n’est demandé à personne.");
    public string CharterStands(long version, long asked) => Say($"Version {version} holds; members have agreed to version {asked} or a later one.", $"La version {version} est en vigueur ; les membres ont accepté la version {asked} ou une suivante.");
    public string CharterSee => Say("See the page", "Voir la page");
    public string CharterMarkdown => Say("Markdown: # headings, - lists, **bold**, [links](https://…). HTML and pictures are shown as text.", "Markdown : # titres, - listes, **gras**, [liens](https://…). Le HTML et les images apparaissent comme du texte.");
    public string CharterAskAgain => Say("Members agree again before their next question", "Les membres acceptent à nouveau avant leur prochaine question");
    public string CharterPublish => Say("Publish", "Publier");
    public string CharterPreview => Say("Preview", "Aperçu");

    public string Strikes => Say("When to look closer", "Quand y regarder de plus près");
    public string StrikesLead => Say("Texts of a member that were refused or held, and reports that were upheld, are counted. When they reach this number, moderators see it as a proposal. Nothing happens by itself.", "Les textes refusés ou retenus d’un membre et les signalements confirmés sont comptés. Lorsqu’ils atteignent ce nombre, la modération le voit comme une proposition. Rien n’arrive tout seul.");
    public string StrikesToPropose => Say("How many", "Combien");
    public string StrikeDays => Say("Within how many days", "En combien de jours");

    private string? WhatOfConduct(string action, string subject) => action switch
    {
        "charter.published" => Say("published the charter", "a publié la charte"),
        "site.strikes_to_propose" or "site.strike_days" => Say("changed when moderators look closer", "a changé quand la modération y regarde de plus près"),
        "identity.made" => Say("made an identity key", "a créé une clé d’identité"),
        "identity.revoked" => Say("revoked an identity key", "a révoqué une clé d’identité"),
        "site.identity_required" => Say("changed whether only customers are served", "a changé si seuls les clients sont servis"),
        "sanction.issued" => Say($"sanctioned {subject}", $"a sanctionné {subject}"),
        "sanction.lifted" => Say($"lifted a sanction of {subject}", $"a levé une sanction {Elided.Of(subject)}"),
        "sanction.lift_undone" => Say($"put a sanction of {subject} back", $"a rétabli une sanction {Elided.Of(subject)}"),
        "sanction.appealed" => Say("objected to a sanction", "a contesté une sanction"),
        "sanction.answered" => Say($"answered the objection of {subject}", $"a répondu à la contestation {Elided.Of(subject)}"),
        "visitor.silenced" => Say("asked a visitor to pause", "a demandé une pause à un visiteur"),
        "visitor.let_write" => Say("let a visitor write again", "a de nouveau laissé écrire un visiteur"),
        "member.unlinked" => Say($"unlinked the brand’s sign-in of {subject}", $"a délié la connexion de marque {Elided.Of(subject)}"),
        "sanction.dismissed" => Say($"looked at what speaks against {subject}, and let it be", $"a examiné ce qui est reproché à {subject}, sans suite"),
        _ => null,
    };
}
