using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;

namespace CommunityWidget.Pages.Texts;

public sealed partial class ReviewTexts
{
    public string Reports => Say("Reports", "Signalements");
    public string ReportsLead => Say("What people found should not stand. Whoever reported it is told what became of it. The keys p and r decide here too.", "Ce qui, selon certains, ne devrait pas rester. Qui l’a signalé apprend la suite. Les touches p et r décident ici aussi.");
    public string NothingReported => Say("Nothing was reported", "Rien n’a été signalé");
    public string NothingReportedHint => Say("Reports of visitors, members and readers of public pages come here. A page that enough trusted people reported is out of sight until you decide.", "Les signalements des visiteurs, des membres et des lecteurs arrivent ici. Une page signalée par assez de personnes de confiance est masquée jusqu’à votre décision.");
    public string HiddenByReports => Say("Out of sight until you decide", "Masquée jusqu’à votre décision");
    public string PublishedHidden => Say("Published, but out of sight until the reports are decided:", "Publiée, mais masquée jusqu’à décision sur les signalements :");
    public string Uphold => Say("It was right", "C’est justifié");
    public string UpholdPage => Say("Right: take the page down", "Justifié : retirer la page");
    public string UpholdDouble => Say("Right: take its answers off the page it was merged into", "Justifié : retirer ses réponses de la page où elle a été fusionnée");
    public string UpholdMessage => Say("Right: take the message away", "Justifié : retirer le message");
    public string UpholdBoth => Say("Right: take the message and the page down", "Justifié : retirer le message et la page");
    public string UpholdWords => Say("Right: take the words away, the stars stay", "Justifié : retirer les mots, les étoiles restent");
    public string ARating => Say("The words of a rating", "Les mots d’une note");
    public string YoursToo => Say("You wrote this: somebody else decides about it.", "C’est vous qui l’avez écrit : quelqu’un d’autre en décide.");
    public string Dismiss => Say("Leave it", "Laisser");

    public string ReportBecame(string kind) => kind == DecisionKinds.Upheld
        ? Say("Upheld. Whoever reported it is told so.", "Confirmé. Qui l’a signalé en est informé.")
        : Say("Left as it is. Whoever reported it is told so.", "Laissé tel quel. Qui l’a signalé en est informé.");

    public string ReportReason(string reason) => reason switch
    {
        ReportReasons.Unkind => Say("Insulting or hateful", "Insultant ou haineux"),
        ReportReasons.Spam => Say("Advertising", "Publicité"),
        ReportReasons.Personal => Say("Tells who somebody is", "Révèle qui est quelqu’un"),
        ReportReasons.Wrong => Say("Wrong or dangerous", "Faux ou dangereux"),
        _ => Say("Something else", "Autre chose"),
    };

    public string ReporterName(string kind) => kind switch
    {
        Reporter.Visitor => Say("the visitor", "le visiteur"),
        Reporter.Member => Say("a member", "un membre"),
        _ => Say("a reader of the page", "une personne qui a lu la page"),
    };

    public string YourAnswers => Say("Your answers", "Vos réponses");
    public string SentBackToYou => Say("Sent back to you", "Renvoyées vers vous");
    public string NothingSentToYou => Say("Nothing was sent back to you. When a moderator asks you to mend an answer before it becomes a public page, it stands here.", "Rien ne vous a été renvoyé. Quand la modération vous demande de corriger une réponse avant sa publication, elle apparaît ici.");
    public string AskedYou(string name) => Say($"{name} asks:", $"{name} demande :");
    public string YourAnswer => Say("Your answer", "Votre réponse");
    public string SendToReview => Say("Send it to review", "Envoyer à la relecture");
    public string SentToReview => Say("Thank you. A moderator reads it again.", "Merci. La modération la relira.");
    public string WaitsForYouNoMore => Say("This does not wait for you any more: you sent it already, somebody dealt with it meanwhile, or your answer there is gone.", "Ceci ne vous attend plus : vous l’avez déjà envoyé, quelqu’un s’en est occupé entre-temps, ou votre réponse n’y est plus.");
    public string WhatYouTyped => Say("What you typed", "Ce que vous avez saisi");
    public string TypedIsNotSaved => Say("It is saved nowhere: copy what you still need.", "Ce texte n’est enregistré nulle part : copiez ce qui doit vous rester.");
    public string Spared => Say("Answered before they asked", "Répondus avant d’avoir demandé");
    public string NothingSpared => Say("When somebody reads one of your answers while typing their question and says that it helped, it is counted here.", "Quand quelqu’un lit l’une de vos réponses en écrivant sa question et dit qu’elle l’a aidé, c’est compté ici.");
    public string SparedSoFar(long all, long lately) => all == 1
        ? Say("One of your answers helped somebody who then had nothing left to ask. Thank you!", "L’une de vos réponses a aidé quelqu’un qui n’a plus rien eu à demander. Merci !")
        : Say($"Your answers helped {all} times before anybody had to ask, {lately} of them in the last 30 days. Thank you!", $"Vos réponses ont aidé {all} fois avant que quelqu’un ait à demander, dont {lately} ces 30 derniers jours. Merci !");
    public string YourReports => Say("Your reports", "Vos signalements");
    public string NothingReportedByYou => Say("You reported nothing. In a conversation, the flag beside a message reports it.", "Vous n’avez rien signalé. Dans une conversation, le drapeau près d’un message le signale.");

    public string ReportState(string state) => state switch
    {
        ReportStates.Upheld => Say("You were right: something was done about it.", "Vous aviez raison : le nécessaire a été fait."),
        ReportStates.Dismissed => Say("A moderator looked at it and left it as it is.", "La modération a regardé et laissé les choses en l’état."),
        _ => Say("Waits for a moderator.", "Attend la modération."),
    };
}
