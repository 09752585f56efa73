using CommunityWidget.Admin.Pages;
using CommunityWidget.Pages.Conduct;
using CommunityWidget.Pages.Texts;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    /// <summary>What was tried at a door, where the door has words; beside it stands whether it was done or refused.</summary>
    /// <param name="action">Method and route, as the audit writes them.</param>
    public string? WhatOfRoute(string action) => action.Split(' ', '?') switch
    {
        ["GET", var path, ..] when PageName(path) is { } name => Say($"open “{name}”", $"ouvrir « {name} »"),
        ["POST", var path, ..] when PageName(path) is { } name => Say($"act on “{name}”", $"agir dans « {name} »"),
        [var method, var path, ..] => WhatOfInbox($"{method} {path.TrimEnd('/')}") ?? WhatOfThread($"{method} {path}"),
        _ => null,
    };

    private string? WhatOfInbox(string door) => door switch
    {
        "POST /api/inbox/end" => Say("end conversations", "terminer des conversations"),
        "POST /api/inbox/undo-end" => Say("take the end of conversations back", "annuler la fin de conversations"),
        "POST /api/inbox/{id}/tags" => Say("tag a conversation", "étiqueter une conversation"),
        "POST /api/inbox/{id}/snooze" => Say("snooze a conversation", "mettre une conversation en pause"),
        "POST /api/inbox/{id}/notes" => Say("leave a note for the team", "laisser une note à l’équipe"),
        "POST /api/replies" => Say("save a kept reply", "enregistrer une réponse type"),
        "POST /api/replies/{id}/remove" => Say("remove a kept reply", "retirer une réponse type"),
        "GET /api/inbox" or "GET /api/inbox/head" or "GET /api/inbox/search" or "POST /api/inbox/search" => Say("look through the inbox", "parcourir la réception"),
        "GET /api/inbox/{id}" => Say("read a conversation", "lire une conversation"),
        _ => null,
    };

    private string? WhatOfThread(string door) => door switch
    {
        "POST /api/threads/{id}/transfer" => Say("hand a conversation over", "transmettre une conversation"),
        "POST /api/threads/{id}/undo-transfer" => Say("take a hand-over back", "annuler une transmission"),
        "POST /api/threads/{id}/silence" => Say("pause or block a visitor", "suspendre ou bloquer un visiteur"),
        "POST /api/threads/{id}/take" => Say("take a question", "prendre une question"),
        "GET /api/threads/{id}/explain" => Say("see how a question went", "voir le parcours d’une question"),
        "POST /api/invitations" => Say("invite somebody", "inviter une personne"),
        "POST /api/v1/threads/{id}/answers" => Say("answer by a program", "répondre par un programme"),
        "POST /api/v1/threads/{id}/end" => Say("end a conversation by a program", "terminer une conversation par un programme"),
        _ => null,
    };

    private string? PageName(string path)
    {
        var (review, pages) = (ReviewTexts.In(Language), PageTexts.In(Language).PageNames);
        return path switch
        {
            "/inbox" or "/console" => pages[path],
            "/moderation" => review.ToReview,
            "/moderation/answers" => review.NewAnswers,
            "/moderation/sent-back" => review.SentBack,
            "/moderation/held" => review.Held,
            "/moderation/reports" => review.Reports,
            "/moderation/decided" => review.Decided,
            _ when path.StartsWith("/moderation/members", StringComparison.Ordinal) => ConductTexts.In(Language).Members,
            _ when path.StartsWith("/moderation", StringComparison.Ordinal) => pages["/moderation"],
            "/admin/new-site" => NewSite,
            "/admin/now" => Overview,
            _ => AdminGroup.All(this).SelectMany(group => group.Parts).FirstOrDefault(part => part.Holds(path))?.Name,
        };
    }
}
