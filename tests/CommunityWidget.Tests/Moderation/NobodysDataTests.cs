using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What belongs to a firm, a part or a brand is nobody's and stays; somebody's own beside it does not.</summary>
public sealed class NobodysDataTests
{
    [Theory]
    [InlineData("Here is the company phone number: 1-626-453-0550. You will need to ask them.")]
    [InlineData("This is the distributors phone number (626) 350-8360.")]
    [InlineData("The manufacturer's number is 626-453-0550.")]
    [InlineData("The phone number of the maker is 626-453-0550.")]
    [InlineData("Le numéro du service client est le 01 23 45 67 89, sans attente.")]
    [InlineData("Voici le téléphone du fabricant : 01 23 45 67 89")]
    [InlineData("Visit our website or give us a call. Mark AFW Filters 785-735-9769")]
    public void A_firm_s_own_line_stays(string text) => Stays(text);

    [Theory]
    [InlineData("My company phone number is 626-453-0550.", "My company phone number is [phone].")]
    [InlineData("The number of my company is 626-453-0550.", "The number of my company is [phone].")]
    [InlineData("Here is the number of her company: 626-453-0550.", "Here is the number of her company: [phone].")]
    [InlineData("Please have customer service call 626-453-0550.", "Please have customer service call [phone].")]
    [InlineData("This is the customer phone number: 626-453-0550.", "This is the customer phone number: [phone].")]
    [InlineData("It is for the distributor, phone number 626-453-0550.", "It is for the distributor, phone number [phone].")]
    [InlineData("Company phone number: 626-453-0550", "Company phone number: [phone]")]
    [InlineData("Le numéro du vendeur du magasin est le 06 12 34 56 78.", "Le numéro du vendeur du magasin est le [phone].")]
    [InlineData("The number of the store is +33 6 12 34 56 78.", "The number of the store is [phone].")]
    [InlineData("The phone 626-453-0550", "The phone [phone]")]
    [InlineData("Call us, my name is Mark, AFW Filters 785-735-9769", "Call us, my name is Mark, AFW Filters [phone]")]
    [InlineData("Please bring it to me on Sunday, AFW Filters 785-735-9769", "Please bring it to me on Sunday, AFW Filters [phone]")]
    [InlineData("Please bring it on Sunday, AFW Filters 785-735-9769", "Please bring it on Sunday, AFW Filters [phone]")]
    [InlineData("Give us a call at home, Mark 785-735-9769", "Give us a call at home, Mark [phone]")]
    [InlineData("Give us a call, we need filters, 785-735-9769", "Give us a call, we need filters, [phone]")]
    [InlineData("Appelez-nous : Dupont Store 06 12 34 56 78", "Appelez-nous : Dupont Store [phone]")]
    [InlineData("My number at the store is 785-735-9769.", "My number at the store is [phone].")]
    [InlineData("Call me at the store number 785-735-9769.", "Call me at the store number [phone].")]
    [InlineData("My husband's line at the shop is 785-735-9769.", "My husband's line at the shop is [phone].")]
    [InlineData("Voici le numéro de la boutique : 0475 12 34 56", "Voici le numéro de la boutique : [phone]")]
    [InlineData("The number of the shop is 0157 1234 5678.", "The number of the shop is [phone].")]
    public void Somebody_s_line_does_not(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("If you have any question, please feel free to call me at 1-888-768-1710.")]
    [InlineData("N'hésitez pas à me joindre au 0 806 12 34 56.")]
    public void A_free_line_stays_with_whoever_offers_help(string text) => Stays(text);

    [Theory]
    [InlineData("My line is 1-888-768-1710, call after six.", "My line is [phone], call after six.")]
    [InlineData("Please feel free to call me at 626-453-0550.", "Please feel free to call me at [phone].")]
    [InlineData("N'hésitez pas à me joindre au 06 12 34 56 78.", "N'hésitez pas à me joindre au [phone].")]
    public void Any_other_line_of_theirs_does_not(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("It does suggest to e-mail sales@maker.example.")]
    [InlineData("Please email info@maker.example to request the manual.")]
    [InlineData("Il faut écrire au constructeur : service-client@maker.example")]
    public void A_firm_s_mailbox_stays(string text) => Stays(text);

