using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

using Judges = CommunityWidget.Moderation.Judging.Judges;

/// <summary>What is refused, held and let through, in both languages.</summary>
public sealed class JudgesTests
{
    private static readonly Site Shop = new() { Id = Guid.CreateVersion7(), Languages = "en fr", Origins = "https://shop.example" };

    [Theory]
    [InlineData("You are an idiot.")]
    [InlineData("you're such a moron")]
    [InlineData("Go kill yourself")]
    [InlineData("f u c k  y o u")]
    [InlineData("You fuuuuck off now, fuuuuck you")]
    [InlineData("What an a$$h0le you are")]
    [InlineData("a\u200bssh\u200bole")]
    [InlineData("аsshоle")]
    [InlineData("Espèce d'idiot, va")]
    [InlineData("tu es vraiment un c0nnard")]
    [InlineData("TA GUEULE !")]
    [InlineData("bande de connards")]
    [InlineData("tu es une s a l o p e")]
    [InlineData("Va te faire enculé, ENCULÉ")]
    [InlineData("You are a m o r o n")]
    [InlineData("You are a m o r o n I say")]
    [InlineData("y a c o n n a r d ici")]
    [InlineData("n i g g e r  g o  h o m e")]
    [InlineData("n i g g e r g o h o m e")]
    [InlineData("s a l e  p u t e  v a  v o i r")]
    [InlineData("f u c k\ty o u")]
    [InlineData("a s s h o l e  b y e")]
    [InlineData("c  o  n  n  a  r  d")]
    [InlineData("tu es une sa1ope")]
    [InlineData("tu es une s a 1 o p e")]
    [InlineData("va te faire encu|é")]
    [InlineData("What an assho1e you are")]
    [InlineData("you are an 1mbeci1e")]
    [InlineData("𝖆𝖘𝖘𝖍𝖔𝖑𝖊")]
    [InlineData("tu es un ⓒⓞⓝⓝⓐⓡⓓ")]
    [InlineData("ꜰᴜᴄᴋ ʏᴏᴜ, ɪᴅɪᴏᴛ")]
    [InlineData("\U0001F150\U0001F162\U0001F162\U0001F157\U0001F15E\U0001F15B\U0001F154")]
    [InlineData("\U0001F170\U0001F182\U0001F182\U0001F177\U0001F17E\U0001F17B\U0001F174")]
    [InlineData("\U0001F1E6\u200B\U0001F1F8\u200B\U0001F1F8\u200B\U0001F1ED\u200B\U0001F1F4\u200B\U0001F1F1\u200B\U0001F1EA")]
    [InlineData("⒜⒮⒮⒣⒪⒧⒠")]
    [InlineData("ass\U000E0020hole")]
    public void Insults_are_refused_however_they_are_dressed(string text) => Assert.Equal(Refusals.TextInsulting, Judged(text).Refusal);

    [Theory]
    [InlineData("Immigrants are vermin and should be deported", true)]
    [InlineData("Les immigrés sont de la vermine", true)]
    [InlineData("Nobody should say that immigrants are vermin", false)]
    [InlineData("Do you have shoes for women?", false)]
    [InlineData("That immigrants are vermin is not true", false)]
    [InlineData("I hate women", true)]
    [InlineData("I hate women's shoes", false)]
    public void Contempt_for_a_group_is_held_without_a_slur_and_not_when_it_is_denied(string text, bool held) =>
        Assert.Equal(held, Judged(text).Reasons.Contains(JudgedReasons.Hate));

