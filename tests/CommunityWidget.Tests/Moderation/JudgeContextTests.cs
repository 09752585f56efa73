using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What a shop's page, or anybody in its place, says of where a question was asked and about which product.</summary>
public sealed class JudgeContextTests
{
    private static readonly Site Shop = new() { Languages = "en fr", Origins = "https://shop.example" };

    [Theory]
    [InlineData("Lamp Aurora – Shop", "Lamp Aurora – Shop")]
    [InlineData("UPS BX1500M 750-1500 VA", "UPS BX1500M 750-1500 VA")]
    [InlineData("Order 104233 – jane@mail.example", "Order [order number] – [e-mail]")]
    [InlineData("You are an idiot", null)]
    public void A_volunteer_sees_a_page_s_title_as_they_would_see_a_message(string title, string? shown)
    {
        var masked = JudgeContext.ForVolunteers(Shop, "en", new("https://shop.example/p", title), null);
        Assert.Equal(shown, masked is null ? title : masked.Page!.Title);
    }

    [Theory]
    [InlineData("https://shop.example/p/4006381333931/lamp-aurora-750", true)]
    [InlineData("https://shop.example/produits/lampe-06-12-34-56-78", true)]
    [InlineData("https://shop.example/account/orders/104233", false)]
    [InlineData("https://shop.example/hello/jane%40mail.example", false)]
    [InlineData("https://shop.example/checkout/order-received/12345/?key=wc_order_abc", false)]
    [InlineData("https://shop.example/commande/confirmation/7839201", false)]
    [InlineData("https://shop.example/order-confirmation/7839201", false)]
    [InlineData("https://shop.example/orders/view/CMD-12345", false)]
    [InlineData("https://shop.example/thanks?order_id=7839201", false)]
    [InlineData("https://shop.example/fr/mon-compte/r%C3%A9servation/voir/2024-118", false)]
    [InlineData("https://shop.example/order-confirmation/thanks", true)]
    [InlineData("https://shop.example/pre-order/lamp-aurora-2024", true)]
    [InlineData("https://shop.example/borders/stone-104233", true)]
    [InlineData("https://shop.example/case/pixel-104233", true)]
    public void An_address_with_personal_data_in_it_is_the_shop_s_own_without_the_rest(string url, bool whole)
    {
        var masked = JudgeContext.ForVolunteers(Shop, "en", new(url, null), new("1", "Lamp", url));
        Assert.Equal(whole ? url : "https://shop.example/", masked is null ? url : masked.Page!.Url);
        Assert.Equal(whole, masked is null);
    }

    [Theory]
    [InlineData("gid://shopify/Product/632910392", true)]
    [InlineData("4006381333931", true)]
    [InlineData("0612345678", true)]
    [InlineData("jane@mail.example", false)]
    [InlineData("Order 104233", false)]
    [InlineData("+33 6 12 34 56 78", false)]
    [InlineData("You are an idiot", false)]
    public void A_product_s_id_that_names_somebody_is_not_shown_to_a_volunteer(string id, bool shown) =>
        Assert.Equal((shown ? id : null, "Lamp"), JudgeContext.ForVolunteers(Shop, "en", null, new(id, "Lamp")) is { Product: var masked } ? (masked?.Id, masked?.Name) : (id, "Lamp"));

    [Theory]
    [InlineData("lamp", "Lamp Aurora 3000 K 1500 lm", true)]
    [InlineData("BX1500M", "APC UPS BX1500M 1500VA / 900W", true)]
    [InlineData("0612345678", "Bosch 0601992200 drill", true)]
    [InlineData("978-2-07-036822-8", "Le Petit Prince 978-2-07-036822-8", true)]
    [InlineData("10234567", "TP-Link router 192.168.1.1", true)]
    [InlineData("lamp", "Call +33 6 12 34 56 78", false)]
    [InlineData("lamp", "Call 06 12 34 56 78", false)]
    [InlineData("lamp", "Write to jane@mail.example", false)]
    [InlineData("lamp", "For you idiot", false)]
    [InlineData("lamp", "415-555-2671", false)]
    [InlineData("jane@mail.example", "Lamp", false)]
    public void A_product_whose_name_is_nothing_to_be_published_is_left_out(string id, string name, bool named) =>
        Assert.Equal(named ? name : null, JudgeContext.Public(Shop, new(id, name))?.Name);

    [Fact]
    public void Whose_it_is_and_where_they_live_is_masked_in_its_name()
    {
        var name = JudgeContext.Public(Shop, new("lamp", "Engraved: Mme Dupont, 221B Baker Street, London NW1 6XE"))!.Name!;

        Assert.All(["Dupont", "221B", "Baker", "NW1"], said => Assert.DoesNotContain(said, name));
        Assert.StartsWith("Engraved: ", name);
    }

    [Theory]
    [InlineData("https://shop.example/lamp", "https://shop.example/lamp")]
    [InlineData("https://evil.example/lamp", null)]
    [InlineData("https://shop.example.evil.example/lamp", null)]
    [InlineData(null, null)]
    public void A_public_page_leads_to_the_shop_only(string? url, string? kept) => Assert.Equal(kept, JudgeContext.Public(Shop, new("lamp", "Lamp", url))!.Url);

    [Theory]
    [InlineData("lamp", "Lamp \u202Earorua", "lamp", "Lamp arorua")]
    [InlineData("lamp", "\u202E", "lamp", null)]
    [InlineData("l\u202Eamp", "Lamp", null, null)]
    [InlineData("", "Lamp", null, "Lamp")]
    [InlineData("\u200B", "\u200B", null, null)]
    public void A_product_on_a_public_page_shows_what_it_is_called(string id, string name, string? shownId, string? shownName) =>
        Assert.Equal((shownId, shownName), JudgeContext.Public(Shop, new(id, name)) is var shown ? (shown?.Id, shown?.Name) : default);

    [Fact]
    public async Task What_goes_through_unread_says_nothing_of_a_product_somebody_invented()
    {
        await using var world = await TestWorld.Start();
        await world.Set(site => site with { ReviewPolicy = ReviewPolicies.Doubtful });

        var page = await Asked(world, new("lamp", "Call +33 6 12 34 56 78", "https://evil.example/"));

        Assert.Equal((Publications.Published, null, null, null), (page.State, page.ProductId, page.ProductName, page.ProductUrl));
    }

    [Fact]
    public async Task A_moderator_leaves_the_product_out_and_it_stays_out()
    {
        await using var world = await TestWorld.Start();
        var draft = await Asked(world, new("lamp", "Lamp that burns"));
        Assert.Equal("Lamp that burns", draft.ProductName);
        var nour = await world.Join(roles: Roles.Moderator);

        Assert.NotNull((await world.Get<EditEdition>().Run(nour, draft.PublicId, new("Which size?", "Which size fits?", new Dictionary<long, string?> { [1] = "Size 42 fits." }, 1, 0, WithProduct: false))).Value);
        var page = (await world.Get<ReviewThread>().Publish(nour, draft.PublicId, title: null)).Value!;

        Assert.Equal((Publications.Published, null, null), (page.State, page.ProductId, page.ProductName));
    }

    private static async Task<Edition> Asked(TestWorld world, ProductContext product)
    {
        var maya = await world.Join();
        var (_, thread) = await world.Rated(maya with { Site = world.Here }, product: product);
        return await world.Edition(thread);
    }
}
