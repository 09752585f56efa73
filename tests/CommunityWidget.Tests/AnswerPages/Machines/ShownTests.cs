using CommunityWidget.Servers;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Listing;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Machines;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.SearchEngine;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Architecture;
using CommunityWidget.Tests.Deploy;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>The pages as a folder of the shop's, through a real nginx with the file we ship.</summary>
[Collection(nameof(TwoNodes))]
public sealed class ShownTests(TwoNodes nodes)
{
    private static readonly string[] Long = ["In the drawer below the till, beside the spare bulbs, where every shop that I have seen keeps it."];

    [Needs("nginx")]
    public async Task A_shop_s_folder_is_a_site_of_its_own_for_a_search_engine_and_ours_moves_there_in_one_hop()
    {
        var shop = await nodes.Here.Open();
        using var nginx = await ShopProxy.Start(nodes.Here.Address, shop.Site.Key);
        var page = await nodes.Publish(shop, "Where is the key?", "Where do you keep the key?", Long, edition => edition with { Topic = "coffee" });
        await Show(shop, $"{nginx.Address}questions");

        using var web = new Web(nginx.Address) { Assets = new Uri(TwoNodes.Name).Host };
        var crawl = new Crawl(web, SearchEngineTests.Terms) { Sitemap = $"{nginx.Address}questions/sitemap.xml" };
        await crawl.Run();
        Assert.Empty(crawl.Faults);
        Assert.Equal(1, crawl.Questions);

        var own = await TwoNodes.Read(nodes.Here, page.Path(shop.Site.Slug));
        Assert.Equal((HttpStatusCode.MovedPermanently, $"{nginx.Address}questions/{page.PublicId}/where-is-the-key"), (own.StatusCode, own.Headers.Location!.AbsoluteUri));
        var shown = await new Browser(nginx.Address).Get($"/questions/{page.PublicId}/where-is-the-key", ("Cookie", "session=secret"));
        var html = await shown.Content.ReadAsStringAsync();
        Assert.False(shown.Headers.Contains("Set-Cookie"));
        Assert.False(shown.Headers.Contains("X-Robots-Tag"));
        Assert.DoesNotContain($"\"/answers/{shop.Site.Slug}", html);
        Assert.Contains($"src=\"{TwoNodes.Name}/widget.js\"", html);
        Assert.Contains($"script-src 'self' {TwoNodes.Name};", shown.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("action=\"/questions/", html);
        // A form that was open at our address before still arrives there.
        var before = await new Browser(nodes.Here.Address).Send(HttpMethod.Post, $"/answers/{shop.Site.Slug}/vote/{page.PublicId}", new FormUrlEncodedContent([]));
        Assert.NotEqual(HttpStatusCode.MovedPermanently, before.StatusCode);
        // A form of such a page comes from the shop's own origin, and from no other.
        Assert.Equal(HttpStatusCode.SeeOther, (await Report(nginx.Address, page, nginx.Address.GetLeftPart(UriPartial.Authority))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Report(nginx.Address, page, "https://evil.example")).StatusCode);
        // Also for who takes nothing packed, and where there is no page.
        Assert.Contains(page.PublicId, await (await new Browser(nginx.Address).Get("/questions/sitemap-1.xml", ("Accept-Encoding", "identity"))).Content.ReadAsStringAsync());
        var missed = await new Browser(nginx.Address).Get("/questions/abcdefghij/nothing", ("Accept", "text/html"));
        var says = await missed.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.NotFound, true, true), (missed.StatusCode, says.Contains("href=\"/questions\"", StringComparison.Ordinal), says.Contains($"href=\"{TwoNodes.Name}/assets/pages", StringComparison.Ordinal)));
        Assert.DoesNotContain("Sitemap: " + nginx.Address, await (await TwoNodes.Read(nodes.Here, "/robots.txt")).Content.ReadAsStringAsync());
    }

    [Needs("nginx")]
    public async Task A_product_with_slashes_or_dots_in_its_id_has_one_address_also_behind_the_shop_s_proxy()
    {
        string[] products = ["gid://shopify/Product/1", "a//b", "../..", "a/./b", "..", "50%/2", "a%2Fb"];
        var shop = await nodes.Here.Open();
        using var nginx = await ShopProxy.Start(nodes.Here.Address, shop.Site.Key);
        for (var i = 0; i < products.Length; i++)
            await nodes.Publish(shop, $"Where is number {i}?", $"Where do you keep number {i}?", Long, edition => edition with { ProductId = products[i], ProductName = $"Product {i}" });
        await Show(shop, $"{nginx.Address}questions");

        using var web = new Web(nginx.Address) { Assets = new Uri(TwoNodes.Name).Host };
        var crawl = new Crawl(web, SearchEngineTests.Terms) { Sitemap = $"{nginx.Address}questions/sitemap.xml" };
        await crawl.Run();

        Assert.Empty(crawl.Faults);
        Assert.Equal(products.Length, crawl.Questions);
        var lists = web.Read.Where(read => read.Uri.Contains("/products/", StringComparison.Ordinal) && !read.Uri.Contains('?', StringComparison.Ordinal)).Select(read => new Page(read)).ToList();
        Assert.Equal(products.Length, lists.Count);
        for (var i = 0; i < products.Length; i++)
        {
            var list = Assert.Single(lists, list => list.Visible.Contains($"Product {i} ", StringComparison.Ordinal));
            Assert.Equal(list.Address, list.Canonical);
            Assert.Contains(web.Read, read => read.Uri.EndsWith($"/where-is-number-{i}", StringComparison.Ordinal) && new Page(read).Links(web).Any(link => link.To == list.Address));
            // Ours moves there in one hop; as it was written before, to what says that this is its address.
            Assert.Equal((products[i], list.Address), (products[i], await Moved(ListAddress.Product(shop.Site, products[i]))));
            var before = Uri.EscapeDataString(products[i].Trim('.').Length == 0 ? "%2E%2E" : products[i].Replace("%", "%25", StringComparison.Ordinal));
            Assert.Equal((products[i], list.Address), (products[i], new Page(await web.Get(await Moved($"/answers/{shop.Site.Slug}/products/{before}"))).Canonical));
        }

        async Task<string> Moved(string ours) => (await TwoNodes.Read(nodes.Here, ours)).Headers.Location!.AbsoluteUri;
    }

    /// <summary>Of two caches in a row each would keep a page for its whole minute: only the first one does.</summary>
    [Needs("nginx")]
    public async Task Whoever_keeps_pages_before_the_shop_s_proxy_asks_it_each_time()
    {
        var shop = await nodes.Here.Open();
        using var nginx = await ShopProxy.Start(nodes.Here.Address, shop.Site.Key);
        var page = await nodes.Publish(shop, "Where is the key?", "Where do you keep the key?", Long);
        await Show(shop, $"{nginx.Address}questions");
        var (reader, path) = (new Browser(nginx.Address), $"/questions/{page.PublicId}/where-is-the-key");

        var (made, kept) = (await reader.Get(path), await reader.Get(path));
        Assert.All(new[] { made, kept }, answer => Assert.Equal((HttpStatusCode.OK, "public, must-revalidate, max-age=0"), (answer.StatusCode, answer.Headers.CacheControl!.ToString())));
        Assert.Equal(HttpStatusCode.NotModified, (await reader.Get(path, ("If-None-Match", kept.Headers.ETag!.ToString()))).StatusCode);
        // What nobody may keep at all stays so, and what is gone is no longer kept than what is there.
        Assert.Equal("no-store", (await reader.Get("/questions/ask")).Headers.CacheControl!.ToString());
        await nodes.Here.Write(tx => nodes.Here.Get<EditionStore>().Withdraw(tx, page.Thread, nodes.Clock.NowMs));
        var gone = await reader.Get($"/questions/{page.PublicId}/another-title");
        Assert.Equal((HttpStatusCode.Gone, "public, must-revalidate, max-age=0"), (gone.StatusCode, gone.Headers.CacheControl!.ToString()));
    }

    [Fact]
    public async Task A_folder_nobody_has_proven_is_not_to_be_found()
    {
        var shop = await nodes.Here.Open();

        var shown = await TwoNodes.Read(nodes.Here, $"/shown/{shop.Site.Slug}");
        var proof = await TwoNodes.Read(nodes.Here, $"/shown/{shop.Site.Key}/proof.txt");

        Assert.Equal((HttpStatusCode.OK, "noindex"), (shown.StatusCode, shown.Headers.GetValues("X-Robots-Tag").Single()));
        Assert.Contains($"<link rel=\"canonical\" href=\"{TwoNodes.Name}/answers/{shop.Site.Slug}\">", await shown.Content.ReadAsStringAsync());
        Assert.Equal($"community {shop.Site.Key}", await proof.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await TwoNodes.Read(nodes.Here, $"/answers/{shop.Site.Slug}/proof.txt")).StatusCode);
    }

    [Fact]
    public async Task The_shop_s_cookies_are_read_by_nobody_and_ours_where_they_are_ours()
    {
        var shop = await nodes.Here.Open();
        async Task<string> Read(string path)
        {
            var seen = "";
            var app = new ApplicationBuilder(nodes.Here.Services);
            app.UseShownElsewhere();
            app.Run(http =>
            {
                seen = $"{http.Request.Path} {http.Request.Headers.Cookie}";
                return Task.CompletedTask;
            });
            var http = new DefaultHttpContext { RequestServices = nodes.Here.Services };
            (http.Request.Path, http.Request.Headers.Cookie) = (path, "cw=member");
            await app.Build()(http);
            return seen;
        }

        Assert.Equal($"/answers/{shop.Site.Slug}/ask ", await Read($"/shown/{shop.Site.Key}/ask"));
        Assert.Equal($"/answers/{shop.Site.Slug}/ask cw=member", await Read($"/answers/{shop.Site.Slug}/ask"));
    }

    [Theory]
    [InlineData("answers.example", true)]
    [InlineData("ANSWERS.example:443", true)]
    [InlineData("answers.example.evil.example", false)]
    [InlineData("answers.exampled", false)]
    [InlineData("answers", false)]
    [InlineData("10.0.0.7", false)]
    public void Only_the_name_we_are_known_by_is_to_be_found(string host, bool isFound)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new(host);
        Assert.Equal(isFound, nodes.Here.Get<IndexedHost>().Holds(http.Request));
    }

    [Fact]
    public async Task What_is_not_to_be_found_at_all_is_not_found_under_the_shop_s_name_either()
    {
        var shop = await nodes.Here.Open();
        await Show(shop, "https://shop.example/questions");
        var hidden = new IndexedHost(nodes.Here.Get<PublicAddress>(), Options.Create(new AnswersOptions { Indexed = false }));
        var services = new ServiceCollection().AddSingleton(hidden).AddSingleton(nodes.Here.Get<SiteStore>()).BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseShownElsewhere();
        app.Run(_ => Task.CompletedTask);
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Path = $"/shown/{shop.Site.Key}";
        await app.Build()(http);

        Assert.Equal("noindex", http.Response.Headers["X-Robots-Tag"]);
    }

    [Theory]
    [InlineData("127.0.0.1, ::1", 2)]
    [InlineData("203.0.113.10", 1)]
    [InlineData("", 1)]
    public async Task Readers_behind_the_shop_s_web_server_are_as_many_as_they_are_where_it_is_trusted_and_one_elsewhere(string trusted, int readers)
    {
        await using var app = await Behind.Start(trusted);
        var (shop, page) = await app.Publish();

        foreach (var reader in new[] { "198.51.100.7", "198.51.100.8" })
            Assert.Equal(HttpStatusCode.SeeOther, (await Vote(new Browser(app.Address).Through(("X-Forwarded-For", reader)), $"/shown/{shop.Site.Key}", shop, page)).StatusCode);

        Assert.Equal(readers, await app.Votes(page));
    }

    [Needs("nginx")]
    public async Task The_shop_s_proxy_says_who_is_reading()
    {
        await using var app = await Behind.Start("127.0.0.1");
        var (shop, page) = await app.Publish();
        using var nginx = await ShopProxy.Start(app.Address, shop.Site.Key);

        // Nobody is somebody else by saying so themselves.
        foreach (var (from, says) in new[] { ("127.0.0.2", "198.51.100.7"), ("127.0.0.3", "198.51.100.7"), ("127.0.0.3", "198.51.100.8") })
            Assert.Equal(HttpStatusCode.SeeOther, (await Vote(new Browser(nginx.Address, IPAddress.Parse(from)).Through(("X-Forwarded-For", says)), "/questions", shop, page)).StatusCode);

        Assert.Equal(2, await app.Votes(page));
    }

    private static Task<HttpResponseMessage> Vote(Browser reader, string folder, Shop shop, Edition page) => reader.Send(
        HttpMethod.Post, $"{folder}/vote/{page.PublicId}", new FormUrlEncodedContent(new Dictionary<string, string> { ["said"] = "helped" }), ("Origin", shop.Site.OriginList[0]));

    private Task Show(Shop shop, string there) => nodes.Here.Write(async tx =>
        await nodes.Here.Get<SiteStore>().Save(tx, (await nodes.Here.Get<SiteStore>().Get(shop.Site.Id)) with { AnswersBase = there }));

    private static Task<HttpResponseMessage> Report(Uri shop, Edition page, string origin) => new Browser(shop).Send(
        HttpMethod.Post, $"/questions/{page.PublicId}/report", new FormUrlEncodedContent(new Dictionary<string, string> { ["reason"] = "wrong", ["words"] = "" }), ("Origin", origin));

    /// <summary>The program as it is told whom to believe.</summary>
    private sealed class Behind(string trusted) : RunningApp(new() { ["Hosting:TrustedProxies"] = trusted })
    {
        public static async Task<Behind> Start(string trusted)
        {
            var app = new Behind(trusted);
            await app.InitializeAsync();
            return app;
        }

        public async Task<(Shop Shop, Edition Page)> Publish()
        {
            var shop = await Open();
            await using var pages = new ShopPages(this, shop);
            return (shop, await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps."));
        }

        public Task<long> Votes(Edition page) => Db.Find<long>("select count(*) from reader_votes where page = @Id", new { page.Id });
    }

    /// <summary>nginx with the shop's file, its names replaced by those of this machine.</summary>
    private sealed class ShopProxy : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("shop-").FullName;
        private Process? _nginx;

        public Uri Address { get; private init; } = null!;

        public static async Task<ShopProxy> Start(Uri program, string key)
        {
            var proxy = new ShopProxy { Address = new($"http://127.0.0.1:{FreePort.Find()}/") };
            var snippet = Path.Combine(proxy._folder, "communitywidget.conf");
            await File.WriteAllTextAsync(snippet, string.Join('\n', File.ReadAllLines(Path.Combine(Repository.Root, "deploy/nginx/communitywidget.conf")).Where(line => !line.Contains("proxy_ssl", StringComparison.Ordinal))).Replace("chat.shop.example", "answers.example", StringComparison.Ordinal));
            var shop = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy/nginx/shop.conf")))
                .Replace("https://chat.shop.example/shown/KEY", $"{program}shown/{key}", StringComparison.Ordinal).Replace("listen 8081", $"listen 127.0.0.1:{proxy.Address.Port}", StringComparison.Ordinal)
                .Replace("/etc/nginx/snippets/communitywidget.conf", snippet, StringComparison.Ordinal).Replace("/var/cache/nginx", proxy._folder, StringComparison.Ordinal);
            var main = Path.Combine(proxy._folder, "nginx.conf");
            await File.WriteAllTextAsync(main, $"daemon off;\nmaster_process off;\npid {proxy._folder}/pid;\nerror_log {proxy._folder}/errors;\nevents {{}}\nhttp {{\naccess_log off;\nclient_body_temp_path {proxy._folder}/body;\nproxy_temp_path {proxy._folder}/proxy;\nfastcgi_temp_path {proxy._folder}/f;\nuwsgi_temp_path {proxy._folder}/u;\nscgi_temp_path {proxy._folder}/s;\n{shop}\n}}\n");
            proxy._nginx = Process.Start(new ProcessStartInfo(Programs.Find("nginx")!, ["-c", main, "-p", proxy._folder]) { UseShellExecute = false })!;
            await proxy.Answers();
            return proxy;
        }

        public void Dispose()
        {
            if (_nginx is not null)
            {
                _nginx.Kill(entireProcessTree: true);
                _nginx.WaitForExit();
                _nginx.Dispose();
            }
            Directory.Delete(_folder, recursive: true);
        }

        // nginx says nothing when it listens: it is asked until it does.
        private async Task Answers()
        {
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (await timer.WaitForNextTickAsync(late.Token))
            {
                try
                {
                    using var line = new TcpClient();
                    await line.ConnectAsync(Address.Host, Address.Port, late.Token);
                    return;
                }
                catch (SocketException)
                {
                }
            }
        }
    }
}
