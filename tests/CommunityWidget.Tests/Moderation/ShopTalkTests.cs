using CommunityWidget.Moderation.Judging;
using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Moderation;

using Judges = CommunityWidget.Moderation.Judging.Judges;

/// <summary>What is really said in shops, friendly and not, in sentences that no training saw.</summary>
public sealed class ShopTalkTests
{
    private static readonly Site EnglishFirst = new() { Id = Guid.CreateVersion7(), Languages = "en fr", Origins = "https://shop.example" }, FrenchFirst = EnglishFirst with { Id = Guid.CreateVersion7(), Languages = "fr en" };

    private static readonly string[] Harmless =
    [
        // Delivery, days, nobody, never.
        "Le dimanche, personne ne livre, même en décembre.",
        "Personne n'est venu samedi alors que j'ai attendu toute la journée.",
        "Le livreur n'a jamais sonné, il a laissé le carton sous la pluie.",
        "On ne livre pas les îles le lundi, ni les jours fériés.",
        "Mon colis est perdu depuis mardi, personne ne sait où il est.",
        "Nobody delivers here on a Sunday, not even before Christmas.",
        "The driver never rang, he just left it with the people next door.",
        "It still has not come and no one can tell me why.",
        "They do not ship to islands, and never on bank holidays.",
        "Monday came and went, nobody showed up.",
        // Returns and money.
        "Je veux être remboursé, c'est la troisième fois que je vous écris.",
        "Vous m'avez facturé deux fois, c'est du vol.",
        "Trop cher pour ce que c'est, on se moque des clients.",
        "Combien de jours ai-je pour renvoyer un article ouvert ?",
        "Les frais de retour sont-ils à ma charge ?",
        "Your refund policy is a joke and I want my money now.",
        "You charged me twice, this is theft.",
        "Can I send it back if the seal is broken?",
        "I will never order from you again.",
        "What a rip-off, the old one was half the price.",
        // Goods: what breaks, kills, burns, stinks and sucks.
        "The pump died after a month and the door sticks.",
        "Does this spray kill wasps and ants?",
        "It smells awful and it makes my eyes burn.",
        "The vacuum does not suck at all any more.",
        "Will the blade cut through bone?",
        "How do I shoot in the dark with this camera?",
        "My old dryer was a monster, is the new one quieter?",
        "The cock of the tap is leaking.",
        "Is the dummy included with the pram?",
        "Le moteur a rendu l'âme, il pue le brûlé.",
        "Ce produit tue-t-il vraiment les punaises de lit ?",
        "La pompe est morte et le tuyau est bouché.",
        "Cette bouilloire est une catastrophe, elle fuit de partout.",
        "Le couteau coupe mal, la lame est émoussée.",
        "La chatière convient-elle à un gros chat ?",
        "Le bruit est insupportable la nuit, mes enfants pleurent.",
        "C'est un aspirateur de débutant, il n'aspire rien.",
        // Numbers that would be a word, if their digits were letters.
        "I ordered article 455 and got 4555.",
        "Does the part fit model 1994, or only the 80085?",
        "Do you have it in 4 5 5 or 4 5 6?",
        "La pièce va-t-elle avec le 455 ?",
        "La pièce va-t-elle avec la 1994 ?",
        "Avez-vous le joint 5417 en stock ?",
        // Service.
        "Vos conseillers ne répondent jamais au téléphone.",
        "Je suis furieuse, une heure d'attente pour rien.",
        "On m'a raccroché au nez deux fois de suite.",
        "Le service après-vente est d'une lenteur incroyable.",
        "Nobody at your hotline knows anything about this model.",
        "I am furious, I was on hold for an hour.",
        "Your chat bot is useless, let me speak to a person.",
        "The shop assistant was rude to my mother.",
        "Honestly, the worst service I have ever had.",
        // People, groups, bodies and families, as shops speak of them.
        "Do these trousers come in black for women?",
        "Is it suitable for disabled people and the elderly?",
        "My wife is pregnant, may she use this cream?",
        "Which foundation would you take for dark skin?",
        "Is it halal? We are Muslims.",
        "Do you have kosher wine for my Jewish friends?",
        "A gift for two dads, please, what do gay couples buy?",
        "Avez-vous des jupes noires pour femmes rondes ?",
        "Est-ce adapté aux personnes handicapées ?",
        "Ma fille est enceinte, peut-elle utiliser cette crème ?",
        "Quel fond de teint pour une peau noire ?",
        "La notice est en arabe et en chinois, pas en français.",
        "Mon mari est allergique au latex et aux arachides.",
        "Un cadeau pour un vieux monsieur aveugle, une idée ?",
        // What insults in the one language and is an ordinary word of the other.
        "Encore un retard, et pas un mot d'excuse.",
        "Ces retards de livraison sont pénibles.",
        "Are the bolos made of real leather?",
        "My son loves the macaque on the mug.",
        // Plain questions and thanks.
        "Salut, tu sais si la taille 42 taille grand ?",
        "Merci beaucoup, vous êtes adorable !",
        "Non, toujours pas, mais merci quand même.",
        "Je ne comprends rien à cette notice.",
        "Ok super, bonne soirée à vous.",
        "Thanks a lot, you saved my day!",
        "No, that did not help, sorry.",
        "Hi, does it run small?",
        "I am an idiot, I had not plugged it in.",
        "Pas mal, mais le bleu est moche.",
        "Damn, it works now, thank you!",
        "Is the white cable longer than the black one?",
    ];

