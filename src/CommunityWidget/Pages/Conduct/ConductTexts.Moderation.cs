namespace CommunityWidget.Pages.Conduct;

public sealed partial class ConductTexts
{
    public string Members => Say("Members and sanctions", "Membres et sanctions");
    public string MembersLead => Say("Who keeps breaking the charter, who objects, and what stands now. Nothing here happens by itself.", "Qui enfreint la charte, qui conteste, et ce qui est en cours. Rien ici n’arrive tout seul.");
    public string ToModeration => Say("Back to moderation", "Retour à la modération");
    public string Proposals => Say("Look closer", "À examiner");
    public string NoProposals => Say("Nobody’s texts were refused or held often enough to look closer.", "Aucun membre n’a eu assez de textes refusés ou retenus pour y regarder de plus près.");
    public string Strikes(long total, long reports) => Say(
        $"{total} {(total == 1 ? "strike" : "strikes")}{(reports > 0 ? $", {reports} of them reported by others" : "")}",
        $"{total} {(total == 1 ? "manquement" : "manquements")}{(reports > 0 ? $", dont {reports} signalés par d’autres" : "")}");
    public string Dismiss => Say("Let it be", "Sans suite");
    public string AboutYou => Say("This is about you: somebody else decides it.", "Cela vous concerne : quelqu’un d’autre en décide.");
    public string AboutAdmin => Say("This is about an admin: only an admin decides it.", "Cela concerne l’administration : seule l’administration en décide.");
    public string Appeals => Say("Objections to answer", "Contestations à traiter");
    public string NoAppeals => Say("Nobody objects. An objection to a sanction appears here.", "Personne ne conteste. Une contestation de sanction apparaît ici.");
    public string Lasting => Say("What stands now", "Sanctions en cours");
    public string NoLasting => Say("Nobody is on probation, suspended or excluded.", "Personne n’est à l’épreuve, suspendu ou exclu.");
    public string Find => Say("Find a member", "Chercher un membre");
    public string FindName => Say("Name", "Nom");
    public string FindButton => Say("Find", "Chercher");
    public string NobodyFound => Say("Nobody has a name that begins like this.", "Aucun nom ne commence ainsi.");

    public string History => Say("What was decided", "Décisions prises");
    public string NoHistory => Say("Nothing was ever said against this member.", "Rien n’a jamais été reproché à ce membre.");
    public string ByWhom(string name) => Say($"by {name}", $"par {name}");
    public string Lift => Say("Lift", "Lever");
    public string Lifted => Say("Lifted, and told.", "Levée, et annoncée.");
    public string Issued => Say("Done, and told.", "C’est fait, et annoncé.");
    public string TakeBack => Say("Undo", "Annuler");
    public string TheirAppeal => Say("The member objects", "Le membre conteste");
    public string AnswerLabel => Say("Your answer", "Votre réponse");
    public string AnswerHint => Say("Personal data in it are masked.", "Les données personnelles y sont masquées.");
    public string AnswerKeep => Say("Answer, and let it stand", "Répondre et maintenir");
    public string AnswerLift => Say("Answer, and lift it", "Répondre et lever");
    public string AnswerSomebodyElse => Say("You decided this: somebody else answers the objection, where there is somebody.", "Vous en avez décidé : quelqu’un d’autre traite la contestation, s’il y a quelqu’un.");
    public string Decide => Say("Decide", "Décider");
    public string DecideLead => Say("The mildest that helps is best. The member reads the reason, and may object once.", "La mesure la plus légère qui suffit est la meilleure. Le membre lit le motif et peut contester une fois.");
    public string What => Say("What", "Mesure");
    public string TheyRead(string words) => Say($"They read: “{words}”", $"Il lui est dit : « {words} »");
    public string ForDays => Say("For how many days", "Pour combien de jours");
    public string ForDaysHint => Say("Of probation and suspension: 1 to 365.", "Pour l’épreuve et la suspension : 1 à 365.");
    public string Why => Say("Why", "Motif");
    public string NoTemplate => Say("My own words only", "Mes propres mots seulement");
    public string OwnWords => Say("In your words", "Avec vos mots");
    public string OwnWordsHint(string language) => Say($"The reason from the list is sent in the member’s language ({language}); your words follow, personal data masked.", $"Le motif de la liste est envoyé dans la langue du membre ({language}) ; vos mots suivent, données personnelles masquées.");
    public string DecideButton => Say("Decide and tell", "Décider et annoncer");
}
