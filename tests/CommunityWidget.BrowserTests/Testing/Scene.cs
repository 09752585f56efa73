using CommunityWidget.BrowserTests.Drivers;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Identity;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>One test's site, its shop, its people and their browsers.</summary>
public sealed class Scene : IAsyncDisposable
{
    public const string Password = "a lamp on the table";

    private readonly Stage _stage;
    private readonly IBrowser _browser;
    private readonly Site _site;
    private readonly List<IBrowserContext> _contexts = [];
    private readonly Line? _line;

    private Scene(Stage stage, IBrowser browser, Site site, StrangerShop shop, Line? line) => (_stage, _browser, _site, Shop, _line) = (stage, browser, site, shop, line);

    public StrangerShop Shop { get; }

    /// <summary>By which the visitors reach the product.</summary>
    public Line Line => _line ?? throw new InvalidOperationException("Open the scene by a line first.");

    public string Origin => _stage.Product.Origin;

    internal static async Task<Scene> Open(Stage stage, IBrowser browser, int number, string tag, Line? line)
    {
        var product = stage.Product;
        var shop = await StrangerShop.Open(line?.Origin ?? product.Origin, $"scene-{number}", tag);
        var clock = product.Get<TimeProvider>();
        var site = new Site
        {
            Id = clock.NewId(),
            Key = $"scene-{number}",
            Slug = $"scene-{number}",
            Name = "Maison Essai",
            Origins = shop.Origin,
            Languages = "en fr",
            Topics = new([new TopicView("care", new Dictionary<string, string> { ["en"] = "Care", ["fr"] = "Entretien" })]),
            CreatedAt = clock.NowMs(),
        };
        await product.Write(tx => product.Get<SiteStore>().Add(tx, site));
        return new(stage, browser, site, shop, line);
    }

    public string Key => _site.Key;

    public string Slug => _site.Slug;

    /// <summary>Somebody who looks at the shop's first page and has done nothing yet.</summary>
    public async Task<VisitorPage> Visitor(Names? names = null)
    {
        var (page, watch) = await NewPage();
        return await Visitor(page, watch, names);
    }

    /// <summary>The same in a browser that was prepared.</summary>
    public async Task<VisitorPage> Visitor(IPage page, Watch watch, Names? names = null)
    {
        await page.GotoAsync(Shop.Origin);
        return new(page, watch, names ?? Names.English);
    }

    /// <summary>Somebody on the shop's first page in French.</summary>
    public async Task<VisitorPage> FrenchVisitor()
    {
        var (page, watch) = await NewPage(new() { Locale = "fr-FR" });
        await page.GotoAsync($"{Shop.Origin}/?lang=fr");
        return new(page, watch, Names.French);
    }

    /// <summary>The same visitor's second tab, on the shop's first page.</summary>
    public async Task<VisitorPage> AnotherTab(VisitorPage of)
    {
        var page = await of.Page.Context.NewPageAsync();
        await page.GotoAsync(Shop.Origin);
        return new(page, of.Watch, Names.English);
    }

    /// <summary>Somebody on a page of the gallery.</summary>
    public async Task<VisitorPage> Stranger(string page, BrowserNewContextOptions? options = null)
    {
        var (seat, watch) = await NewPage(options);
        return await Stranger(seat, watch, page);
    }

    /// <summary>The same in a browser that was prepared.</summary>
    public async Task<VisitorPage> Stranger(IPage seat, Watch watch, string page)
    {
        await seat.GotoAsync($"{Shop.Origin}/gallery/{page}");
        return new(seat, watch, Names.English);
    }

    public T Get<T>() where T : notnull => _stage.Product.Get<T>();

    public IEnumerable<T> All<T>() where T : notnull => _stage.Product.Get<IEnumerable<T>>();

    /// <summary>The shop calls itself otherwise.</summary>
    public Task Rename(string name) => Change("name", name);

    /// <summary>The shop's languages, its first choice first.</summary>
    public Task Speaks(string languages) => Change("languages", languages);

    /// <summary>The one live conversation of this shop and the two who have it.</summary>
    public async Task<(VisitorCaller Visitor, MemberCaller Member, ThreadRecord Thread)> OnlyConversation()
    {
        var thread = (await Get<ThreadStore>().Live(_site.Id, 2)).Single();
        return (
            new(_site, (await Get<VisitorStore>().Find(thread.Visitor))!),
            new(_site, (await Get<MemberStore>().Find(thread.Responder!.Value))!),
            thread);
    }