    private static readonly string[] Insulting =
    [
        "s a l o p e", "S.A.L.O.P.E", "sal0pe", "espèce de s@lope", "grosse salooooope", "CONNASSE", "connnnard", "c.o.n.n.a.r.d", "c0nn@rd", "espece d enculé",
        "Vas te faire foutre", "va te faire mettre, bouffon", "nique ta mère", "n1que ta mere", "ntm sale chien", "fils de pute", "f i l s d e p u t e", "ta gueule sale merde", "ferme ta gueule", "tu es une vraie merde",
        "vous êtes des abrutis", "bande d'imbéciles", "pauvre débile", "sale bougnoule", "sale pédé", "va crever", "crève, ordure", "tu es trop conne", "vous n'êtes que des escrocs et des connards", "sous-merde",
        "fuck you", "f*ck you", "f.u.c.k y.o.u", "fuuuuck you", "fvck off you moron", "go f yourself, asshole", "a s s h o l e", "@sshole", "you piece of sh1t", "you are a piece of shit",
        "b1tch", "stupid bitch", "you stupid cunt", "cunt", "kill yourself", "kys", "you dumb retard", "retarded faggot", "dirty nigger", "n1gg3r",
        "Your driver is a connard", "Votre livreur est un asshole",
        "you are all morons", "what an idiot you are", "shut the fuck up", "suck my dick", "go to hell you scum", "you fucking loser", "motherfucker", "m0th3rfuck3r", "I will find you and beat you up", "you deserve to die",
    ];

    public static TheoryData<string> Said => Rows(Harmless);

    public static TheoryData<string> Thrown => Rows(Insulting);

    [Theory]
    [MemberData(nameof(Said))]
    public void Nothing_that_is_said_in_shops_is_held(string text)
    {
        foreach (var site in new[] { EnglishFirst, FrenchFirst })
        {
            var judged = new Judges().Look(site, text);
            Assert.True(judged is { Refusal: null, IsHeld: false }, $"{judged.Language} {judged.Refusal?.Code} {string.Join(' ', judged.Reasons)} {judged.Score}");
        }
    }

    [Theory]
    [MemberData(nameof(Thrown))]
    public void No_insult_passes_whatever_language_the_shop_speaks_first(string text)
    {
        foreach (var site in new[] { EnglishFirst, FrenchFirst })
        {
            var judged = new Judges().Look(site, text);
            Assert.True(judged.Refusal is not null || judged.IsHeld, $"{judged.Language} {judged.Score} of {judged.Threshold}");
        }
    }

    private static TheoryData<string> Rows(string[] texts)
    {
        var rows = new TheoryData<string>();
        foreach (var text in texts) rows.Add(text);
        return rows;
    }
}
