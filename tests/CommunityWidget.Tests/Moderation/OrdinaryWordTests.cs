using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

using Judges = CommunityWidget.Moderation.Judging.Judges;

/// <summary>Ordinary sentences with short forms, strainers and addresses of machines in them: nobody is refused for one.</summary>
public sealed class OrdinaryWordTests
{
    private static readonly Site Shop = new() { Id = Guid.CreateVersion7(), Languages = "en fr", Origins = "https://shop.example" };

    private static readonly Site French = new() { Id = Guid.CreateVersion7(), Languages = "fr en", Origins = "https://shop.example" };

    [Theory]
    [InlineData("Bonjour, vous avez le Corsair 4000D TG ? Vous livrez en Belgique ?"), InlineData("Je prends la version TG alors"), InlineData("Do you have the Define R5 TG? Oh and is it quiet?")]
    [InlineData("Oméga 3 forme TG, mais en gélules ?"), InlineData("TG"), InlineData("Ça fait de gros FDP"), InlineData("trop gros les fdp"), InlineData("Vous les fdp c'est combien"), InlineData("Est-ce que t'es fdp inclus")]
    [InlineData("Le chinois est sale. Chinois ou passoire ?"), InlineData("Summer sale chinois inox"), InlineData("On sale: chinois 20 cm"), InlineData("Flash sale! Chinois ou passoire"), InlineData("Un article sale, chinois, mal fini")]
    [InlineData("Sale! Chinois 20 cm"), InlineData("En sale : chinois"), InlineData("On sale: chinois!"), InlineData("Sale, chinois !"), InlineData("Il rentre un sale chinois dans l'évier"), InlineData("La ferme. Un sale chinois à laver"), InlineData("sale chinois ?"), InlineData("Sale chinois inox 20 cm"), InlineData("Sale chinois. Comment le nettoyer ?"), InlineData("Quel sale chinois ?"), InlineData("Sale chinois. Va bien au four"), InlineData("Quel sale chinois choisir")]
    [InlineData(@"http:\\shop.example\lamp"), InlineData(@"https:\/\/shop.example\/lamp"), InlineData("Firmware 3.0.0.4/EU"), InlineData("192.168.1.1/admin"), InlineData("10.0.0.1/admin, 172.16.0.1/admin")]
    public void They_pass(string text)
    {
        foreach (var site in new[] { Shop, French })
        {
            var judged = new Judges().Look(site, text);
            Assert.True(judged is { Refusal: null, IsHeld: false }, $"{judged.Refusal?.Code} {string.Join(' ', judged.Reasons)} {judged.Score}");
        }
    }

    [Theory]
    [InlineData(@"J'ai tapé http:\\192.168.1.1"), InlineData(@"https:\\evil.example\a.exe"), InlineData(@"http:\evil.example\a.exe"), InlineData("Download for Windows: 82.64.12.17/setup.exe")]
    public void A_link_typed_with_backslashes_or_behind_a_version_is_a_link_like_others(string text)
    {
        var judged = new Judges().Look(Shop, text);
        Assert.Null(judged.Refusal);
        Assert.Equal(JudgedReasons.Link, Assert.Single(judged.Reasons));
    }

    [Fact]
    public void A_short_form_in_capitals_is_held_at_most() => Assert.Null(new Judges().Look(French, "FDP").Refusal);

    [Theory]
    [InlineData("tg"), InlineData("Tg"), InlineData("Tg toi"), InlineData("Fdp"), InlineData("tg connard"), InlineData("Bonjour. tg toi"), InlineData("vous êtes des fdp"), InlineData("t'es un sale chinois"), InlineData("espèce de sale chinois")]
    [InlineData("Sale chinois !"), InlineData("sale chinois"), InlineData("Bonjour. Sales chinois !"), InlineData("Dégage sale chinois"), InlineData("dégage, sale chinois"), InlineData("sale chinois, rentre chez toi"), InlineData("Rentre chez toi sale chinois"), InlineData("ferme-la sale chinois"), InlineData("Sale chinois dégage")]
    [InlineData("S@le chinois !"), InlineData("saaale chinois"), InlineData("Quel sale chinois !"), InlineData("Sale chinois de merde !"), InlineData("Va-t'en sale chinois"), InlineData("Sale chinois. Dégage !")]
    [InlineData("Sale chinois. Va-t'en"), InlineData("Sale chinois. Rends-moi mon argent"), InlineData("Sale chinois, allez-vous-en"), InlineData("Sales chinois. Rendez-nous l'argent")]
    public void What_is_said_to_somebody_is_refused(string text) => Assert.Equal(Refusals.TextInsulting, new Judges().Look(French, text).Refusal);

    [Theory]
    [InlineData("31 Rue Cambon Eau de Parfum"), InlineData("24 Faubourg Eau de Parfum"), InlineData("LEGO Harry Potter 4 Privet Drive 75968"), InlineData("Mug Sherlock 221B Baker Street")]
    [InlineData("Parfum 5th Avenue 125 ml"), InlineData("Lampe Route 66"), InlineData("Bougie 34 boulevard Saint-Germain")]
    public void A_product_called_after_an_address_keeps_its_name(string name) => Assert.Equal(name, JudgeContext.Public(Shop, new("lamp", name))?.Name);

    [Theory]
    [InlineData("Engraved: Mme Dupont, 221B Baker Street"), InlineData("Plaque 12 rue des Lilas, 75002 Paris")]
    public void Where_somebody_lives_is_masked(string name) => Assert.DoesNotContain("12 rue", JudgeContext.Public(Shop, new("lamp", name))!.Name!.Replace("221B Baker", "12 rue", StringComparison.Ordinal));
}
