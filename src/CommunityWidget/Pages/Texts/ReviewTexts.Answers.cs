using CommunityWidget.Moderation.Review;

namespace CommunityWidget.Pages.Texts;

public sealed partial class ReviewTexts
{
    public string NewAnswers => Say("New answers", "Nouvelles réponses");
    public string NewAnswersLead => Say("Readers sent these to public pages, without an account; authors worded some of theirs anew. Nobody has seen them yet. The keys p and r decide here too.", "Des personnes de passage les ont envoyées à des pages publiques, sans compte ; des auteurs ont reformulé les leurs. Personne ne les a encore vues. Les touches p et r décident ici aussi.");
    public string NoNewAnswers => Say("No new answers", "Pas de nouvelle réponse");
    public string NoNewAnswersHint => Say("Whoever reads a public page can add an answer to it. It comes here first.", "Quiconque lit une page publique peut y ajouter une réponse. Elle arrive d’abord ici.");
    public string AnswerTo(string title) => Say($"Answer to “{title}”", $"Réponse à « {title} »");
    public string AnswerFrom(string name) => Say($"{name}, a reader", $"{name}, de passage");
    public string RewordedBy(string name) => Say($"{name} words their answer anew", $"{name} reformule sa réponse");
    public string AnswerAddedDone => Say("It is on the page now.", "Elle est maintenant sur la page.");
    public string AnswerRefusedDone => Say("It does not appear.", "Elle ne paraîtra pas.");

    public string Care => Say("Care for this page", "Prendre soin de cette page");
    public string CareSaved => Say("Saved. Readers see it within a minute.", "Enregistré. Les lecteurs le voient en moins d’une minute.");
    public string StillTrue => Say("Is it still true?", "Est-ce toujours vrai ?");
    public string NotOutdated => Say("Nothing on the page says otherwise.", "Rien sur la page ne dit le contraire.");
    public string OutdatedSince(string ago) => Say($"The page says that it may be true no longer, since {ago}.", $"La page dit que ce n’est peut-être plus vrai, depuis {ago}.");
    public string SayOutdated => Say("Say on the page that it may be true no longer", "Dire sur la page que ce n’est peut-être plus vrai");
    public string SayTrue => Say("Take that off the page", "Retirer cet avis de la page");
    public string IsFirst => Say("This one is accepted and stands first.", "Celle-ci est acceptée et vient en premier.");
    public string AcceptThis => Say("Accept this one instead", "Accepter plutôt celle-ci");
    public string Readers(long helped, long not, long doubts) => Say($"Helped {helped} · did not help {not} · “no longer true” {doubts}", $"A aidé {helped} · n’a pas aidé {not} · « plus vrai » {doubts}");

    public string StayPublic => Say("Should it stay public?", "Doit-elle rester publique ?");

    public string FindPage => Say("Find a page by its address", "Retrouver une page par son adresse");
    public string FindPageHint => Say("To care for it, take it down or send it back to review. Imported pages, about which nobody here decided, are found so too.", "Pour en prendre soin, la retirer ou la remettre à relire. Les pages importées, sur lesquelles personne n’a décidé ici, se retrouvent ainsi.");
    public string FindPageButton => Say("Find", "Retrouver");
    public string NoAddress => Say("Paste the address of a page, as the browser shows it above the page.", "Collez l’adresse d’une page, telle que le navigateur l’affiche au-dessus d’elle.");
    public string NoSuchPage => Say("No page of this site has this address. Open the page and copy what the browser shows: ten letters and digits stand before the title.", "Aucune page de ce site n’a cette adresse. Ouvrez la page et copiez ce que montre le navigateur : dix lettres et chiffres y précèdent le titre.");
    public string PageInReview => Say("This page is not public: it waits for a decision in To review.", "Cette page n’est pas publique : elle attend une décision dans À relire.");
    public string PageSentBack => Say("This page is not public: it was sent back to be mended and stands in Sent back.", "Cette page n’est pas publique : elle a été renvoyée pour être corrigée, voir Renvoyées.");
    public string PageHidden => Say("Out of sight because it was reported: decide about it in Reports.", "Hors de vue parce qu’elle a été signalée : décidez dans Signalements.");
    public string PageGone => Say("This page is not public any more: it was taken down, rejected or erased.", "Cette page n’est plus publique : elle a été retirée, refusée ou effacée.");

    public string AreTheyTrue => Say("Are these still true?", "Est-ce toujours vrai ?");
    public string AreTheyTrueLead => Say("Readers rely on your answers for years. A word from you keeps them good.", "On se fie à vos réponses pendant des années. Un mot de vous les garde justes.");
    public string Doubted(long count) => count == 1 ? Say("A reader says that it is true no longer.", "Une personne dit que ce n’est plus vrai.") : Say($"{count} readers say that it is true no longer.", $"{count} personnes disent que ce n’est plus vrai.");
    public string AnsweredAgo(string ago) => Say($"You answered {ago}.", $"Vous avez répondu {ago}.");
    public string YesTrue => Say("Yes, still true", "Oui, toujours vrai");
    public string NoTrue => Say("No, not any more", "Non, plus maintenant");
    public string WordAnew => Say("Put it in other words", "Reformuler");
    public string SendWords => Say("Send the new words", "Envoyer la reformulation");
    public string RewordSent => Say("Thank you. A moderator reads your new words, then they take the place of the old ones.", "Merci. La modération lit votre reformulation, puis elle remplace l’ancienne.");
    public string CheckedDone => Say("Thank you. The page says so.", "Merci. La page le dit.");
    public string RewordWaits => Say("Your new words wait for a moderator.", "Votre reformulation attend la modération.");

    /// <summary>What happened to a proposed answer.</summary>
    private string? KindOfAnswer(string kind) => kind switch
    {
        DecisionKinds.AnswerAdded => Say("new answer published", "nouvelle réponse publiée"),
        DecisionKinds.AnswerRefused => Say("new answer rejected", "nouvelle réponse refusée"),
        _ => null,
    };
}
