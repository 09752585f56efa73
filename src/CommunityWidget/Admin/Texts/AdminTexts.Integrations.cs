using CommunityWidget.Integrations;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string Integrations => Say("Integrations", "Intégrations");
    public string IntegrationsLead => Say("For your own programs: they are told what happens here, and may read and answer.", "Pour vos propres programmes : ils apprennent ce qui se passe ici, et peuvent lire et répondre.");
    public string ApiDescription => Say("Description of the API and of what is sent", "Description de l’API et de ce qui est envoyé");
    public string Webhooks => Say("Webhooks", "Webhooks déclarés");
    public string NoWebhooks => Say("Nobody is told anything yet. Add the address of your program below: it hears of each event seconds after it happened.", "Personne n’est prévenu pour l’instant. Ajoutez ci-dessous l’adresse de votre programme : il apprend chaque événement quelques secondes après.");
    public string AddWebhook => Say("Add a webhook", "Ajouter un webhook");
    public string WebhookAddress => Say("Address", "Adresse");
    public string WebhookAddressHint => Say("Must begin with https, and be reachable from the internet.", "Doit commencer par https, et être joignable depuis internet.");
    public string EventsToSend => Say("Events to send", "Événements à envoyer");
    public string WithText => Say("Send what was written too", "Envoyer aussi ce qui est écrit");
    public string WithTextHint => Say("Personal data is masked, as volunteers read it. Without it, only that somebody wrote is told.", "Les données personnelles sont masquées, comme les bénévoles les lisent. Sinon, seul le fait qu’un message existe est transmis.");
    public string SecretShown => Say("The secret that signs what is sent", "Le secret qui signe les envois");
    public string SecretOnce => Say("It is shown this once. Put it into your program, which checks the signature with it.", "Il n’est affiché qu’une fois. Placez-le dans votre programme, qui s’en sert pour vérifier la signature.");
    public string SecretReplaced => Say("The one before signs too for 24 hours.", "L’ancien signe aussi pendant 24 heures.");
    public string Settings => Say("Settings", "Réglages");
    public string Pause => Say("Pause", "Suspendre");
    public string PauseLead => Say("While it is paused nothing is sent; what happens is kept, and sent in order afterwards.", "Pendant la pause rien n’est envoyé ; les événements sont gardés, puis envoyés dans l’ordre.");
    public string Resume => Say("Resume", "Reprendre");
    public string SendTest => Say("Send a test event", "Envoyer un événement d’essai");
    public string NewSecret => Say("Make a new secret", "Créer un nouveau secret");
    public string Delete => Say("Delete", "Supprimer");
    public string Paused => Say("Paused", "En pause");
    public string Active => Say("Active", "Actif");
    public string DeliveryLog => Say("Deliveries", "Envois");
    public string DeliveryLogLead(int days, int minutes) => Say($"Newest first. Tried five times within {minutes} minutes; kept for {days} days.", $"Du plus récent au plus ancien. Cinq essais en {minutes} minutes ; gardés {days} jours.");
    public string NoDeliveries => Say("Nothing was sent yet. “Send a test event” shows at once whether your program answers.", "Rien n’a encore été envoyé. « Envoyer un événement d’essai » montre aussitôt si votre programme répond.");
    public string NoFailures => Say("Nothing failed.", "Aucun échec.");
    public string AllDeliveries => Say("All", "Tous");
    public string OnlyFailed => Say("Failed only", "Échecs seulement");
    public string SendAgain => Say("Send again", "Renvoyer");
    public string SendAllAgain => Say("Send all failed again", "Renvoyer tous les échecs");
    public string SentAgain(int count) => Say(count == 1 ? "One event is on its way again." : $"{count} events are on their way again.", count == 1 ? "Un événement est de nouveau en route." : $"{count} événements sont de nouveau en route.");
    public string Older => Say("Older", "Plus anciens");
    public string Event => Say("Event", "Événement");
    public string When => Say("When", "Quand");
    public string Outcome => Say("Outcome", "Résultat");
    public string EachTry => Say("Each try", "Chaque essai");
    public string TestArrived(long status, long ms) => Say($"Your program answered {status} after {ms} ms.", $"Votre programme a répondu {status} après {ms} ms.");
    public string TestFailed(Try came) => Say($"The test event did not arrive: {OfTry(came)}. Look at your program, then try again.", $"L’événement d’essai n’est pas arrivé : {OfTry(came)}. Vérifiez votre programme, puis réessayez.");

    public string Standing(long waiting, long failed) => (waiting, failed) switch
    {
        (0, 0) => "",
        (_, 0) => Say($"{waiting} on the way", $"{waiting} en route"),
        (0, _) => Say($"{failed} failed", $"{failed} en échec"),
        _ => Say($"{waiting} on the way, {failed} failed", $"{waiting} en route, {failed} en échec"),
    };

    /// <param name="last">Its newest try: what was settled without being sent is no delivery.</param>
    public string StateOf(Delivery delivery, Try? last) => delivery.State switch
    {
        DeliveryStates.Done when last?.Trouble == Troubles.Gone => Say("Not sent: nothing to say any more", "Non envoyé : plus rien à dire"),
        DeliveryStates.Done => Say("Delivered", "Livré"),
        DeliveryStates.Dead => Say("Failed", "Échec"),
        _ when delivery.Attempts == 0 => Say("On its way", "En route"),
        _ when delivery.Attempts == 1 => Say("Tried once, goes on", "Un essai, continue"),
        _ => Say($"Tried {delivery.Attempts} times, goes on", $"{delivery.Attempts} essais, continue"),
    };

    /// <summary>What one try came to, in words.</summary>
    public string OfTry(Try came) => came switch
    {
        { Status: { } status } => Say($"answered {status}", $"a répondu {status}"),
        { Trouble: Troubles.Private } => Say("the name leads into a private network", "le nom mène à un réseau privé"),
        { Trouble: Troubles.TooSlow } => Say("no answer in time", "pas de réponse à temps"),
        { Trouble: Troubles.Gone } => Say("nothing to say any more", "plus rien à dire"),
        _ => Say("no connection", "pas de connexion"),
    };

    public string EventName(string kind) => kind switch
    {
        SubscribedKinds.Waiting => Say("A question waits", "Une question attend"),
        SubscribedKinds.FellBack => Say("The community could not take it: your team is asked", "La communauté n’a pas pu : votre équipe est sollicitée"),
        SubscribedKinds.Parked => Say("Nobody could take it now: it is answered later", "Personne n’a pu pour l’instant : réponse plus tard"),
        SubscribedKinds.Message => Say("Somebody wrote", "Quelqu’un a écrit"),
        SubscribedKinds.Closed => Say("A conversation ended", "Une conversation est terminée"),
        SubscribedKinds.Published => Say("An answer page was published", "Une page de réponse est publiée"),
        _ => Say("Test", "Essai"),
    };

    public string ApiKeys => Say("API keys", "Clés d’API");
    public string NoKeys => Say("No program may read or answer yet.", "Aucun programme ne peut encore lire ni répondre.");
    public string AddKey => Say("Make an API key", "Créer une clé d’API");
    public string KeyName => Say("What uses it", "Ce qui l’utilise");
    public string KeyMay => Say("It may", "Elle permet de");
    public string ActsAs => Say("Answers as", "Répond au nom de");
    public string ActsAsItself => Say("itself, as your team under the name above", "elle-même, comme votre équipe sous le nom ci-dessus");
    public string KeyShown(string name) => Say($"The key of {name}", $"La clé de {name}");
    public string KeyOnce => Say("It is shown this once. Your program sends it in the header Authorization, after the word Bearer.", "Elle n’est affichée qu’une fois. Votre programme l’envoie dans l’en-tête Authorization, après le mot Bearer.");
    public string Revoke => Say("Revoke", "Révoquer");
    public string NeverUsed => Say("never used", "jamais utilisée");
    public string LastUsed(string ago) => Say($"last used {ago}", $"dernier usage {ago}");
    public string As(string name) => Say($"as {name}", $"au nom de {name}");

    public string ScopeName(string scope) => scope == ApiKey.Read ? Say("read questions and conversations", "lire questions et conversations") : Say("answer and end", "répondre et terminer");

    private string WhatOfPrograms(string action) => action switch
    {
        "webhook.made" => Say("added a webhook", "a ajouté un webhook"),
        "webhook.settings" => Say("changed a webhook", "a modifié un webhook"),
        "webhook.paused" => Say("paused a webhook", "a suspendu un webhook"),
        "webhook.resumed" => Say("resumed a webhook", "a repris un webhook"),
        "webhook.secret" => Say("made a new webhook secret", "a créé un nouveau secret de webhook"),
        "webhook.deleted" => Say("deleted a webhook", "a supprimé un webhook"),
        "key.made" => Say("made an API key", "a créé une clé d’API"),
        "key.revoked" => Say("revoked an API key", "a révoqué une clé d’API"),
        _ => action,
    };
}
