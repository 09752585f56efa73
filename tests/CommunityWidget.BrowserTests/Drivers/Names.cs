namespace CommunityWidget.BrowserTests.Drivers;

/// <summary>What people, screen readers and tests find things by. The English names are promised to those who build on us.</summary>
public sealed record Names
{
    public required string Launcher { get; init; }
    public required string Question { get; init; }
    public required string Ask { get; init; }
    public required string Conversation { get; init; }
    public required string Send { get; init; }
    public required string Close { get; init; }
    public required string End { get; init; }
    public required string HowWasIt { get; init; }
    public required string SendRating { get; init; }
    public required string MayPublish { get; init; }
    public required string Thanks { get; init; }
    public required string Email { get; init; }
    public required string EmailMe { get; init; }
    public required string Available { get; init; }
    public required string Offers { get; init; }
    public required string Accept { get; init; }
    public required string NotForMe { get; init; }
    public required string ConversationWith { get; init; }
    public required string Release { get; init; }
    public required string Done { get; init; }
    public required string Waiting { get; init; }
    public required string ToReview { get; init; }
    public required string Publish { get; init; }
    public required string PageTitle { get; init; }
    public required string Take { get; init; }
    public required string NotSent { get; init; }
    public required string Undo { get; init; }
    public required string OthersTalks { get; init; }
    public required string Join { get; init; }
    public required string TakeOver { get; init; }
    public required string Leave { get; init; }

    public required string Tags { get; init; }
    public required string Snooze { get; init; }
    public required string Note { get; init; }
    public required string NoteBox { get; init; }
    public required string Replies { get; init; }
    public required string HandOver { get; init; }
    public required string PauseVisitor { get; init; }
    public required string Back { get; init; }
    public required string LanguageOfQuestion { get; init; }
    public required string SearchAll { get; init; }

    /// <summary>The same in both languages.</summary>
    public string Message { get; } = "Message";

    /// <summary>By the language's two letters.</summary>
    public required string Language { get; init; }

    public static Names In(string language) => language == French.Language ? French : English;

    public static Names English { get; } = new()
    {
        Language = "en",
        Launcher = "Ask the community",
        Question = "Your question",
        Ask = "Ask",
        Conversation = "Conversation",
        Send = "Send",
        Close = "Close",
        End = "End conversation",
        HowWasIt = "How was it?",
        SendRating = "Send rating",
        MayPublish = "You may publish",
        Thanks = "Thank you",
        Email = "E-mail",
        EmailMe = "E-mail me",
        Available = "Available",
        Offers = "Questions for you",
        Accept = "Accept",
        NotForMe = "Not for me",
        ConversationWith = "Conversation with",
        Release = "Release",
        Done = "Done",
        Waiting = "Waiting questions",
        ToReview = "To review",
        Publish = "Publish",
        PageTitle = "Title of the page",
        Take = "Take",
        NotSent = "Not sent",
        Undo = "Undo",
        OthersTalks = "Conversations of others",
        Join = "Join",
        TakeOver = "Take over",
        Leave = "Leave",
        Tags = "Tags",
        Snooze = "Snooze",
        Note = "Note",
        NoteBox = "Internal note",
        Replies = "Replies",
        HandOver = "Hand over",
        PauseVisitor = "Pause visitor",
        Back = "Back to the list",
        LanguageOfQuestion = "Language of the question",
        SearchAll = "Search all questions",
    };

    public static Names French { get; } = new()
    {
        Language = "fr",
        Launcher = "Demander à la communauté",
        Question = "Votre question",
        Ask = "Demander",
        Conversation = "Conversation",
        Send = "Envoyer",
        Close = "Fermer",
        End = "Terminer la conversation",
        HowWasIt = "Comment était-ce ?",
        SendRating = "Envoyer l’avis",
        MayPublish = "Vous pouvez publier",
        Thanks = "Merci",
        Email = "E-mail",
        EmailMe = "M’écrire par e-mail",
        Available = "Disponible",
        Offers = "Questions pour vous",
        Accept = "Accepter",
        NotForMe = "Pas pour moi",
        ConversationWith = "Conversation avec",
        Release = "Rendre",
        Done = "Fermer",
        Waiting = "Questions en attente",
        ToReview = "À relire",
        Publish = "Publier",
        PageTitle = "Titre de la page",
        Take = "Prendre",
        NotSent = "Non envoyé",
        Undo = "Annuler",
        OthersTalks = "Conversations des autres",
        Join = "Rejoindre",
        TakeOver = "Reprendre",
        Leave = "Quitter",
        Tags = "Étiquettes",
        Snooze = "Mettre en pause",
        Note = "Annoter",
        NoteBox = "Note interne",
        Replies = "Réponses types",
        HandOver = "Transmettre",
        PauseVisitor = "Suspendre le visiteur",
        Back = "Retour à la liste",
        LanguageOfQuestion = "Langue de la question",
        SearchAll = "Chercher dans toutes les questions",
    };
}
