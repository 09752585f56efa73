using CommunityWidget.Contracts;
using CommunityWidget.People;

namespace CommunityWidget.Admin.Texts;

/// <summary>The words of the admin pages; both languages of a text stand beside each other.</summary>
public sealed partial class AdminTexts
{
    private static readonly AdminTexts English = new("en"), French = new("fr");

    private readonly bool _french;

    private AdminTexts(string language) => (Language, _french) = (language, language == "fr");

    public string Language { get; }

    public static AdminTexts In(string language) => language == "fr" ? French : English;

    public string Title => Say("Administration", "Administration");
    public string Parts => Say("Parts of the administration", "Rubriques de l’administration");
    public string ShopGroup => Say("Shop", "Boutique");
    public string CommunityGroup => Say("Community", "Communauté");
    public string RecordsGroup => Say("Records", "Traces");
    public string Overview => Say("Overview", "Vue d’ensemble");
    public string SiteSettings => Say("Site", "Site");
    public string Questions => Say("Questions", "Questions");
    public string People => Say("People", "Personnes");
    public string Changes => Say("Changes", "Modifications");
    public string Numbers => Say("Numbers", "Chiffres");
    public string Explain => Say("Explain", "Comprendre");

    public string Save => Say("Save", "Enregistrer");
    public string SavedText => Say("Saved.", "Enregistré.");
    public string SavedUndo => Say("Done. You can take it back for ten seconds.", "C’est fait. Vous pouvez revenir en arrière pendant dix secondes.");
    public string Undo => Say("Undo", "Annuler");
    public string UndoneText => Say("Taken back: everything is as it was.", "Annulé : tout est comme avant.");
    public string LookAgain => Say("Nothing was saved yet. What you typed is still there; the notes beside the fields say what to mend.", "Rien n’est encore enregistré. Votre saisie est conservée ; les remarques près des champs disent quoi corriger.");
    public string Copy => Say("Copy", "Copier");
    public string Copied => Say("Copied", "Copié");
    public string Remove => Say("Remove", "Retirer");
    public string Up => Say("Up", "Monter");
    public string Down => Say("Down", "Descendre");

    /// <summary>The name of a control that acts on one of several things.</summary>
    public string Of(string act, string what) => Say($"{act}: {what}", $"{act} : {what}");

    public string NoChanges => Say("Nothing was changed yet. Each change of settings, people or invitations appears here, with who made it.", "Aucune modification pour l’instant. Chaque changement de réglage, de personne ou d’invitation apparaît ici, avec son auteur.");
    public string AllChanges => Say("All changes", "Toutes les modifications");
    public string ChangesLead => Say("Who changed what on this site, newest first.", "Qui a modifié quoi sur ce site, du plus récent au plus ancien.");
    public string Was => Say("Before", "Avant");
    public string Became => Say("After", "Après");
    public string TakenBack => Say("taken back", "annulé");
    public string SomebodyGone => Say("Somebody who left", "Une personne partie");
    public string Nothing => Say("nothing", "rien");

    /// <summary>What an entry of the audit says was changed.</summary>
    public string What(Change change, string subject) => change.Action switch
    {
        "site.made" => Say("made this site", "a créé ce site"),
        "site.name" => Say("changed the name", "a changé le nom"),
        "site.slug" => Say("changed the short name", "a changé le nom court"),
        "site.origins" => Say("changed where the widget works", "a changé les pages où fonctionne le widget"),
        "site.languages" => Say("changed the languages", "a changé les langues"),
        "site.topics" => Say("changed the topics", "a changé les sujets"),
        "site.hours" => Say("changed the opening hours", "a changé les horaires"),
        "site.ladder" => Say("changed the ladder", "a changé l’échelle"),
        "site.accent" => Say("changed the colour", "a changé la couleur"),
        "site.query_allow" => Say("changed what is kept of page addresses", "a changé ce qui est gardé des adresses de pages"),
        "site.answer_minutes" => Say("changed the target for an answer", "a changé le délai visé pour répondre"),
        "site.judging" => Say("changed what may be said", "a changé ce qui peut se dire"),
        "site.review_policy" => Say("changed what is read before it is public", "a changé ce qui est relu avant publication"),
        "site.answers_base" => Say("changed where the answer pages are shown", "a changé où sont montrées les pages de réponses"),
        "site.report_hide_after" => Say("changed when reports hide a page", "a changé quand les signalements masquent une page"),
        "site.retention" => Say("changed how long things are kept", "a changé les durées de conservation"),
        "member.settings" => Say($"changed what {subject} may do", $"a changé ce que {subject} peut faire"),
        "member.suspended" => Say($"suspended {subject}", $"a suspendu {subject}"),
        "member.let_back" => Say($"let {subject} back", $"a rétabli {subject}"),
        "member.password_link" => Say($"made a password link for {subject}", $"a créé un lien de mot de passe pour {subject}"),
        "invitation.made" => Say("invited somebody", "a invité une personne"),
        "invitation.withdrawn" => Say("withdrew an invitation", "a retiré une invitation"),
        "mail.sent_again" => Say("sent a mail again", "a renvoyé un e-mail"),
        _ => WhatOfConduct(change.Action, subject) ?? WhatOfPeople(change.Action, subject) ?? WhatWasDecided(change.Action) ?? WhatOfPrograms(change.Action),
    };

    /// <summary>A refusal in words; null leaves the page's own.</summary>
    public string? Refused(Refusal refusal) => refusal.Code switch
    {
        "slug_taken" => Say("Another site has or had this short name. Choose another one.", "Un autre site porte ou a porté ce nom court. Choisissez-en un autre."),
        "changed_meanwhile" => Say("Somebody changed this meanwhile. What you typed is still there: look at “Changes”, then save once more if yours should stand.", "Quelqu’un a modifié ceci entre-temps. Votre saisie est conservée : regardez « Modifications », puis enregistrez encore si la vôtre doit rester."),
        "last_admin" => Say("This is the only admin of the site. Make somebody else an admin first, so that the site can still be set up.", "C’est la seule personne qui administre le site. Donnez d’abord ce rôle à quelqu’un d’autre, pour qu’il reste administrable."),
        "too_late_to_undo" => Say("It is too late to take this back, or somebody changed it again since. You can still change it by hand.", "Il est trop tard pour annuler, ou quelqu’un l’a modifié depuis. Vous pouvez encore le changer à la main."),
        "not_yours_to_judge" => Say("This is not yours to decide: nobody suspends themselves.", "Cette décision ne vous revient pas : on ne se suspend pas soi-même."),
        "too_many_webhooks" => Say("A site has at most 10 webhooks. Delete one that is no longer used.", "Un site a au plus 10 webhooks. Supprimez-en un qui ne sert plus."),
        "too_many_keys" => Say("A site has at most 20 API keys. Revoke one that is no longer used.", "Un site a au plus 20 clés d’API. Révoquez-en une qui ne sert plus."),
        "too_many_identity_keys" => Say("A site has at most 5 identity keys. Revoke one that is no longer used.", "Un site a au plus 5 clés d’identité. Révoquez-en une qui ne sert plus."),
        "charter_not_usable" => Say("Write the charter in the site’s first language at least.", "Écrivez la charte au moins dans la première langue du site."),
        "not_found" => Say("This is not there any more: it was used, removed or withdrawn meanwhile.", "Ceci n’existe plus : utilisé, retiré ou supprimé entre-temps."),
        _ => null,
    };

    private string Say(string english, string french) => _french ? french : english;
}
