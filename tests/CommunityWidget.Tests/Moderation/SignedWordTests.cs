using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

using Judges = CommunityWidget.Moderation.Judging.Judges;

/// <summary>Insults with a sign for a letter, and those of which only the first letters are written.</summary>
public sealed class SignedWordTests
{
    private static readonly Site Shop = new() { Id = Guid.CreateVersion7(), Languages = "en fr", Origins = "https://shop.example" };

    [Theory]
    [InlineData("tu es un enc*lé"), InlineData("fils de p*te"), InlineData("c*nnard"), InlineData("s@l*pe"), InlineData("va te faire enc*ler"), InlineData("ferme ta gu*ule"), InlineData("quel sal*pe ce vendeur")]
    [InlineData("enc.ulé"), InlineData("enc-ulé"), InlineData("conn*rd"), InlineData("con.nard"), InlineData("con-nard"), InlineData("r*tard"), InlineData("f*ggot"), InlineData("quel **con*ard**, l'enc*lé !")]
    [InlineData("t es qu un fdp"), InlineData("t'es qu'un fdp"), InlineData("fdp"), InlineData("fdp !"), InlineData("espèce de fdp"), InlineData("tg"), InlineData("toi tg"), InlineData("vtff"), InlineData("boloss"), InlineData("t'es qu'un sale chinois")]
    public void They_are_refused(string text) => Assert.Equal(Refusals.TextInsulting, new Judges().Look(Shop, text).Refusal);

    [Theory]
    [InlineData("5*5 cm et 2*4, ou 10*20*30 ?")]
    [InlineData("Le TG 500 est-il compatible ? Il pèse 2 tg de moins.")]
    [InlineData("Les fdp sont à combien pour la Belgique ?")]
    [InlineData("Un sac sous-vide, con-forme à la norme, peut-il aller au micro-ondes ?")]
    [InlineData("Write to jane@con-nard.example or see pu.te.example")]
    [InlineData("Is it the same as E*Trade or M*A*S*H?")]
    [InlineData("Est-ce con.Nard est le vendeur, dit-on. Le p-e-t-i-t modèle ?")]
    [InlineData("The chinois is for sale. For sale chinois strainer, new.")]
    public void What_only_looks_like_one_passes(string text)
    {
        var judged = new Judges().Look(Shop, text);
        Assert.Null(judged.Refusal);
        Assert.DoesNotContain(judged.Reasons, reason => reason is JudgedReasons.Insult or JudgedReasons.Hate);
    }

    [Fact]
    public void What_a_site_allows_it_allows_with_a_sign_too() =>
        Assert.Null(new Judges().Look(Shop with { Id = Guid.CreateVersion7(), Judging = new(Allowed: "connard") }, "c*nnard").Refusal);

    [Theory]
    [InlineData("www.evil.example/setup.exe", "link")]
    [InlineData("Take (evil.example/a.exe), please", "link")]
    [InlineData("lien:evil.example/a.exe", "link")]
    [InlineData("82.64.12.17/login.php", "link")]
    [InlineData("раураl.com", "link_not_safe")]
    [InlineData("See www.xn--pypal-4ve.com.", "link_not_safe")]
    [InlineData(@"https:\\evil.example\a.exe", "link")]
    [InlineData(@"https:/\evil.example/a.exe", "link")]
    public void A_dangerous_link_needs_no_scheme(string text, string why)
    {
        var judged = new Judges().Look(Shop, text);
        Assert.Equal(why, judged.Refusal?.Code ?? Assert.Single(judged.Reasons));
    }

    [Theory]
    [InlineData("The router is at 192.168.1.1 or 1.2.3/4")]
    [InlineData("A resistor of 10kΩ.It is fine, and 5µF.In stock")]
    [InlineData("setup.exe does not start, see README.txt/setup")]
    [InlineData("shop.example/firmware/update.exe")]
    [InlineData("See maker.example/manual.pdf, or maker.example.")]
    [InlineData(@"C:\\Program Files\\x.exe")]
    [InlineData("Voir пример.рф et παράδειγμα.com")]
    public void A_plain_one_passes(string text)
    {
        var judged = new Judges().Look(Shop, text);
        Assert.True(judged is { Refusal: null, IsHeld: false }, $"{judged.Refusal?.Code} {string.Join(' ', judged.Reasons)} {judged.Score}");
    }

    [Theory]
    [InlineData("1•2•3~4"), InlineData("1 . 2 . "), InlineData("3..40"), InlineData("tg tg"), InlineData(@"http:\\a\b "), InlineData("p*te c-n a.b "), InlineData("con-nard "), InlineData("06 12\n34 "), InlineData("06, 12 "), InlineData("a@\nb.c"), InlineData("order 1234 "), InlineData("evil.example/a.exe "), InlineData("1/85/05/"), InlineData("1..2--3 : ")]
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
}