    [Theory]
    [InlineData("This is the worst vacuum cleaner I ever bought. It broke after two days and nobody answers.")]
    [InlineData("I am very disappointed. Your delivery is late again and the box was damaged.")]
    [InlineData("Your return policy is ridiculous and your website is slow. I want my money back.")]
    [InlineData("I hate this oven, it burns everything. Never again.")]
    [InlineData("The support line was useless: forty minutes on hold for nothing.")]
    [InlineData("Is this idiot-proof? My kids will use it.")]
    [InlineData("Which of them: https://shop.example/a https://shop.example/b https://shop.example/c https://shop.example/d")]
    [InlineData("Why is your company lying about the battery life?")]
    [InlineData("Are these shoes on sale? I hate the black ones.")]
    [InlineData("Does it kill all bacteria? And does the white power cord come with it?")]
    [InlineData("Vraiment déçue : la livraison a trois semaines de retard et personne ne répond.")]
    [InlineData("Votre service client est lamentable, je ne commanderai plus jamais chez vous.")]
    [InlineData("C'est le pire produit que j'aie acheté, il est tombé en panne au bout de deux jours.")]
    [InlineData("Je déteste cette machine, elle fait un bruit horrible.")]
    [InlineData("Mon pneu a crevé. Faut-il fermer la porte de la tapette à souris ?")]
    [InlineData("Le chargeur PD est-il compris, et les frais de port (fdp) ?")]
    [InlineData("Il est nul ce robot, honteux à ce prix, remboursez-moi.")]
    [InlineData("J'ai un gros chien, lequel conseillez-vous ?")]
    [InlineData("Un gros cochon d'Inde y tient-il ?")]
    [InlineData("Le sale rat a rongé le câble.")]
    [InlineData("c o n t a c t  u s")]
    [InlineData("c l a s s  o f  t h e  y e a r")]
    public void Criticism_and_plain_questions_pass(string text)
    {
        var judged = Judged(text);
        Assert.True(judged is { Refusal: null, IsHeld: false }, $"{judged.Refusal?.Code} {string.Join(' ', judged.Reasons)} {judged.Score}");
    }

    [Theory]
    [InlineData("You are not an idiot, the lid is hard to open.", null)]
    [InlineData("If you are an idiot like me, you press it twice.", null)]
    [InlineData("You are an idiot like me.", "text_insulting")]
    [InlineData("Gros porc, va !", "text_insulting")]
    [InlineData("Tu es un gros porc.", "text_insulting")]
    [InlineData("Espèce de gros porc qui ne sait rien", "text_insulting")]
    public void What_is_denied_or_said_of_an_animal_is_not_refused_and_what_is_said_to_somebody_is(string text, string? code) => Assert.Equal(code, Judged(text).Refusal?.Code);

    [Theory]
    [InlineData("See https://shop.example/lamp and https://other.example/lamp, which is better?", null)]
    [InlineData("Look: javascript:alert(document.cookie)", "link_not_safe")]
    [InlineData("https://shop.example@evil.example/login", "link_not_safe")]
    [InlineData("https://pаypal.example/login", "link_not_safe")]
    [InlineData("https://shop.example/\u202efdp.exe", "link_not_safe")]
    [InlineData("https://xn--pypal-4ve.example/login", "link_not_safe")]
    [InlineData("https://login.xn--pypal-4ve.example/", "link_not_safe")]
    [InlineData("https://shop.example\\\\.evil.example/", "link_not_safe")]
    // One alphabet to a name: as its readers write it, and as long as it does not look like another.
    [InlineData("Voir https://пример.com et https://παράδειγμα.com", null)]
    [InlineData("https://tiếngviệt.vn/ and https://日本語.example/", null)]
    [InlineData("https://аррӏе.com/", "link_not_safe")]
    [InlineData("https://shop.рaypal.example/", "link_not_safe")]
    [InlineData("The metadata: text/html, and javascript: the good parts", null)]
    public void A_link_that_hides_or_runs_something_is_refused(string text, string? code) => Assert.Equal(code, Judged(text).Refusal?.Code);

