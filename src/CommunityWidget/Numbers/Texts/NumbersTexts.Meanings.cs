using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;

namespace CommunityWidget.Numbers.Texts;

/// <summary>What each number means, in the words that stand beside it.</summary>
public sealed partial class NumbersTexts
{
    public string Asked => Say("Questions asked", "Questions posées");
    public string AskedMeans => Say("Every question sent in these days, whatever became of it.", "Toutes les questions envoyées ces jours-là, quelle qu’en soit l’issue.");
    public string BySuperUsers => Say("Answered by super users", "Réponses de super-utilisateurs");
    public string BySuperUsersMeans => Say("Share of the questions asked to which a super user wrote the first answer, before the question was ever parked.", "Part des questions posées dont la première réponse vient d’un super-utilisateur, avant que la question ait été gardée pour plus tard.");
    public string Fast => Say("Taken in under 10 s", "Prises en moins de 10 s");
    public string FastMeans => Say("Share of all questions asked that somebody took less than ten seconds after they were sent, or let through by a moderator. What nobody took counts as not taken.", "Part de toutes les questions posées que quelqu’un a prises moins de dix secondes après l’envoi, ou après l’accord de la modération. Celles que personne n’a prises comptent comme non prises.");
    public string Half => Say("Half were taken within", "La moitié prises en");
    public string HalfMeans => Say("From sending, or from being let through by a moderator, until somebody first took it, or answered it once parked; the middle one of those that were taken (p50).", "De l’envoi, ou du moment où la modération l’a laissée passer, jusqu’à la première prise en charge, ou à la réponse une fois gardée ; la valeur médiane de celles qui ont été prises (p50).");
    public string Nine => Say("Nine of ten within", "Neuf sur dix en");
    public string NineMeans => Say("The same time, which nine of ten taken questions did not exceed (p90).", "Le même délai, que neuf questions prises sur dix n’ont pas dépassé (p90).");
    public string Reached => Say("Reached our team", "Arrivées à notre équipe");
    public string ReachedMeans => Say("Share of the questions asked that stood on the team’s rung, or that the team answered.", "Part des questions posées passées par l’échelon de l’équipe, ou auxquelles l’équipe a répondu.");
    public string Never => Say("Never answered", "Jamais répondues");
    public string NeverMeans => Say("Share of the questions asked that closed without an answer, for whatever reason. What is still open is not among them.", "Part des questions posées closes sans réponse, quelle qu’en soit la raison. Celles encore ouvertes n’y figurent pas.");
    public string Satisfaction => Say("Satisfaction", "Satisfaction des visiteurs");
    public string SatisfactionMeans => Say("Mean of the stars given, one to five; a later rating replaces the first.", "Moyenne des étoiles données, de une à cinq ; une note ultérieure remplace la première.");

    public string Deflected => Say("Answered before asking", "Répondues avant d’être posées");
    public string DeflectedMeans(long deflected, long asked) => Say(
        $"Times somebody read a public answer while typing and pressed “This answered me”; once a page, person and day. They were not asked and are in no other number: {Share(Summary.Share(deflected, deflected + asked))} of these and the questions asked together.",
        $"Nombre de fois où quelqu’un, en écrivant, a lu une réponse publique et choisi « Cela répond à ma question » ; une fois par page, personne et jour. Ces questions n’ont pas été posées et ne figurent dans aucun autre nombre : {Share(Summary.Share(deflected, deflected + asked))} du total de celles-ci et des questions posées.");

    public string ByWhom => Say("Answered by whom", "Qui a répondu");
    public string ByWhomMeans => Say("Every question is in exactly one line. Who answered first counts; being taken without a word is no answer.", "Chaque question figure sur une seule ligne. C’est la première réponse qui compte ; une prise en charge sans un mot n’est pas une réponse.");

    public string EndMeans(string end) => end switch
    {
        Ends.SuperUsers => Say("First answer by a super user, before it was ever parked.", "Première réponse d’un super-utilisateur, avant d’être gardée."),
        Ends.Team => Say("First answer by somebody of the team, before it was ever parked. Who is both counts as team, as visitors see it.", "Première réponse de l’équipe, avant d’être gardée. Qui est les deux compte comme l’équipe, comme le voient les visiteurs."),
        Ends.Later => Say("First answer, by whomever, after it had been parked.", "Première réponse, de qui que ce soit, après avoir été gardée."),
        Ends.Open => Say("Waiting, parked or being talked about without an answer so far.", "En attente, gardée ou en conversation, sans réponse à ce jour."),
        Ends.Withdrawn => Say("The visitor took it back before anybody had taken it.", "Le visiteur l’a retirée avant que quelqu’un la prenne."),
        Ends.Wordless => Say("Somebody took it, and it closed before they wrote.", "Quelqu’un l’a prise, et elle s’est close avant qu’un mot soit écrit."),
        Ends.KeptBack => Say("It was held, and no moderator let it through: nobody was asked.", "Elle a été retenue, et la modération ne l’a pas laissée passer : personne n’a été sollicité."),
        _ => Say("Nobody took it until its time was over, or the team ended it.", "Personne ne l’a prise avant la fin de son délai, ou l’équipe l’a terminée."),
    };

