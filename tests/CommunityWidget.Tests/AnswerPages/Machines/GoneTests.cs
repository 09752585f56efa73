using System.Net;
using System.Text;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>
/// A word nobody else says, in pages that were read everywhere on two nodes and then went out of sight, each in its own way: a minute later it is in no
/// page, list, feed, sitemap, search, related list, suggestion or picture, nor in anything either node keeps.
/// </summary>
[Collection(nameof(TwoNodes))]
public sealed class GoneTests(TwoNodes nodes)
{
    private const string Canary = "quetzalcoatlus";

    private static readonly string[] Ways = ["pending", "rejected", "withdrawn", "reported", "erased"];

    [Fact]
    public async Task What_went_out_of_sight_is_in_nothing_anybody_can_ask_either_node_for()
    {
        var shop = await nodes.Here.Open();
        var stays = await nodes.Publish(shop, "Where is the feeding bowl of the garden bird?", "Where is the feeding bowl?", ["It hangs below the roof, where cats do not reach it, and where it stays dry."], Kitchen);
        var pages = new Dictionary<string, Edition>();
        foreach (var way in Ways)
            pages[way] = await nodes.Publish(shop, $"Where is the feeding bowl of the {Canary} bird, {way}?", $"Where is the {Canary} bowl that is {way}?", [$"The {Canary} carries its {way} bowl below its wing, so that nobody else eats from it."], Kitchen);
        foreach (var node in Both) await node.Get<RelatedPages>().Run();
        var (lists, own) = (Lists(shop, stays, await Author(pages["erased"])), Ways.SelectMany(way => Own(shop, pages[way])).ToList());
        var before = await Read(shop, [.. lists, .. own]);
        // Else it would prove nothing that they say nothing of it.
        foreach (var list in lists) Assert.All(before.Where(one => one.Address == list), one => Assert.True(one.Text.Contains(Canary, StringComparison.Ordinal), $"{list} never told of it"));

        var draft = await Leave(shop, pages);
        nodes.Clock.Advance(TimeSpan.FromSeconds(30));

        foreach (var one in await Read(shop, [.. lists, .. own, .. Own(shop, draft)]))
            Assert.False(one.Text.Contains(Canary, StringComparison.OrdinalIgnoreCase), $"{one.Address} of {one.Node} tells of it: {one.Status}\n{one.Text}");
        foreach (var (way, page) in pages)
            foreach (var node in Both)
                foreach (var address in new[] { page.Path(shop.Site.Slug), $"{Home(shop)}/{page.PublicId}/picture.png", $"{Home(shop)}/{page.PublicId}/feed.atom" })
                    Assert.Equal((way, way is "withdrawn" or "erased" or "rejected" ? HttpStatusCode.Gone : HttpStatusCode.NotFound), (way, (await TwoNodes.Read(node, address)).StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await TwoNodes.Read(nodes.There, stays.Path(shop.Site.Slug))).StatusCode);
    }

    [Fact]
    public async Task Who_has_no_more_than_a_date_is_sent_what_is_left()
    {
        var shop = await nodes.Here.Open();
        var goes = await nodes.Publish(shop, $"Where does the {Canary} sleep?", $"Where does the {Canary} sleep at night?", ["Below the roof of the shed, where cats do not reach it, and where it stays dry."], Kitchen);
        var stays = await nodes.Publish(shop, $"Where does the {Canary}'s neighbour sleep?", "Where does the neighbour sleep at night?", ["Below the roof of the house, where cats do not reach it, and where it stays dry."], Kitchen);
        await nodes.Here.Write(tx => tx.Execute("insert into related_pages (page, other, likeness) values (@Page, @Other, 1) on conflict do nothing", new { Page = stays.Id, Other = goes.Id }));
        string[] addresses = [$"{Home(shop)}/sitemap-1.xml", stays.Path(shop.Site.Slug)];
        var dates = new List<string>();
        foreach (var address in addresses)
        {
            var answer = await TwoNodes.Read(nodes.Here, address);
            Assert.Contains(goes.PublicId, await answer.Content.ReadAsStringAsync());
            dates.Add(answer.Content.Headers.LastModified!.Value.ToString("R"));
        }

        await nodes.Here.Write(tx => nodes.Here.Get<EditionStore>().Withdraw(tx, goes.Thread, nodes.Clock.NowMs));

        foreach (var (address, date) in addresses.Zip(dates))
        {
            var answer = await TwoNodes.Read(nodes.Here, address, ("If-Modified-Since", date));
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            Assert.DoesNotContain(goes.PublicId, await answer.Content.ReadAsStringAsync());
        }
    }

    private RunningApp[] Both => [nodes.Here, nodes.There];