    /// <summary>Waits until whoever asked here has a line open: who closes the page before has said no goodbye.</summary>
    public Task UntilVisitorsAreConnected() => Until(thread => Task.FromResult(Get<Presence>().Visitors.Contains(thread.Visitor)));

    /// <summary>Waits until the program knows that whoever asked here is on no page any more.</summary>
    public Task UntilVisitorsLeft() => Until(async thread => !await Get<Presence>().VisitorIsHere(thread));

    private async Task Until(Func<ThreadRecord, Task<bool>> holds)
    {
        foreach (var thread in await Get<Db>().Query<ThreadRecord>("select * from threads where site = @Id", new { _site.Id }))
        {
            await Eventually.Holds(() => holds(thread));
        }
    }

    /// <summary>What visitors of this shop said, as the database has it: conversation by conversation, in order.</summary>
    public Task<IReadOnlyList<string>> Said() => Get<Db>().Query<string>(
        """
        select e.body from events e join threads t on t.id = e.thread
        where t.site = @Id and e.kind = 'message' and e.author_kind = 'visitor' order by t.asked_at, t.id, e.seq
        """,
        new { _site.Id });

    /// <summary>One transaction of the product's own.</summary>
    public Task Write(Func<Tx, Task> work) => _stage.Product.Write(work);

    /// <summary>How many visitors the database knows of this shop.</summary>
    public Task<long> Visitors() => _stage.Product.Get<Db>().Find<long>("select count(*) from visitors where site = @Id", new { _site.Id });

    /// <summary>A volunteer before their console.</summary>
    public async Task<ConsolePage> SuperUser(string name, BrowserNewContextOptions? options = null, Names? names = null) =>
        new(await SignIn(name, Roles.SuperUser, "/console", options, names), names ?? Names.English);

    /// <summary>One of the brand's own people before the inbox.</summary>
    public async Task<InboxPage> Agent(string name, Names? names = null, BrowserNewContextOptions? options = null) =>
        new(await SignIn(name, Roles.Agent, "/inbox", options, names), names ?? Names.English);

    /// <summary>Adds a member, signs them in by the form and waits for where that leads.</summary>
    public async Task<Seat> SignIn(string name, string role, string landing, BrowserNewContextOptions? options = null, Names? names = null)
    {
        await Add(name, role);
        var (page, watch) = await NewPage(options);
        await page.GotoAsync($"{Origin}/sign-in");
        await FillSignIn(page, name);
        try
        {
            await page.WaitForURLAsync(Origin + landing);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{name} was led to {page.Url}: {await page.Locator("body").InnerTextAsync()}", late);
        }
        if (names is not null) await page.GotoAsync($"{Origin}{landing}?lang={names.Language}");
        return new(page, watch);
    }

    /// <summary>Fills the sign-in form that is on the screen and sends it.</summary>
    public async Task FillSignIn(IPage page, string name)
    {
        await page.GetByLabel("Shop").FillAsync(_site.Slug);
        await page.GetByLabel("E-mail").FillAsync(Email(name));
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public async Task<(IPage Page, Watch Watch)> NewPage(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.Locale ??= "en-GB";
        var context = await _browser.NewContextAsync(options);
        _contexts.Add(context);
        var watch = await Watch.Over(context);
        return (await context.NewPageAsync(), watch);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts) await context.CloseAsync();
        await Shop.DisposeAsync();
        if (_line is not null) await _line.DisposeAsync();
    }

    private async Task Change(string column, string value)
    {
        await _stage.Product.Write(tx => tx.Execute($"update sites set {column} = @value where id = @Id", new { value, _site.Id }));
        Get<SiteStore>().Forget();
    }

    private static string Email(string name) => $"{string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetter))}@scene.example";

    private async Task Add(string name, string role)
    {
        var product = _stage.Product;
        var clock = product.Get<TimeProvider>();
        var member = new Member
        {
            Id = clock.NewId(),
            Site = _site.Id,
            Email = Email(name),
            Name = name,
            Password = product.Get<IPasswordHasher<Member>>().HashPassword(new(), Password),
            Roles = role,
            Languages = "en fr",
            CustomerSince = role == Roles.SuperUser ? 2019 : null,
            Seats = role == Roles.Agent ? 10 : 2,
            SignInStamp = Secret.New(),
            CreatedAt = clock.NowMs(),
        };
        await product.Write(async tx =>
        {
            await product.Get<MemberStore>().Add(tx, member);
            await product.Get<MemberStore>().AddTopic(tx, member.Id, "care");
        });
    }
}

/// <summary>Somebody's page and what it did.</summary>
public sealed record Seat(IPage Page, Watch Watch);
