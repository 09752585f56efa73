using System.Globalization;
using CommunityWidget.Contracts;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string Tag => Say("Put the widget on your shop", "Installer le widget dans votre boutique");
    public string TagLead => Say("Copy this line into every page, anywhere in it.", "Copiez cette ligne dans chaque page, à l’endroit de votre choix.");
    public string Check => Say("Is it there?", "Est-il en place ?");
    public string Seen(string origin, string ago) => Say($"Seen on {origin}, {ago}.", $"Vu sur {origin}, {ago}.");
    public string SeenStranger(string origin, string ago) => Say($"Seen {ago} on an origin you have not allowed: {origin}. It does not work there.", $"Vu {ago} sur une origine que vous n’avez pas autorisée : {origin}. Il n’y fonctionne pas.");
    public string Allow(string origin) => Say($"Allow {origin}", $"Autoriser {origin}");
    public string SeenNowhere(string ago) => Say($"Seen {ago} on a file opened from a disk. Browsers give such a page no address, so it cannot be allowed: put the file on a web server.", $"Vu {ago} dans un fichier ouvert depuis un disque. Les navigateurs n’y donnent pas d’adresse, il ne peut donc pas être autorisé : placez le fichier sur un serveur web.");
    public string SeenPlain(string origin, string ago) => Say($"Seen {ago} on {origin}, which is not encrypted. Open the page with https://, then allow that.", $"Vu {ago} sur {origin}, qui n’est pas chiffré. Ouvrez la page avec https://, puis autorisez-la.");
    public string NotSeen => Say("Not seen yet. Paste the line into a page, open that page in a browser, and look here again: this updates by itself.", "Pas encore vu. Collez la ligne dans une page, ouvrez cette page dans un navigateur et revenez voir : ceci se met à jour tout seul.");
    public string Origins => Say("Pages it works on", "Pages sur lesquelles il fonctionne");
    public string OriginsLead => Say("One site a line, such as https://www.shop.example. Only pages of these sites may use the widget.", "Un site par ligne, par exemple https://www.boutique.example. Seules les pages de ces sites peuvent utiliser le widget.");
    public string NoOrigins => Say("No other site’s pages yet: only pages of this server.", "Encore aucune page d’un autre site : seulement celles de ce serveur.");
    public string Available => Say("Who is here now", "Qui est là");
    public string NewSite => Say("Create another site", "Créer un autre site");
    public string NewSiteLead => Say("A site is one brand’s shop, with people, questions and answers of its own. You become its first admin, with the e-mail and password you have here.", "Un site est la boutique d’une marque, avec ses personnes, ses questions et ses réponses. Vous en devenez la première personne à l’administrer, avec l’e-mail et le mot de passe que vous avez ici.");
    public string CreateSite => Say("Create the site", "Créer le site");

    public string ToDo => Say("To begin", "Pour commencer");
    public string ToDoOrigin => Say("Say where your shop is", "Dites où est votre boutique");
    public string ToDoTag => Say("Paste the line into its pages", "Collez la ligne dans ses pages");
    public string ToDoPeople => Say("Invite somebody who answers", "Invitez quelqu’un qui répond");
    public string DoneSign => Say("done", "fait");

    public string NameAndAddress => Say("Name and short name", "Nom et nom court");
    public string SiteName => Say("Name", "Nom");
    public string SlugLabel => Say("Short name", "Nom court");
    public string SlugHint(string address) => Say($"It stands in the addresses of public answers ({address}) and is asked when signing in. A change moves those pages; former addresses lead to them.", $"Il figure dans l’adresse des réponses publiques ({address}) et est demandé à la connexion. Le changer déplace ces pages\u00a0; les anciennes adresses y mènent.");
    public string SlugEmpty => Say("Empty: made of the name.", "Vide : tiré du nom.");
    public string Languages => Say("Languages of questions", "Langues des questions");
    public string LanguagesLead => Say("A question in another language is treated as one in the first.", "Une question dans une autre langue est traitée comme dans la première.");
    public string FirstLanguage => Say("First choice", "Premier choix");
    public string MoreLanguages => Say("More languages", "Autres langues");
    public string Colour => Say("Colour", "Couleur");
    public string ColourLead => Say("Used for the button and links. Where it could not be read, it is made darker or lighter by itself.", "Pour le bouton et les liens. Là où on ne pourrait pas la lire, elle est foncée ou éclaircie d’elle-même.");
    public string ColourLabel => Say("Your colour", "Votre couleur");
    public string ByDay => Say("By day", "De jour");
    public string ByNight => Say("By night", "De nuit");
    public string PreviewLink => Say("A link", "Un lien");
    public string PreviewButton => Say("Ask", "Demander");
    public string Query => Say("Kept of page addresses", "Gardé des adresses de pages");
    public string QueryLead => Say("Members see on which page a question was asked, without what stands behind the “?”. Name the parameters worth keeping, such as ref or variant.", "Les membres voient sur quelle page une question a été posée, sans ce qui suit le « ? ». Nommez les paramètres utiles, par exemple ref ou variant.");
    public string QueryLabel => Say("Query parameters", "Paramètres");
    public string Retention => Say("How long things are kept", "Durées de conservation");
    public string RetentionLead => Say("In days. What is older goes every hour; under Privacy you see what would go now.", "En jours. Ce qui est plus ancien disparaît chaque heure ; la rubrique « Données personnelles » montre ce qui partirait maintenant.");
    public string KeepUnanswered => Say("Questions nobody answered", "Questions restées sans réponse");
    public string KeepPrivate => Say("Conversations not published", "Conversations non publiées");
    public string KeepPublished => Say("Published conversations, once withdrawn", "Conversations publiées, une fois retirées");
    public string KeepAudit => Say("The record of changes", "Le registre des modifications");

    public string Topics => Say("Topics", "Sujets");
    public string TopicsLead => Say("What questions are about. Who knows a topic is asked first. Renaming keeps its questions; the id never changes.", "Ce dont parlent les questions. Qui connaît un sujet est sollicité en premier. Renommer conserve ses questions ; l’identifiant ne change jamais.");
    public string TopicName(string language) => Say($"Name ({language})", $"Nom ({language})");
    public string TopicId => Say("Id for data-topic", "Identifiant pour data-topic");
    public string NewTopic => Say("One more topic", "Un sujet de plus");
    public string Retired => Say("Removed, but with questions", "Retirés, mais avec des questions");
    public string BringBack => Say("Bring back", "Rétablir");
    public string CountQuestions(long count) => count switch
    {
        0 => Say("no question yet", "aucune question"),
        1 => Say("1 question", "1 question"),
        _ => Say($"{Group(count)} questions", $"{Group(count)} questions"),
    };

    public string LadderTitle => Say("Ladder", "Échelle");
    public string LadderLead => Say("Who is asked, one rung after the other, while nobody takes a question. A rung where nobody could answer is skipped at once.", "Qui est sollicité, un échelon après l’autre, tant que personne ne prend une question. Un échelon où personne ne pourrait répondre est sauté aussitôt.");
    public string RungNumber(int number) => Say($"Rung {number}", $"Échelon {number}");
    public string Who => Say("Who", "Qui");
    public string WaveLabel => Say("How many at once", "Combien à la fois");
    public string OfferLabel => Say("Seconds to accept", "Secondes pour accepter");
    public string StaysLabel => Say("Seconds before the next rung", "Secondes avant l’échelon suivant");
    public string AddRung => Say("Add a rung", "Ajouter un échelon");
    public string KindName(string kind) => kind switch
    {
        RungKinds.Topic => Say("Super users who know the topic", "Super-utilisateurs qui connaissent le sujet"),
        RungKinds.Anyone => Say("Any super user", "Tout super-utilisateur"),
        _ => Say("Our team (agents)", "Notre équipe (service client)"),
    };

    /// <summary>A rung in words; <c>{wave}</c>, <c>{offer}</c> and <c>{stays}</c> stand for its numbers, for the page's script too.</summary>
    public string RungWords(string kind) => kind switch
    {
        RungKinds.Topic => Say("up to {wave} super users who know the topic are asked at once, {offer} s each; after {stays} s", "jusqu’à {wave} super-utilisateurs qui connaissent le sujet sont sollicités à la fois, {offer} s chacun ; après {stays} s"),
        RungKinds.Anyone => Say("up to {wave} super users who speak the language are asked at once, {offer} s each; after {stays} s", "jusqu’à {wave} super-utilisateurs qui parlent la langue sont sollicités à la fois, {offer} s chacun ; après {stays} s"),
        _ => Say("our team sees it in its inbox when somebody is on duty; after {stays} s", "notre équipe la voit dans sa réception si quelqu’un est de service ; après {stays} s"),
    };

    public string LadderEnd => Say("it is kept for later, and the visitor is told so. At most {total} s of waiting.", "elle est gardée pour plus tard, et on le dit au visiteur. Au plus {total} s d’attente.");

    public string LadderInWords(Ladder ladder) => string.Join(" → ", ladder.Rungs.Select(rung => RungWords(rung.Kind)
        .Replace("{wave}", $"{rung.Wave}").Replace("{offer}", $"{rung.OfferMs / 1_000}").Replace("{stays}", $"{rung.StaysMs / 1_000}"))
        .Append(LadderEnd.Replace("{total}", $"{ladder.Rungs.Sum(rung => rung.StaysMs) / 1_000}")));

    public string TargetTitle => Say("Target for an answer", "Délai visé pour répondre");
    public string TargetLead => Say("The inbox shows beside each question how long its visitor may still wait for a word, and warns before it is too late. It counts while the team’s hours are open.", "La boîte de réception montre à côté de chaque question combien de temps son visiteur peut encore attendre un mot, et prévient avant qu’il ne soit trop tard. Elle compte pendant les horaires de l’équipe.");
    public string TargetLabel => Say("Minutes", "En minutes");

    private string Group(long number) => number.ToString("N0", CultureInfo.GetCultureInfo(Language));
}
