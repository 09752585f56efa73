using CommunityWidget.People.Identity;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string Identity => Say("Identity", "Identité");
    public string IdentityLead => Say("Your shop knows who is signed in. Its server can say so to the widget, in a short-lived signed token: then customers find their conversations on every device, and nobody can pretend to be one of them.", "Votre boutique sait qui est connecté. Son serveur peut le dire au widget par un jeton signé de courte durée : vos clients retrouvent alors leurs conversations sur chaque appareil, et personne ne peut se faire passer pour eux.");
    public string IdentityKeys => Say("Keys", "Clés");
    public string NoIdentityKeys => Say("No key yet. Make a secret for your server, or add the public half of a key pair.", "Aucune clé pour l’instant. Créez un secret pour votre serveur, ou ajoutez la partie publique d’une paire de clés.");
    public string IdentityShutsAllOut => Say("Nobody can ask or read now: you serve customers only, and no key is left to name them. Undo the revocation while that is offered, make a new key, or turn “Customers only” off below.", "Personne ne peut plus demander ni lire : vous ne servez que vos clients, et aucune clé ne permet plus de les nommer. Annulez la révocation tant que c’est proposé, créez une clé, ou désactivez « Clients seulement » ci-dessous.");
    public string RevokingIdentityKey => Say("Revoking a key signs out at once everybody it signed in, on every device; undoing it brings the key back, and they come in anew. To change over without signing anybody out, make the new key beside the old one, let your server sign with it, and revoke the old one twelve hours later.", "Révoquer une clé déconnecte aussitôt tous ceux qu’elle a identifiés, sur chaque appareil ; l’annuler rétablit la clé, et ils se reconnectent. Pour en changer sans déconnecter personne, créez la nouvelle clé à côté de l’ancienne, faites signer votre serveur avec elle, et révoquez l’ancienne douze heures plus tard.");
    public string MakeIdentitySecret => Say("Make a secret (HS256)", "Créer un secret (HS256)");
    public string IdentitySecretShown(string kid) => Say($"The secret of key {kid}", $"Le secret de la clé {kid}");
    public string IdentitySecretOnce => Say("It is shown this once. Put it into your server’s settings, never into a page. To change over, make the new one first, then revoke the old one.", "Il n’est affiché qu’une fois. Placez-le dans la configuration de votre serveur, jamais dans une page. Pour en changer, créez d’abord le nouveau, puis révoquez l’ancien.");
    public string AddPublicKey => Say("Add a public key (ES256)", "Ajouter une clé publique (ES256)");
    public string AddPublicKeyLead => Say("Of a P-256 pair whose private half stays with you: we could not sign in your name.", "D’une paire P-256 dont la partie privée reste chez vous : nous ne pourrions pas signer à votre place.");
    public string PublicKey => Say("Public key, as PEM", "Clé publique, au format PEM");
    public string TryToken => Say("Try a token", "Essayer un jeton");
    public string TryTokenLead => Say("Paste one your server made. It is checked like a visitor’s and not used up.", "Collez un jeton de votre serveur. Il est vérifié comme celui d’un visiteur, sans être consommé.");
    public string Token => Say("Token", "Jeton");
    public string IdentityRequired => Say("Customers only", "Clients seulement");
    public string IdentityRequiredLead => Say("Whoever is not signed in to your shop can then neither ask nor read. Turn it on once your pages send tokens.", "Qui n’est pas connecté à votre boutique ne peut alors ni demander ni lire. Activez-le lorsque vos pages envoient des jetons.");
    public string IdentityRequiredLabel => Say("Serve only customers my shop has named", "Ne servir que les clients que ma boutique a nommés");
    public string IdentityHow => Say("How your server signs", "Comment votre serveur signe");
    public string IdentityHowLead => Say("A new token for each page: sub is your name for the customer and never changes, aud the key of this site, exp at most 10 minutes ahead, jti good for one use. On your pages:", "Un nouveau jeton par page : sub est votre identifiant du client et ne change jamais, aud la clé de ce site, exp à 10 minutes au plus, jti à usage unique. Sur vos pages :");
    public string SignsOut => Say("signs out", "déconnecte");

    /// <summary>What became of a token that was tried.</summary>
    public string IdentityVerdict(ReadIdentity read) => read.Fault switch
    {
        null => Say($"This token is good: it names customer {read.Subject}.", $"Ce jeton est bon : il désigne le client {read.Subject}."),
        IdentityFault.NotAToken => Say("This is no signed token: three parts separated by dots, at most 4,096 characters.", "Ce n’est pas un jeton signé : trois parties séparées par des points, 4 096 caractères au plus."),
        IdentityFault.NoKeyNamed => Say("Its header names no key. Put the name of one of the keys above into kid.", "Son en-tête ne nomme aucune clé. Mettez dans kid le nom d’une des clés ci-dessus."),
        IdentityFault.UnknownKey => Say("No key of this site has the name in its kid, or it was revoked.", "Aucune clé de ce site ne porte le nom indiqué dans kid, ou elle a été révoquée."),
        IdentityFault.WrongAlgorithm => Say("Its header says another algorithm than the key has. A key has one algorithm for good; none is never accepted.", "Son en-tête indique un autre algorithme que celui de la clé. Une clé garde son algorithme ; none n’est jamais accepté."),
        IdentityFault.WrongSignature => Say("The signature does not fit: another secret, or something was changed after signing.", "La signature ne correspond pas : autre secret, ou contenu modifié après signature."),
        IdentityFault.NoSubject => Say("It does not say who: sub is missing.", "Il ne dit pas qui : sub manque."),
        IdentityFault.SubjectNotUsable => Say("Its sub cannot be used: at most 200 characters, no spaces around it, in one spelling only (Unicode NFC).", "Son sub est inutilisable : 200 caractères au plus, sans espaces autour, sous une seule forme (Unicode NFC)."),
        IdentityFault.WrongAudience => Say("It is for somebody else: aud must be the key of this site, and nothing beside it.", "Il s’adresse à quelqu’un d’autre : aud doit être la clé de ce site, et rien d’autre."),
        IdentityFault.NoExpiry => Say("It never ends: exp is missing, or no whole number of seconds.", "Il ne finit jamais : exp manque, ou n’est pas un nombre entier de secondes."),
        IdentityFault.Expired => Say("It has expired. Make one for each page, and look at your server’s clock.", "Il a expiré. Créez-en un par page, et vérifiez l’horloge de votre serveur."),
        IdentityFault.LivesTooLong => Say("It lives too long: exp may lie 10 minutes ahead at most.", "Il vit trop longtemps : exp peut être à 10 minutes au plus."),
        IdentityFault.NotYet => Say("It is from the future: iat or nbf lie ahead. Look at your server’s clock.", "Il vient du futur : iat ou nbf sont à venir. Vérifiez l’horloge de votre serveur."),
        IdentityFault.NoTokenId => Say("It has no name of its own: jti is missing, or longer than 100 characters.", "Il n’a pas de nom propre : jti manque, ou dépasse 100 caractères."),
        _ => Say("It was used before. Make a new one for each page.", "Il a déjà servi. Créez-en un nouveau par page."),
    };
}