    [Theory]
    [InlineData("Get it here https://bit.ly/3abcdef")]
    [InlineData("Download http://203.0.113.9/update")]
    [InlineData("https://files.example/setup.exe")]
    [InlineData("https://shop.example“.evil.example/setup.exe")]
    [InlineData("https://files.example/setup.exe?from=mail")]
    [InlineData("Get it at bit.ly/3abcdef")]
    [InlineData("Get it at www.bit.ly/3abcdef")]
    [InlineData("xbit.ly/a is none, bit.ly/a is one")]
    [InlineData("https://www.tinyurl.com/3abcdef")]
    [InlineData("(see https://bit.ly)")]
    [InlineData("https://t.co/a")]
    [InlineData("https://lnkd.in/a")]
    [InlineData("http://urlz.fr/a")]
    [InlineData("http://0xC0A80001/")]
    [InlineData("http://3232235521:8080/")]
    [InlineData("http://0300.0250.0.0x1/")]
    [InlineData("http://[2001:db8::1]:80/a")]
    [InlineData("http://bit\u3002ly/a")]
    // What closes the sentence around it is no part of it.
    [InlineData("Take “https://files.example/setup.exe”")]
    [InlineData("Take “https://files.example/setup.exe”, please.")]
    [InlineData("Prenez «https://files.example/setup.exe», puis relancez.")]
    [InlineData("Prenez « https://files.example/setup.exe »\u00a0; puis relancez.")]
    [InlineData("Prenez https://files.example/setup.exe; puis relancez.")]
    [InlineData("Prenez https://files.example/setup.exe;puis relancez.")]
    [InlineData("Take ‘https://files.example/setup.exe’.")]
    [InlineData("Take 'https://files.example/setup.exe'!")]
    [InlineData("(https://files.example/setup.exe)")]
    [InlineData("[setup](https://files.example/setup.exe)now")]
    [InlineData("It is here: https://files.example/setup.exe…")]
    [InlineData("It is here: https://files.example/setup.exe...")]
    [InlineData("**https://files.example/setup.exe**")]
    [InlineData("请下载https://files.example/setup.exe。谢谢")]
    [InlineData("请下载https://files.example/setup.exe，谢谢")]
    [InlineData("「https://files.example/setup.exe」")]
    [InlineData("https://files.example/setup.exe下载")]
    [InlineData("https://files.example/l’app/setup.exe")]
    [InlineData("https://files.example/setup%2Eexe")]
    [InlineData("https://files.example/setup.exe%20")]
    [InlineData("http://203.0.113.9，谢谢")]
    [InlineData("http://203.0.113.9！")]
    [InlineData("http://203.0.113.9…")]
    [InlineData("[http://203.0.113.9]")]
    public void A_link_nobody_can_see_beforehand_is_held(string text) => Assert.Contains(JudgedReasons.Link, Judged(text).Reasons);

    [Theory]
    [InlineData("You are an 𝒾𝒹𝒾ℴ𝓉.", "text_insulting")]
    [InlineData("You are an Idio™.", null)]
    public void A_letter_among_other_signs_is_read_and_a_sign_of_two_letters_is_none(string text, string? code) => Assert.Equal(code, Judged(text).Refusal?.Code);

    [Theory]
    [InlineData("https://shop.example/setup.exe.html")]
    [InlineData("https://shop.example/what-is-an.exe-file")]
    [InlineData("https://shop.example/.exemple, https://shop.example/?q=setup.exe")]
    [InlineData("https://shop.example/l’article”, https://shop.example/100%25")]
    public void A_page_about_programs_is_none(string text) => Assert.DoesNotContain(JudgedReasons.Link, Judged(text).Reasons);

    [Theory]
    [InlineData("Check out my channel and subscribe to my page http://spam.example")]
    [InlineData("Earn money from home! Click here https://spam.example/rich")]
    [InlineData("Gagnez de l'argent facile, cliquez ici https://spam.example")]
    [InlineData("buy buy buy buy buy buy buy buy buy buy buy buy")]
    public void Advertising_is_held(string text) => Assert.Contains(JudgedReasons.Spam, Judged(text).Reasons);

    [Theory]
    [InlineData("Click here: https://shop.example?size=42")]
    [InlineData("Click here (https://www.shop.example), it is theirs")]
    [InlineData("Click here: https://partner.example, it is theirs")]
    [InlineData("Click here: https://www.partner.example:8443/a")]
    [InlineData("Click here “https://partner.example” or «https://shop.example»")]
    [InlineData("Click here [https://partner.example] or {https://partner.example}, it is https://partner.example’s")]
    [InlineData("http://partner.example http://a.partner.example http://partner.example/b http://partner.example?c")]
    public void Links_to_the_shop_and_to_whom_it_allows_are_no_advertising(string text)
    {
        var site = Shop with { Id = Guid.CreateVersion7(), Judging = new(Allowed: "partner.example") };

        Assert.DoesNotContain(JudgedReasons.Spam, Judged(text, site).Reasons);
        Assert.Contains(JudgedReasons.Spam, Judged(text.Replace("partner.", "stranger.", StringComparison.Ordinal).Replace("shop.", "stranger.", StringComparison.Ordinal), site).Reasons);
    }

