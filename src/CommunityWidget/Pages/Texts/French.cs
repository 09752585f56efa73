namespace CommunityWidget.Pages.Texts;

internal static class French
{
    public static readonly PageTexts Texts = new()
    {
        Language = "fr",
        OtherLanguage = "en",
        OtherLanguageName = "English",
        Skip = "Aller au contenu",
        YourPages = "Vos pages",
        PageNames = new Dictionary<string, string>
        {
            ["/admin"] = "Administration", ["/moderation"] = "Modération", ["/inbox"] = "Réception", ["/console"] = "Console",
        },
        RoleNames = new Dictionary<string, string>
        {
            ["super_user"] = "Super-utilisateur", ["agent"] = "Service client", ["moderator"] = "Modération", ["admin"] = "Administration",
        },
        Refusals = new Dictionary<string, string>
        {
            ["wrong_password"] = "L’adresse et le mot de passe ne correspondent pas. Réessayez, ou demandez un nouveau lien à votre responsable de communauté.",
            ["locked_out"] = "Trop de mots de passe erronés. Attendez 15 minutes, ou demandez un nouveau lien à votre responsable de communauté.",
            ["suspended"] = "Ce compte est suspendu pour le moment. Votre responsable de communauté peut vous en dire plus.",
            ["changed_meanwhile"] = "Une modification est intervenue entre-temps. Regardez à nouveau, puis réessayez.",
            ["link_not_valid"] = "Ce lien a déjà servi ou a expiré. Demandez-en un nouveau à la personne qui vous l’a envoyé.",
            ["name_not_usable"] = "Choisissez un nom de 1 à 40 caractères visibles.",
            ["name_not_fit"] = "Choisissez un autre nom, qui n’insulte personne et ne contient ni adresse ni numéro de téléphone.",
            ["password_too_short"] = "Choisissez un mot de passe d’au moins 10 caractères.",
            ["email_not_usable"] = "Cela ne ressemble pas à une adresse e-mail. Vérifiez-la et réessayez.",
            ["not_understood"] = "Choisissez au moins un rôle et une langue.",
            ["not_possible_now"] = "Quelqu’un a déjà décidé entre-temps. La liste ci-dessous est à jour.",
            ["not_found"] = "Ce brouillon n’existe plus\u00a0: sa conversation a été rouverte ou retirée.",
            ["storage_away"] = "L’enregistrement n’a pas abouti à l’instant. Réessayez dans quelques secondes.",
        },
        SignIn = "Se connecter",
        SignOut = "Se déconnecter",
        SignedOut = "Votre session est fermée. À bientôt.",
        Shop = "Boutique",
        ShopHint = "Le nom court de la boutique, comme dans l’adresse de ses pages de réponses.",
        Email = "E-mail",
        Password = "Mot de passe",
        NoAccount = "Pas encore de compte\u202f? On rejoint la communauté sur invitation\u00a0: adressez-vous au responsable de la communauté, qui donne aussi un nouveau lien en cas de mot de passe oublié.",
        Invitation = "Une invitation pour vous",
        InvitationLead = "Choisissez le nom sous lequel on vous connaîtra et un mot de passe. C’est tout.",
        Welcome = "Bienvenue",
        WelcomeLead = "Cette installation n’a pas encore d’administrateur\u00a0: ce sera vous. L’étape suivante est la balise à coller dans votre boutique.",
        YourName = "Votre nom",
        YourNameHint = "Les autres le voient à côté de vos réponses. Un prénom ou un pseudonyme convient.",
        NewPassword = "Mot de passe",
        NewPasswordHint = "Au moins 10 caractères. Quelques mots à la suite sont faciles à retenir et difficiles à deviner.",
        Join = "Rejoindre",
        NeedsScript = "Cette page a besoin de JavaScript pour lire le secret de votre lien.",
        NotYours = "Cette page n’est pas l’une des vôtres",
        NotYoursText = "Votre rôle sur ce site ne la comprend pas. Si elle le devrait, un administrateur peut le changer.",
        ToYours = "Aller à votre page",
        ConsoleNeedsScript = "La console a besoin de JavaScript.",
        NotBuilt = "Les consoles ne font pas partie de cette compilation. Compilez sans -p:BuildWidget=false pour les avoir.",
        Moderation = "Modération",
        OtherSites = "Vos sites",
        SignInElsewhere = "Se connecter à un autre site",
        SignInElsewhereText = "Vous restez aussi connecté ici, et pouvez passer de l’un à l’autre.",
        NewPasswordTitle = "Choisissez un nouveau mot de passe",
        NewPasswordLead = "L’ancien ne fonctionnera plus, et vos sessions ouvertes avec lui seront fermées.",
        KeepPassword = "Enregistrer et se connecter",
        BePerson = "Se connecter en tant que",
        BePersonLead = "L’une des personnes de la boutique de démonstration. Appuyez sur le bouton et sa session s’ouvre, sur cette machine seulement.",
        BackToShop = "Retour à la boutique",
    };
}
