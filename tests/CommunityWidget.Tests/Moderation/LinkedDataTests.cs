using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Tests.Moderation;

/// <summary>An address somebody pastes says what its shop knows of them.</summary>
public sealed class LinkedDataTests
{
    [Theory]
    [InlineData("Why? https://shop.example/unsubscribe?email=jane.doe%40mail.example", "Why? https://shop.example/unsubscribe?[e-mail]")]
    [InlineData("https://shop.example/a?to=jane%2540mail.example and so on", "https://shop.example/a?[e-mail] and so on")]
    [InlineData("https://shop.example/jane%40mail%2Eexample/é%C3%A9", "https:[e-mail]/é%C3%A9")]
    [InlineData("mailto:jane%40mail.example", "mailto:[e-mail]")]
    [InlineData("https://shop.example/my-account/view-order/104233", "https://shop.example/my-account/view-order/[order number]")]
    [InlineData("(https://shop.example/orders/100234567).", "(https://shop.example/orders/[order number]).")]
    [InlineData("www.shop.example/orders/100234567/items/1234, please", "www.shop.example/orders/[order number]/items/[order number], please")]
    [InlineData("shop.example/commande/CMD-12345", "shop.example/commande/[order number]")]
    [InlineData("shop.example:8080/orders/104233, lien:shop.example/orders/104234", "shop.example:8080/orders/[order number], lien:shop.example/orders/[order number]")]
    [InlineData("https://shop.example/?ref=order_104233", "https://shop.example/?ref=order_[order number]")]
    [InlineData("https://shop.example/login?next=https%3A%2F%2Fshop.example%2Forders%2F104233", "https://shop.example/login?next=https%3A%2F%2Fshop.example%2Forders%2F[order number]")]
    [InlineData("https://shop.example/#/orders/104233", "https://shop.example/#/orders/[order number]")]
    [InlineData("https://shop.example/my-account/104233?tracking-number=20412345&invoice_id=9912", "https://shop.example/my-account/[order number]?tracking-number=[order number]&invoice_id=[order number]")]
    [InlineData("https://shop.example/ma-commande/104233, https://shop.example/suivi-de-commande/104234", "https://shop.example/ma-commande/[order number], https://shop.example/suivi-de-commande/[order number]")]
    [InlineData("https://shop.example/show?page=orders&id=104233", "https://shop.example/show?page=orders&id=[order number]")]
    [InlineData("It leads to /orders/100234567 here", "It leads to /orders/[order number] here")]
    [InlineData("?order_id=100234567", "?order_id=[order number]")]
    [InlineData("https://shop.example/thanks?order_id=100234567&lang=fr", "https://shop.example/thanks?order_id=[order number]&lang=fr")]
    [InlineData("https://shop.example?order%5Fid=100234567", "https://shop.example?order%5Fid=[order number]")]
    [InlineData("https://parcels.example/tracking/1Z999AA10123456784", "https://parcels.example/tracking/[order number]")]
    [InlineData("https://parcels.example/where/1Z999AA10123456784", "https://parcels.example/where/[order number]")]
    [InlineData("https://parcels.example/suivi/6A12345678901", "https://parcels.example/suivi/[order number]")]
    [InlineData("wa.me/33612345678 or https://wa.me/+33612345678?text=hi", "wa.me/[phone] or https://wa.me/[phone]?text=hi")]
    [InlineData("tel:+33612345678, tel:%2B33612345678", "[phone], [phone]")]
    [InlineData("https://shop.example/call?p=%2B33612345678", "https://shop.example/call?p=[phone]")]
    [InlineData("https://shop.example/me?name=Jane%20Miller", "https://shop.example/me?name=[name]")]
    public void What_it_says_of_somebody_is_hidden(string text, string masked)
    {
        Assert.Equal(masked, PersonalDataMasker.Mask(text, "en").Text);
        Assert.Equal(masked, PersonalDataMasker.Mask(masked, "en").Text);
    }

    [Theory]
    [InlineData("See http://parts.example/?keywords=broan+97007894 for it.")]
    [InlineData("On ?q=DU1015XTXS I selected DU1015XTXS0.")]
    [InlineData("https://shop.example/p/4006381333931/lamp-aurora-750")]
    [InlineData("https://shop.example/pre-order/lamp-aurora-2024?size=42%20cm")]
    [InlineData("https://shop.example/lamp%C3%A9%20aurora%3F50%25%zz%E9, 100% cotton%20")]
    [InlineData("https://shop.example/track-lighting/led-2024 or https://shop.example/account-book/2024-planner")]
    [InlineData("https://shop.example/gp/customer-reviews/R12345678, https://shop.example/return-vents/4500")]
    [InlineData("https://shop.example/shop/?orderby=price&min_price=1000, https://shop.example/c?dir=asc&order=price&price=1000-2000")]
    [InlineData("https://shop.example/carte-de-commande-lave-linge-et-seche-linge-de-marque/p/481010560637")]
    [InlineData("https://www.engine.example/search?client=safari&q=bosch+wat28461, https://shop.example/help/returns/articles/360012345")]
    [InlineData("https://shop.example/order-confirmation/thanks and/or 12/2024")]
    [InlineData("The GSS25/1Z999AA10123456784X, 1/2 and 3.5/1500 fit the order.")]
    public void What_it_says_of_goods_stays(string text) => Assert.Equal(text, PersonalDataMasker.Mask(text, "en").Text);

    [Fact]
    public void However_often_something_is_escaped_it_costs_little()
    {
        var steps = 0;
        foreach (var text in new[] { string.Concat(Enumerable.Repeat("%25", 1_300)), "https://shop.example/" + string.Concat(Enumerable.Repeat("order/1234/", 350)), string.Concat(Enumerable.Repeat("/%40.a?", 570)) })
        {
            var before = steps;
            PersonalDataMasker.Mask(text, "en", null, ref steps);
            Assert.InRange(steps - before, 1, text.Length * 60);
        }
    }
}