    [Theory]
    [InlineData("https://www.xn--clair-fsa.example/produit?id=7")]
    [InlineData("https://xn--pypal-4ve.example/login")]
    [InlineData("https://shop.example/firmware/update.exe")]
    public void Links_to_the_shop_s_own_pages_pass_whatever_its_name_and_what_they_lead_to(string text)
    {
        var site = Shop with { Id = Guid.CreateVersion7(), Origins = "https://xn--clair-fsa.example https://xn--pypal-4ve.example https://shop.example" };

        Assert.True(Judged(text, site) is { Refusal: null, IsHeld: false });
        var foreign = Judged(text, site with { Id = Guid.CreateVersion7(), Origins = "https://other.example" });
        Assert.True(foreign is { Refusal: not null } or { IsHeld: true });
    }

    [Fact]
    public void Phrases_are_looked_for_however_long_and_a_star_counts_at_their_end()
    {
        var site = Shop with { Id = Guid.CreateVersion7(), Judging = new(Refused: "the quick brown fox jumps over the lazy dog\nblue wombat*") };

        Assert.Equal(Refusals.TextInsulting, Judged("So the quick brown fox jumps over the lazy dog.", site).Refusal);
        Assert.Equal(Refusals.TextInsulting, Judged("Blue wombats!", site).Refusal);
        Assert.Equal(Refusals.TextInsulting, Judged("bluewombats", site).Refusal);
        Assert.Null(Judged("The quick brown fox jumps over the lazy cat. A blue womb.", site).Refusal);
        Assert.True(Judges.MayLookFor("a*b") && Judges.MayLookFor(string.Join(' ', Enumerable.Repeat("so", 20))));
        Assert.True(Judges.MayLookFor("buy fo*"));
        Assert.False(Judges.MayLookFor("buy f*"));
        Assert.False(Judges.MayLookFor("f*") || Judges.MayLookFor("***") || Judges.MayLookFor(string.Join(' ', Enumerable.Repeat("so", 21))));
    }

    [Fact]
    public void A_flag_is_no_word_and_letters_of_flags_in_a_row_are()
    {
        using var read = new ReadText("go \U0001F1EB\U0001F1F7! \U0001F1E8\U0001F1F4\U0001F1F3");

        Assert.Equal(["go", "con"], Enumerable.Range(0, read.Count).Select(word => read[word].ToString()));
    }

    [Fact]
    public void A_site_refuses_holds_and_allows_by_its_own_words()
    {
        var site = Shop with { Id = Guid.CreateVersion7(), Judging = new(Refused: "zorglub*", Held: "wombat trade\nrabais", Allowed: "pussy bow\n09 69 36 36 36\nshop.example") };

        Assert.Equal(Refusals.TextInsulting, Judged("He likes Zorglübs", site).Refusal);
        Assert.Contains(JudgedReasons.SiteWord, Judged("the W0MBAT trade", site).Reasons);
        Assert.False(Judged("Do you have the pussy bow blouse?", site).IsHeld);
        Assert.False(Judged("Call our service: 0969363636", site).Masked.IsChanged);
        // Changed meanwhile.
        Assert.Null(Judged("He likes Zorglübs", site with { Judging = new() }).Refusal);
    }

    [Fact]
    public void An_allowed_host_allows_what_stands_below_it_and_no_entry_allows_what_only_ends_like_it()
    {
        var site = Shop with { Id = Guid.CreateVersion7(), Judging = new(Allowed: "parts.example\n@maker.example\n5678\nmiller") };

        Assert.False(Judged("https://files.parts.example/setup.exe", site).IsHeld);
        Assert.False(Judged("https://www.parts.example/setup.exe", site with { Id = Guid.CreateVersion7(), Judging = new(Allowed: "www.parts.example") }).IsHeld);
        Assert.False(Judged("https://files.parts.example/setup.exe", site with { Id = Guid.CreateVersion7(), Judging = new(Allowed: "WWW.parts.example") }).IsHeld);
        Assert.True(Judged("https://spareparts.example/setup.exe", site).IsHeld);
        Assert.False(Judged("Write to service@maker.example", site).Masked.IsChanged);
        Assert.True(Judged("Write to jane@parts.example", site).Masked.IsChanged);
        Assert.True(Judged("Call me on 0612345678", site).Masked.IsChanged);
        Assert.True(Judged("My name is Jane Miller", site).Masked.IsChanged);
    }

