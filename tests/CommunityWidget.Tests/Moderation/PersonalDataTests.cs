using System.Reflection;
using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What identifies or reaches somebody is hidden, what a shop is asked about is not.</summary>
public sealed class PersonalDataTests
{
    /// <summary>The texts in which something is hidden in English.</summary>
    public static IEnumerable<string> Rows => typeof(PersonalDataTests).GetMethod(nameof(It_is_hidden))!.GetCustomAttributesData()
        .Where(row => row.AttributeType == typeof(InlineDataAttribute)).Select(row => (string)((IReadOnlyList<CustomAttributeTypedArgument>)row.ConstructorArguments[0].Value!)[0].Value!);

    [Theory]
    [InlineData("Write to jane.doe+shop@mail.example, please", "Write to [e-mail], please")]
    [InlineData("jane at mail dot com", "[e-mail]")]
    [InlineData("mine is jane (at) mail.com thanks", "mine is [e-mail] thanks")]
    [InlineData("jane dot doe at gmail dot com", "[e-mail]")]
    [InlineData("jane at gmail.com", "[e-mail]")]
    [InlineData("Call me on 06 12 34 56 78 tonight", "Call me on [phone] tonight")]
    [InlineData("+33 6 12 34 56 78", "[phone]")]
    [InlineData("my cell: (905) 674-3793.", "my cell: [phone].")]
    [InlineData("0049 171 1234567", "[phone]")]
    [InlineData("+44 (0)20 7946 0958", "[phone]")]
    [InlineData("612 345 678", "[phone]")]
    [InlineData(" 84 23 30.", " [phone].")]
    [InlineData("mine are 6125551234, 6125551235 and 6125551236", "mine are [phone], [phone] and [phone]")]
    [InlineData("You can reach me at 1-800-626-2000", "You can reach me at [phone]")]
    [InlineData("card 4111 1111 1111 1111 exp 12/27", "card [card] exp 12/27")]
    [InlineData("4111111111111111", "[card]")]
    [InlineData("378282246310005", "[card]")]
    [InlineData("my IBAN is FR76 3000 6000 0112 3456 7890 189.", "my IBAN is [IBAN].")]
    [InlineData("gb82west12345698765432", "[IBAN]")]
    [InlineData("my router has 192.168.0.12 now", "my router has [IP address] now")]
    [InlineData("from 2001:db8::ff00:42:8329 today", "from [IP address] today")]
    [InlineData("SSN 078-05-1120", "SSN [social security number]")]
    [InlineData("1 85 05 78 006 084 91", "[social security number]")]
    [InlineData("My order number is AB-104233, where is it?", "My order number is [order number], where is it?")]
    [InlineData("order #104233", "order #[order number]")]
    [InlineData("113-1234567-1234567", "[order number]")]
    [InlineData("I live at 12 Baker Street, London NW1 6XE.", "I live at [address].")]
    // What is surer ends it.
    [InlineData("12 rue de la Paix Paris Jeanne@mail.example", "[address] [e-mail]")]
    [InlineData("12 rue de la Paix 06 12 34 56 78", "[address] [phone]")]
    // As a page shows it: one space where there were several.
    [InlineData("I live at 12  Baker   Street,  London  NW1  6XE.", "I live at [address].")]
    [InlineData("card  4111  1111\t1111  1111  exp", "card  [card]  exp")]
    [InlineData("card 4111\u00AD1111\u200B1111\u20601111 exp", "card [card] exp")]
    [InlineData("card 4111\u20091111\u20071111\u20091111 exp, 5555\u22125555\u22125555\u22124444", "card [card] exp, [card]")]
    [InlineData("4\uFE0F\u20E31\uFE0F\u20E311 1111 1111 1111", "[card]")]
    [InlineData("call 06\u200B12345678 or jane@\u200Bmail.example, jane\uFF20mail.example", "call [phone] or [e-mail], [e-mail]")]
    [InlineData("call +33\U000E0020 6 12 34 56 78", "call [phone]")]
    [InlineData("My name is Jane Q. Miller and it leaks", "My name is [name] and it leaks")]
    [InlineData("jane_at_mail_dot_com", "[e-mail]")]
    [InlineData("write to jane <at> mail <dot> com now", "write to [e-mail] now")]
    [InlineData("jane at-sign mailbox period org", "[e-mail]")]
    [InlineData("jane @gmail.com or jane@gmail,com", "[e-mail] or [e-mail]")]
    [InlineData("SIN? No: QQ 12 34 56 C", "SIN? No: [social security number]")]
    [InlineData("parcel? 1Z999AA10123456784 or 6A12345678901", "parcel? [order number] or [order number]")]
    [InlineData("UPS number AB104233, UPS: AB104233", "UPS number [order number], UPS: [order number]")]
    [InlineData("my case CS104233, also called case no. CS104233 or case CS-104233", "my case [order number], also called case no. [order number] or case [order number]")]
    [InlineData("UPS 104233 and case 104233", "UPS [order number] and case [order number]")]
    [InlineData("Ours is 750-1533, call 750-1500", "Ours is [phone], call [phone]")]
    [InlineData("I live at 45 elm street.", "I live at [address].")]
    [InlineData("PO Box 123, Springfield, IL 62701", "[address]")]
    [InlineData("Send it to Im Sandbüel 45, 2027 Fresens", "Send it to [address]")]
    [InlineData("Sarah Connor here, I spoke to Kevin O'Brien", "[name] here, I spoke to [name]")]
    [InlineData("my name is john smith.", "my name is [name].")]
    [InlineData("06_12_34_56_78 or 06,12,34,56,78, or +33_6_12_34_56_78", "[phone] or [phone], or [phone]")]
    [InlineData("Tel0612345678 or 0612345678thanks, au0612345678", "Tel[phone] or [phone]thanks, au[phone]")]
    [InlineData("06 12 34 56 78thanks", "[phone]thanks")]
    // As telephones' keyboards write them.
    [InlineData("jean.dupont@orange. fr or jane@yahoo. com, x@orange .fr", "[e-mail] or [e-mail], [e-mail]")]
    [InlineData("It is jane@yahoo. Thanks! Or jane@free, jane arobase orange", "It is [e-mail]. Thanks! Or [e-mail], [e-mail]")]
    [InlineData("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "[card]")]
    [InlineData("4111,1111,1111,1111 and 4111_1111_1111_1111", "[card] and [card]")]
    [InlineData("4111\n1111\n1111\n1111\n12/27", "[card]\n12/27")]
    [InlineData("4111 - 1111 - 1111 - 1111", "[card]")]
    [InlineData("Visa4111111111111111, CB4111 1111 1111 1111", "Visa[card], CB[card]")]
    [InlineData("FR76/3000/6000/0112/3456/7890/189", "[IBAN]")]
    [InlineData("FR 76 3000 6000 0112 3456 7890 189", "[IBAN]")]
    [InlineData("It is FR 7630006000011234567890189, thanks", "It is [IBAN], thanks")]
    [InlineData("gb 82 WEST 1234 5698 7654 32 or DE-89-3704-0044-0532-0130-00", "[IBAN] or [IBAN]")]
    [InlineData("FR/76/3000/6000/0112/3456/7890/189", "[IBAN]")]
    [InlineData("my IBAN: FR 76 3000 6000 0112 3456 7890 188", "my IBAN: [IBAN]")]
    [InlineData("98765 43210 is where I am, or 138 0013 8000, or 13800138001", "[phone] is where I am, or [phone], or [phone]")]
    [InlineData("IP:2001:db8:85a3::8a2e:370:7334", "IP:[IP address]")]
    [InlineData("My order from Monday is 7839201", "My order from Monday is [order number]")]
    [InlineData("Where is my order 4821? Order number 1234", "Where is my order [order number]? Order number [order number]")]
    [InlineData("call 𝟎𝟔 𝟏𝟐 𝟑𝟒 𝟓𝟔 𝟕𝟖 now", "call [phone] now")]
    [InlineData("call ⓪⑥ ①② ③④ ⑤⑥ ⑦⑧ now", "call [phone] now")]
    [InlineData("call ⓪⑥ ⑫ ㉞ ㊻ ㊼ now", "call [phone] now")]
    [InlineData("⑩ 06 12 34 56 78, ⑪ 06 12 34 56 79", "⑩ [phone], ⑪ [phone]")]
    [InlineData("𝒿𝒶𝓃ℯ.ℳ𝒾𝓁𝓁ℯ𝓇@𝓂𝒶𝒾𝓁.𝒸ℴ𝓂!", "[e-mail]!")]
    [InlineData("😀 𝐣𝐚𝐧𝐞@mail.example, 😀", "😀 [e-mail], 😀")]
    [InlineData("ⓙⓐⓝⓔ@ⓜⓐⓘⓛ.ⓒⓞⓜ!", "[e-mail]!")]
    [InlineData("𝐌𝐲 𝐧𝐚𝐦𝐞 𝐢𝐬 𝐉𝐚𝐧𝐞 𝐌𝐢𝐥𝐥𝐞𝐫 and 𝐬𝐨 𝐨𝐧", "𝐌𝐲 𝐧𝐚𝐦𝐞 𝐢𝐬 [name] and 𝐬𝐨 𝐨𝐧")]
    [InlineData("① 06 12 34 56 78, ② 06 12 34 56 79", "① [phone], ② [phone]")]
    [InlineData("742 evergreen terrace", "[address]")]
    [InlineData("i live at 23 maple dr", "i live at [address]")]
    public void It_is_hidden(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);

    [Theory]
    [InlineData("Je m'appelle Jeanne Martin", "Je m'appelle [nom]")]
    [InlineData("Bien à vous, Luc Moreau", "Bien à vous, [nom]")]
    [InlineData("jeanne point martin (arobase) orange (point) fr", "[e-mail]")]
    [InlineData("jeanne arrobase orange Point fr, jeanne à gmail point com", "[e-mail], [e-mail]")]
    [InlineData("Ma sécu : 1 85 05 2A 006 084 35", "Ma sécu : [n° de sécurité sociale]")]
    [InlineData("mon numéro de sécu est le 1 84 12 76 451 089", "mon numéro de sécu est le [n° de sécurité sociale]")]
    [InlineData("RIB 30006 00001 12345678901 89", "RIB [IBAN]")]
    [InlineData("rue de la République 14, 1000 Bruxelles", "[adresse]")]
    [InlineData("J'habite 12 rue des Lilas à Lyon.", "J'habite [adresse].")]
    [InlineData("J'habite au 12 bis, rue de la Paix, 75002 Paris.", "J'habite au [adresse].")]
    [InlineData("Appelez le 01.23.45.67.89", "Appelez le [téléphone]")]
    [InlineData("jean arobase orange point fr", "[e-mail]")]
    [InlineData("commande n° 104233", "commande n° [n° de commande]")]
    [InlineData("Ma carte : 5555-5555-5555-4444", "Ma carte : [carte]")]
    [InlineData("Contactez-moi au 06/12/34/56/78", "Contactez-moi au [téléphone]")]
    [InlineData("Ma commande du 12 mars, n° 7839201", "Ma commande du 12 mars, n° [n° de commande]")]
    [InlineData("commande 4821", "commande [n° de commande]")]
    [InlineData("Ma commande passée le 12/03/2024 : 7839201", "Ma commande passée le 12/03/2024 : [n° de commande]")]
    [InlineData("J'habite au 12 de la rue Victor Hugo à Lyon", "J'habite au [adresse]")]
    [InlineData("J'habite 3 de l'avenue Foch", "J'habite [adresse]")]
    public void It_is_hidden_in_French(string text, string masked) => Assert.Equal(masked, PersonalDataMasker.Mask(text, "fr").Text);

    [Theory]
    [InlineData("Does the GE MWF filter fit model GSS25GSHSS or WF3CB?")]
    [InlineData("Is part 5304458371 the same as 316075103?")]
    [InlineData("It is 24 x 36 x 70 inches, 1200 W, 120/240 V, 60 Hz.")]
    [InlineData("Bought on 03/27/2011, then again on 2014-08-12 at 12:20:39.")]
    [InlineData("It costs 1 250 000 and weighs 1.250.000 g")]
    [InlineData("Is this portable AC 14000 BTU? A handy 20000 mAh bank can reach 15000 rpm.")]
    [InlineData("It draws 750-1500 watts and costs 2499-2999 €, or 555-1200 dollars.")]
    [InlineData("My UPS BX1500M beeps. Does the case DWST17808 take it?")]
    [InlineData("It goes from 750-1500, the small one less (250-1250), the old one 350–1200.")]
    [InlineData("750-1250")]
    [InlineData("Firmware version 4.1.2.3 fails")]
    [InlineData("UPC 050375000419, EAN 4006381333931")]
    [InlineData("Look at amazon.com, they have it")]
    [InlineData("I waited 3 weeks. 12 people said 100-200 is fine.")]
    [InlineData("Dr Pepper or Mr. Coffee?")]
    [InlineData("23456789 and 234567890112")]
    [InlineData("Call GE at 1-800-626-2000 and ask them for the part.")]
    [InlineData("Leur service client est au 0 806 12 34 56, sans attente.")]
    [InlineData("Contactez le service Info-escroqueries au 08 11 02 02 17, prix d'un appel local.")]
    [InlineData("Contactez le service Info-escroqueries au 08/11/02/02/17, prix d'un appel local.")]
    [InlineData("12 500")]
    [InlineData("The manual says part number for the lid switch is 3949247, it lists a number 8540024 too.")]
    [InlineData("110-120")]
    [InlineData("4 Place one hand behind the door latch")]
    [InlineData("Does the Calvin Klein robe fit, or the John Deere cap? Meet me at the point of sale.")]
    [InlineData("The dot at the end. A point at the top, or look at free samples.")]
    [InlineData("Emma The Great, Thomas TV")]
    [InlineData("2026")]
    [InlineData("469910P 5303917752, 5303917836, 5303917937 and 9906")]
    [InlineData("4396563 4396918 46-9902 46-9908 4609902000 4609908000")]
    [InlineData("On ?q=DU1015XTXS I selected DU1015XTXS0, then clicked on the diagram.")]
    [InlineData("9908P AFF5 AP3182816 AP3182817 AP3672633 L400")]
    [InlineData("Your insurance company should provide 1 free per year but I keep extras.")]
    [InlineData("See http://parts.example/?keywords=broan+97007894 for it.")]
    [InlineData("It has three numbers in descending order 91756 and 5113.")]
    [InlineData("On my Vera Lite it is a group. Karen Thats a good one!")]
    [InlineData("Shoes in 01, 02, 03, 04, 05 or 4000, 5000, 6000, 8000; files 12_34_5678.jpg and 2011_2012_2013_2014.")]
    [InlineData("WP0612345678, phone1234 and Handy14000, with firmware 1.2.3.4beta.")]
    [InlineData("An order of 20000 pieces, the order of 12 March, my order 2500, in order 1250.")]
    [InlineData("Je commande 4821 pièces. Où est ma commande du 12/03/2024 ?")]
    [InlineData("Thanks @free. It works. We met at orange, she works at free. Fr is French.")]
    [InlineData("Part no 4006381330075 is 67A34B56C78D9E1.")]
    [InlineData("Between 65000 75000 rpm, or 62500-98000. Parts 52345 67890, and model 13912345678.")]
    [InlineData("Is the 500 gb hard drive in? It is a 20 minute drive, 12 of the street lamps work on a 40 seat terrace today.")]
    public void It_stays(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Fact]
    public void What_we_put_in_place_hides_nothing_more_when_it_is_read_again()
    {
        foreach (var text in Rows.Append("Here is mine 0612345678. Mine is the 53044"))
        {
            var once = PersonalDataMasker.Mask(text, "en").Text;
            Assert.Equal(once, PersonalDataMasker.Mask(once, "en").Text);
        }
    }

    [Fact]
    public void What_was_found_is_said_with_its_place()
    {
        var found = PersonalDataMasker.Mask("a@b.example or 06 12 34 56 78", "en").Found;

        Assert.Equal([new(0, 11, DataKinds.Email), new(15, 14, DataKinds.Phone)], found);
    }
}
