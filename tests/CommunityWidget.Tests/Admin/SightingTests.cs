using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using static System.Net.WebUtility;

namespace CommunityWidget.Tests.Admin;

public sealed class SightingTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    [Fact]
    public async Task The_tag_is_said_to_be_seen_where_it_is_and_not_before()
    {
        Assert.Contains("Not seen yet", await Seen());
        await Load(Mine.Origins);
        await Until(1);
        App.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Contains($"Seen on {Mine.Origins}, 2 min ago.", await Seen());
        Assert.DoesNotContain(Mine.Origins, await (await (await App.SignedIn(Theirs, await App.AddMember(Theirs, "eve", "admin"))).Get("/admin")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_origin_that_is_not_allowed_is_offered_to_be()
    {
        await Load("https://new.example");
        await Until(1);
        Assert.Contains("on an origin you have not allowed: https://new.example", await Seen());

        await Saved(await Admin.Press("/admin", "Allow"));

        Assert.Equal($"{Mine.Origins} https://new.example", (await Site()).Origins);
        Assert.Contains("Seen on https://new.example", await Seen());
    }

    [Fact]
    public async Task What_a_page_may_not_read_it_does_not_keep_until_it_may()
    {
        Assert.Equal("no-store", (await Load("https://new.example")).Headers.CacheControl!.ToString());
        Assert.Equal("public, max-age=300", (await Load(Mine.Origins)).Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task At_most_once_a_minute_is_anything_stored_and_only_an_origin()
    {
        await Load("https://new.example");
        await Until(1);
        var first = (await All())[0].At;
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        await App.Get<Sightings>().Saw(Mine, Request("https://new.example"));
        Assert.Equal(first, Assert.Single(await All()).At);
        App.Clock.Advance(TimeSpan.FromSeconds(31));
        await App.Get<Sightings>().Saw(Mine, Request("https://new.example/basket?email=zoe@people.example"));
        Assert.Equal((first + 61_000, "https://new.example"), ((await All())[0].At, (await All())[0].Origin));
    }

    [Fact]
    public async Task Whoever_makes_origins_up_leaves_a_handful_and_never_pushes_the_shop_s_own_out()
    {
        await App.Get<Sightings>().Saw(Mine, Request(Mine.Origins));
        for (var i = 0; i < 30; i++) await App.Get<Sightings>().Saw(Mine, Request($"https://made-up-{i}.example"));
        foreach (var nonsense in new[] { "javascript:alert(1)", "https://a b", "<script>", "https://x;y.example" }) await App.Get<Sightings>().Saw(Mine, Request(nonsense));

        var all = await All();
        Assert.Equal(Sightings.MostStrangers + 1, all.Count);
        Assert.Contains(all, seen => seen.Origin == Mine.Origins);
    }

    [Fact]
    public async Task A_file_opened_from_a_disk_is_explained()
    {
        await App.Get<Sightings>().Saw(Mine, Request("null"));

        Assert.Contains("a file opened from a disk", await Seen());
    }

    [Fact]
    public async Task Looking_on_is_not_written_down_each_time()
    {
        var db = App.Get<CommunityWidget.Database.Db>();
        await Admin.Get("/admin/now?part=people");
        await Admin.Get("/admin/now?part=seen");

        Assert.DoesNotContain(await db.Query<string>("select action from audit where site = @Id", Mine), action => action.Contains("now"));
    }

    private Task<HttpResponseMessage> Load(string origin) => App.Browser().Get($"/api/sites/{Mine.Key}/widget", ("Origin", origin));

    private async Task<string> Seen() => HtmlDecode(await (await Admin.Get("/admin/now?part=seen")).Content.ReadAsStringAsync());

    private Task<IReadOnlyList<Sighting>> All() => App.Get<Sightings>().Of(Mine.Id);

    // Stored once the answer is out.
    private Task Until(int count) => Eventually.Holds(async () => (await All()).Count >= count);

    private static Microsoft.AspNetCore.Http.HttpRequest Request(string origin)
    {
        var request = new Microsoft.AspNetCore.Http.DefaultHttpContext().Request;
        request.Headers.Origin = origin;
        return request;
    }
}