    [Fact]
    public void Letters_apart_are_no_small_words_of_a_language_and_no_word_over_and_over()
    {
        Assert.Equal("en", Judged("You are a c l o d").Language);
        Assert.DoesNotContain(JudgedReasons.Spam, Judged("k k k k k k k k k k k k k").Reasons);
    }

    [Fact]
    public void Which_number_it_is_says_nothing()
    {
        var one = Judged("Does the part fit model 455?");

        Assert.Equal(one.Score, Judged("Does the part fit model 5417?").Score);
        Assert.Equal(one.Score, Judged("Does the part fit model 80085?").Score);
    }

    [Fact]
    public void A_site_is_as_strict_as_it_says()
    {
        const string text = "shut up already, nobody wants to read your rubbish";
        var lax = Judged(text, Shop with { Id = Guid.CreateVersion7(), Judging = new(English: 100) });
        var strict = Judged(text, Shop with { Id = Guid.CreateVersion7(), Judging = new(English: 1) });

        Assert.DoesNotContain(JudgedReasons.Toxic, lax.Reasons);
        Assert.Contains(JudgedReasons.Toxic, strict.Reasons);
    }

    [Fact]
    public void In_each_of_its_languages_by_itself()
    {
        const string text = "tais-toi donc, personne ne veut lire tes bêtises";

        Assert.DoesNotContain(JudgedReasons.Toxic, Judged(text, Shop with { Id = Guid.CreateVersion7(), Judging = new(English: 1, French: 100) }).Reasons);
        Assert.Contains(JudgedReasons.Toxic, Judged(text, Shop with { Id = Guid.CreateVersion7(), Judging = new(English: 100, French: 1) }).Reasons);
    }

    [Fact]
    public void The_fewer_words_the_surer_the_model_must_be_where_no_list_says_anything()
    {
        var (three, many) = (Judged("where is it"), Judged("where is the parcel that was to come this morning and that nobody at the desk has seen so far"));

        Assert.True(three.Threshold > many.Threshold + 0.05f, $"{three.Threshold} {many.Threshold}");
    }

    [Theory]
    [InlineData("You are 1 2 3 4 a b c d e f ")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("@@@@ dot . at dot ")]
    [InlineData("0 1 2 3 4 5 6 7 8 9 ")]
    [InlineData("you are women hate ")]
    [InlineData("http://a.b/ ")]
    [InlineData("fr76 1234 ")]
    [InlineData("f u c a b c ")]
    [InlineData("4 1,1/1_1\n")]
    [InlineData("fr76/3000_6000/")]
    [InlineData("commande du 12 mars, ")]
    [InlineData("a@orange. ")]
    [InlineData("ip:2001:")]
    [InlineData("12 de la rue ")]
    [InlineData("⓪⑥ ①②")]
    [InlineData("\U0001F1E8\U0001F1F4\U0001F1F3")]
    [InlineData("http://пример.")]
    [InlineData("a1-")]
    [InlineData("FR 76 30")]
    public void Twice_the_text_costs_no_more_than_twice(string piece)
    {
        var (half, whole) = (Steps(piece, 1_000), Steps(piece, 2_000));

        Assert.InRange(half, 1_000, 400_000);
        Assert.True(whole <= (2.2 * half) + 1_000, $"{half} steps for half of it, {whole} for all of it");
    }

    private static int Steps(string piece, int length)
    {
        var steps = 0;
        Judges.Look(Shop, string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length], ref steps);
        return steps;
    }

    private static Judgement Judged(string text, Site? site = null) => new Judges().Look(site ?? Shop, text);
}