    [Theory]
    [InlineData("Please email jane.info@maker.example to request it.", "Please email [e-mail] to request it.")]
    [InlineData("Please email info.jane@maker.example to request it.", "Please email [e-mail] to request it.")]
    [InlineData("Please do write to me at info@smith.example, thanks.", "Please do write to me at [e-mail], thanks.")]
    [InlineData("Mon adresse pour la réponse : contact@dupont.example", "Mon adresse pour la réponse : [e-mail]")]
    [InlineData("Please email info@gmail.com to request the manual.", "Please email [e-mail] to request the manual.")]
    [InlineData("info@smith.example", "[e-mail]")]
    [InlineData("mail: info@smith.example", "mail: [e-mail]")]
    [InlineData("Vous pouvez répondre à contact@jeanne-dupont.example quand vous voulez.", "Vous pouvez répondre à [e-mail] quand vous voulez.")]
    [InlineData("Please note that info@doe.example is my private address.", "Please note that [e-mail] is my private address.")]
    [InlineData("You may reach our family at info@doe.example any time.", "You may reach our family at [e-mail] any time.")]
    [InlineData("Vous pouvez m'écrire à contact@doe.example quand vous voulez.", "Vous pouvez m'écrire à [e-mail] quand vous voulez.")]
    [InlineData("You can also send it to service@sbcglobal.net any time.", "You can also send it to [e-mail] any time.")]
    public void Somebody_s_mailbox_does_not(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Replaces 4396918, W10186668, NLC240V, LC400V, NL240V, L400V, QTSS, 2398700802. And more.")]
    [InlineData("Replaces WF1CB, WF284, WFCB, WSF-1, WSF-4 04609906000, 04609910000 218657600")]
    [InlineData("46-9904, 469904, 9904, 9904P, 04609904000 and 04609014000, and more")]
    [InlineData("Is this the same as 2972411400")]
    public void A_part_s_number_stays(string text) => Stays(text);

    [Theory]
    [InlineData("I have 4396508P and 0612345678 is where I am.", "I have 4396508P and [phone] is where I am.")]
    [InlineData("Ask at 04609904000 and 0612345678.", "Ask at [phone] and [phone].")]
    [InlineData("We are in block B4, 0612345678", "We are in block B4, [phone]")]
    [InlineData("ASAP, OK, B4 0612345678", "ASAP, OK, B4 [phone]")]
    [InlineData("BAT12, ESC-4, APT34, 0612345678", "BAT12, ESC-4, APT34, [phone]")]
    [InlineData("4396508P, 4609904000 and 6125551234", "4396508P, 4609904000 and [phone]")]
    [InlineData("CALL ME, JANE, NOW, 6125551234", "CALL ME, JANE, NOW, [phone]")]
    [InlineData("Yes, the same as before 6125551234", "Yes, the same as before [phone]")]
    [InlineData("My number is the same as 6125551234", "My number is the same as [phone]")]
    public void A_number_of_somebody_beside_one_does_not(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("That is the filter. Robert FiltersAmerica")]
    [InlineData("The Woder has John Guess connectors, or John Guest ones.")]
    [InlineData("Ask Sara Goedekers.com about it")]
    [InlineData("Hello Ms. R., I cannot answer.")]
    [InlineData("Let us know. Best regards, Luxury Decor")]
    [InlineData("Mary Jo, it does not. Thanks, Mary Lou")]
    public void What_is_no_full_name_stays(string text) => Stays(text);

    [Theory]
    [InlineData("My name is Sarah VanderMeer, hello", "My name is [name], hello")]
    [InlineData("Ask Sarah VandenBroucke or Sara DellaRosa", "Ask [name] or [name]")]
    [InlineData("Ask Robert MacArthur or Sara FitzGerald", "Ask [name] or [name]")]
    [InlineData("Ask Sara Goedeker. Come soon", "Ask [name]. Come soon")]
    [InlineData("Hello Ms. R. Walden, yes", "Hello Ms. [name], yes")]
    [InlineData("Hello Ms. Ng, yes", "Hello Ms. [name], yes")]
    [InlineData("Best regards, Jane Miller Decor", "Best regards, [name] Decor")]
    [InlineData("Ask Mary Lou Miller, or Robert Lou", "Ask [name], or [name]")]
    public void A_full_name_beside_it_does_not(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    private static void Stays(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);
}