    public string OverTime => Say("Day by day", "Jour après jour");
    public string OverTimeMeans => Say("Questions asked; the full-coloured part was answered by super users.", "Questions posées ; la partie en pleine couleur a reçu sa réponse de super-utilisateurs.");
    public string ByRung => Say("By rung", "Par échelon");
    public string ByRungMeans => Say("Where on the ladder a question was first taken. What nobody took stands in no line.", "À quel échelon la question a d’abord été prise. Celles que personne n’a prises n’y figurent pas.");
    public string RungHead => Say("Rung", "Échelon");
    public string TopicHead => Say("Topic", "Sujet");
    public string LanguageHead => Say("Language", "Langue");
    public string ByTopic => Say("By topic", "Par sujet");
    public string ByLanguage => Say("By language", "Par langue");
    public string ByHour => Say("By hour of the day", "Par heure de la journée");
    public string ByHourMeans => Say("When questions were sent, by the site’s own clock; the full-coloured part was taken in under ten seconds.", "Heure d’envoi des questions, à l’horloge du site ; la partie en pleine couleur a été prise en moins de dix secondes.");

    public string Members => Say("By member", "Par membre");
    public string MembersMeans => Say("What everybody gave. Offers somebody let pass are not counted here: nobody is measured by what they did not do.", "Ce que chacun a donné. Les propositions laissées passer ne sont pas comptées ici : personne n’est mesuré à ce qu’il n’a pas fait.");
    public string MembersShown(int shown, int all) => Say($"The first {shown} of {Number(all)}; the file has all.", $"Les {shown} premiers sur {Number(all)} ; le fichier les contient tous.");
    public string MemberHead => Say("Member", "Membre");
    public string TakenHead => Say("Taken", "Prises");
    public string AnsweredHead => Say("Answered", "Répondues");
    public string HelpedHead => Say("Helped", "Aidées");
    public string MessagesHead => Say("Messages", "Messages");
    public string AvailableHead => Say("Available", "Disponible");
    public string StarsHead => Say("Stars", "Étoiles");
    public string FastHead => Say("Under 10 s", "Moins de 10 s");
    public string HalfHead => Say("Half within", "Moitié en");
    public string NineHead => Say("9 of 10 within", "9 sur 10 en");
    public string AskedHead => Say("Asked", "Posées");
    public string NeverHead => Say("Never", "Jamais");
    public string Available(long minutes) => minutes == 0 ? "–" : $"{minutes / 60}\u00a0h\u00a0{minutes % 60:00}";
    public string AvailableMeans => Say("Available: looked at every five minutes, switched on and connected. Answered: questions they wrote in. Helped: questions of others they came to help in, or in which a suggestion of theirs was sent. Stars: of questions they wrote in.", "Disponible : relevé toutes les cinq minutes, interrupteur activé et connexion ouverte. Répondues : questions où ils ont écrit. Aidées : questions d’autres membres où ils sont venus aider, ou dans lesquelles une de leurs suggestions a été envoyée. Étoiles : des questions où ils ont écrit.");

    public string Ratings(int rated, int answered) => Say($"{Some(rated, "rating", "ratings")} of {Some(answered, "answered question", "answered questions")}.", $"{Some(rated, "note", "notes")} pour {Some(answered, "question répondue", "questions répondues")}.");
    public string StarsOf(int stars) => stars == 1 ? Say("1 star", "1 étoile") : Say($"{stars} stars", $"{stars} étoiles");
    public string NoRatings => Say("Nobody has rated an answer in these days. Visitors are asked when a conversation ends.", "Personne n’a noté de réponse ces jours-là. Les visiteurs y sont invités à la fin d’une conversation.");
    public string WordsTitle => Say("In their words", "Avec leurs mots");
    public string NoWords => Say("Nobody added words to their stars.", "Personne n’a ajouté de mots à ses étoiles.");
    public string OlderWords => Say("Older words", "Mots plus anciens");
    public string WordsHead => Say("Words", "Mots");
    public string QuestionHead => Say("Question", "Question");
    public string WhenHead => Say("Asked on", "Posée le");

    public string Participation => Say("Participation", "Participation des membres");
    public string Registered => Say("Registered", "Inscrits");
    public string RegisteredMeans(int joined) => Say($"Super users of this site today who were members before the period ended; {Number(joined)} joined in it.", $"Super-utilisateurs actuels du site, membres avant la fin de la période ; {Some(joined, "arrivé", "arrivés")} pendant celle-ci.");
    public string AvailableOnce => Say("Available", "Disponibles");
    public string AvailableOnceMeans => Say("Of them, who could be asked at least once: switched on and connected at one of the looks every five minutes.", "Parmi eux, qui pouvait être sollicité au moins une fois : interrupteur activé et connexion ouverte à l’un des relevés, toutes les cinq minutes.");
    public string Active => Say("Active", "Actifs");
    public string ActiveMeans => Say("Of them, who took a question asked in the period, wrote in one or helped.", "Parmi eux, qui a pris une question posée dans la période, y a écrit ou y a aidé.");
    public string Returning => Say("Returning", "De retour");
    public string ReturningMeans => Say("Of the active, who were active in the period before too.", "Parmi les actifs, qui l’était déjà pendant la période précédente.");
    public string MessagesMeans(string visitors, string superUsers, string team) => Say(
        $"Written to the other side in these questions: {visitors} by visitors, {superUsers} by super users, {team} by the team. Notes are not counted.",
        $"Écrits à l’autre dans ces questions : {visitors} par les visiteurs, {superUsers} par les super-utilisateurs, {team} par l’équipe. Les notes ne comptent pas.");
}