    private static Edition Kitchen(Edition page) => page with { Topic = "coffee", ProductId = "bowl", ProductName = "Bowl" };

    private static string Home(Shop shop) => $"/answers/{shop.Site.Slug}";

    private static List<string> Lists(Shop shop, Edition stays, Guid author) =>
    [
        Home(shop), $"{Home(shop)}?lang=fr", $"{Home(shop)}/topics/coffee", $"{Home(shop)}/products/bowl", $"{Home(shop)}/people/{author:N}", $"{Home(shop)}/search?q=feeding+bowl+bird",
        stays.Path(shop.Site.Slug), $"{Home(shop)}/feed.atom", $"{Home(shop)}/topics/coffee/feed.atom", $"{Home(shop)}/sitemap-1.xml", $"/api/answers?site={shop.Site.Key}&product=bowl", "/api/suggestions",
    ];

    private static IEnumerable<string> Own(Shop shop, Edition page) =>
    [
        $"{Home(shop)}/{page.PublicId}", page.Path(shop.Site.Slug), $"{Home(shop)}/{page.PublicId}/any-title", $"{Home(shop)}/{page.PublicId}/feed.atom", $"{Home(shop)}/{page.PublicId}/picture.png",
        $"{Home(shop)}/add/{page.PublicId}", $"{Home(shop)}/ask?about={page.PublicId}", $"{Home(shop)}/told/helped/{page.PublicId}",
    ];

    private async Task<Guid> Author(Edition page) => (await nodes.Here.Get<EditionStore>().Answers(page.Id)).Single().Member!.Value;

    // What each use case needs of the record is put there: the pages came without a talk.
    private async Task<Edition> Leave(Shop shop, Dictionary<string, Edition> pages)
    {
        var admin = new MemberCaller(shop.Site, await shop.Add(Roles.Admin));
        var (store, review) = (nodes.Here.Get<EditionStore>(), nodes.Here.Get<ReviewThread>());
        await Recorded(shop, Publications.Published);
        Assert.Null((await review.Withdraw(admin, pages["withdrawn"].PublicId)).Refusal);
        await nodes.Here.Write(tx => store.Hide(tx, pages["reported"].Thread, nodes.Clock.NowMs));
        Assert.Null((await nodes.Here.Get<EraseVisitor>().Run(admin, (await nodes.Here.Get<ThreadStore>().Find(pages["erased"].Thread))!.Visitor)).Refusal);
        foreach (var way in new[] { "pending", "rejected" }) await nodes.Here.Write(async tx => Assert.True(await store.Move(tx, pages[way], Publications.Review, pages[way].Title, nodes.Clock.NowMs)));
        await Recorded(shop, Publications.Review, pages["rejected"].Thread);
        Assert.Null((await review.Reject(admin, pages["rejected"].PublicId)).Refusal);
        var draft = pages["pending"] with { Id = Guid.CreateVersion7(nodes.Clock.GetUtcNow()), PublicId = ThreadStore.NewPublicId(), State = Publications.Review };
        var drafted = await nodes.Publish(shop, $"What does the {Canary} drink?", "What does it drink?", ["Rain, as far as anybody knows, and the juice of what it has eaten before."], page => draft with { Thread = page.Thread });
        await nodes.Here.Write(async tx => Assert.True(await store.Move(tx, drafted, Publications.Review, drafted.Title, nodes.Clock.NowMs)));
        return drafted;
    }

    private Task Recorded(Shop shop, string publication, Guid? thread = null) => nodes.Here.Write(tx => tx.Execute(
        "update threads set state = 'closed', publication = @publication, consent_version = '2', consent_at = 1, closed_at = 1 where site = @Id and id = coalesce(@thread, id)", new { publication, shop.Site.Id, thread }));

    private async Task<List<(string Address, string Node, HttpStatusCode Status, string Text)>> Read(Shop shop, IReadOnlyList<string> addresses)
    {
        var read = new List<(string, string, HttpStatusCode, string)>();
        foreach (var node in Both)
        {
            foreach (var address in addresses)
            {
                if (address == "/api/suggestions")
                {
                    var offered = await new WebDoor(node.Address, new Dictionary<string, string> { ["X-Site"] = shop.Site.Key }).Post<Suggestions>(address, new { text = "Where is the feeding bowl of the bird that is withdrawn?", language = "en" });
                    read.Add((address, Name(node), HttpStatusCode.OK, string.Join('\n', offered.Value!.Pages)));
                    continue;
                }
                var answer = await TwoNodes.Read(node, address);
                read.Add((address, Name(node), answer.StatusCode, answer.Headers.Location?.OriginalString + Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync())));
            }
        }
        return read;

        string Name(RunningApp node) => node == nodes.Here ? "the node it was done on" : "the other node";
    }
}
