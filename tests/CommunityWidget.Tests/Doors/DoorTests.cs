using System.Collections.Concurrent;
using CommunityWidget.People;
using CommunityWidget.Tests.Hubs;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.Doors;

/// <summary>
/// Every route and every button of every page × everybody of <see cref="DoorCallers"/>: each is really sent, and let in exactly where its row in
/// <see cref="DoorRows"/> says so. Doors are read from the running program, so that none is forgotten. Threads in every state, asked for by
/// strangers of the same site too, are <see cref="TenancyTests"/>; hub methods are <see cref="HubDoorTests"/>.
/// </summary>
public sealed class DoorTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Never = "aaaaaaaaaa";

    private readonly Guid _hook = Guid.CreateVersion7(), _reply = Guid.CreateVersion7();

    [Fact]
    public async Task Every_door_opens_to_those_of_its_row_and_to_nobody_else()
    {
        var doors = await Door.All(app);
        Assert.Equal([], doors.Where(d => !DoorRows.All.ContainsKey(d.Name)).Select(d => $"{d.Name} has no row in DoorRows."));
        Assert.Equal([], DoorRows.All.Keys.Except(doors.Select(d => d.Name)).Select(name => $"{name} has a row and no door."));

        // Last of all who erases themselves, and who signs out.
        doors = [.. doors.OrderBy(d => d.Route == "/sign-out").ThenBy(d => d.Route.EndsWith("/me/erase", StringComparison.Ordinal))];
        var victim = await Victim.Make(await app.Open());
        await Furnish(victim.Shop.Site.Id);
        var callers = await new DoorCallers(app, victim.Shop, victim.Visitor.Token).All();
        var wrong = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(callers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (caller, _) =>
        {
            foreach (var door in doors) await Knock(caller, door, victim, wrong);
        });
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order()));
        await victim.IsUntouched();
        Assert.Empty(app.Errors.Entries);
    }

    [Fact]
    public async Task Once_only_customers_are_served_a_visitor_from_before_has_and_takes_back_what_is_theirs_and_no_other_door_opens()
    {
        var shop = await app.Open();
        var visitor = await shop.Visitor();
        var caller = new DoorCaller("a visitor from before", Who.Visitor, new Dictionary<string, string> { [Callers.SiteHeader] = shop.Site.Key, [Callers.VisitorHeader] = visitor.Token });
        await app.Write(tx => app.Get<CommunityWidget.Sites.SiteStore>().Save(tx, shop.Site with { IdentityRequired = true }));
        var wrong = new List<string>();
        foreach (var door in (await Door.All(app)).Where(d => DoorRows.All[d.Name].Opens is var opens && opens.HasFlag(Who.Visitor) && !opens.HasFlag(Who.Anybody)).OrderBy(d => d.Route.EndsWith("/me/erase", StringComparison.Ordinal)))
        {
            var answer = await caller.Knock(app.Address, door, part => Nothing(part));
            var isShut = answer is { Status: 401, Refusal: "identity_required" };
            if (isShut == DoorRows.All[door.Name].ToWhoCameBefore || answer.Status >= 500) wrong.Add($"{door.Name}: {answer.Status} {answer.Refusal}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(5, DoorRows.All.Values.Count(row => row.ToWhoCameBefore));
    }

    [Fact]
    public async Task Every_door_at_which_nobody_has_to_be_known_lets_one_address_in_so_often_and_no_more()
    {
        // One looks at the address itself, so that who pressed its button is told on a page; the other ends the session it is sent with, and nothing else.
        string[] byThemselves = ["/answers/{slug}/vote/{id}", "/sign-out"];
        var pages = (await Door.All(app)).Where(door => door.IsPage).Select(door => door.Route).ToHashSet();
        var open = app.Routes().Where(route => route.Methods().Contains("POST") && DoorRows.All.TryGetValue($"POST /{route.RoutePattern.RawText!.Trim('/')}", out var row) && row.Opens.HasFlag(Who.Anybody)).ToList();
        Assert.NotEmpty(open);
        Assert.Equal([], open.Where(route => route.Metadata.GetMetadata<LimitedByAddress>() is null).Select(route => $"/{route.RoutePattern.RawText!.Trim('/')}").Except(pages).Except(byThemselves));
    }

    private async Task Knock(DoorCaller caller, Door door, Victim victim, ConcurrentQueue<string> wrong)
    {
        var row = DoorRows.All[door.Name];
        var answer = await caller.Knock(app.Address, door, part => Nothing(part));
        void Say(string what) => wrong.Enqueue($"{door.Name} × {caller.Name}: {what} ({answer.Status} {answer.Refusal ?? answer.Location})");

        if (answer.Status >= 500) Say("failed");
        if (door is { IsForReaders: true, Changes: true })
        {
            if (answer.Status != 404) Say("a page of a site that is not there was found");
        }
        else if (door is { IsPage: true, Changes: true } && caller.Form is null)
        {
            if (answer.Status != 400) Say("a form that is not ours was taken");
        }
        else if (Expected(caller, door, row) is var expected && expected != answer.Opened) Say($"{answer.Opened} instead of {expected}");
        foreach (var fault in DoorHeaders.Faults(caller, door, answer)) Say(fault);
        if (!caller.IsForeign || row.Foreign == Foreign.Public) return;
        // What was asked for may be said back.
        var (told, asked) = (answer, "");
        if (row.Foreign == Foreign.AsIfNone)
        {
            if (!door.NamesSomething) Say("names nothing, so nothing can be as if there were none");
            asked = Theirs(door, victim);
            told = await caller.Knock(app.Address, door, _ => asked);
            if ((told.Status, told.Refusal, Stripped(told.Location)) != (answer.Status, answer.Refusal, Stripped(answer.Location))) Say($"what is there looks otherwise: {told.Status} {told.Refusal ?? told.Location}");
        }
        // Their own audit says whom they asked for.
        var inAudit = door.Route == "/admin/audit" ? victim.MemberId : "";
        if (Secrets(victim).FirstOrDefault(secret => secret != asked && secret != inAudit && told.Body.Contains(secret, StringComparison.Ordinal)) is { } secret) Say($"tells of another site: {secret}");
    }

    private static Opened Expected(DoorCaller caller, Door door, DoorRow row)
    {
        if (caller.IsElsewhere && Distrusts(caller, door)) return Opened.NotAllowed;
        var known = door.IsForKeys ? caller.As & Who.Keys : door.IsPage ? caller.As & Who.Members : caller.As & ~Who.Keys;
        var open = row.Opens.HasFlag(Who.Anybody) || (row.Opens & known) != Who.Nobody;
        // What a page's script posts beside the API brings no token, so it must say that it is a page of ours.
        if (open && door is { Changes: true, IsApi: false, IsPage: false } && !caller.IsOnOurPage) return Opened.NotAllowed;
        if (open) return Opened.In;
        return known == Who.Nobody ? Opened.NotSignedIn : Opened.NotAllowed;
    }

    // A cookie goes along from any page, so that what changes something must come from one of ours; a visitor's headers go along from nowhere by
    // themselves, and count on pages of the site only. Pages ask for a form's token before they ask who sends it.
    private static bool Distrusts(DoorCaller caller, Door door)
    {
        if (door.IsForKeys || !door.IsGuarded) return false;
        return caller.As == Who.Visitor || door.Changes;
    }

    private static string Nothing(string part) => part switch
    {
        "{documentName}.json" => "v1.json",
        _ when part.Contains(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
        _ => Never,
    };

    // What this door would be opened for: a person, a webhook, an offer, a kept reply, else a thread.
    private string Theirs(Door door, Victim victim) => door.Route.Split('/')[2] switch
    {
        "people" or "members" => victim.MemberId,
        "integrations" => _hook.ToString(),
        "offers" or "help-calls" => victim.OfferId,
        "replies" => _reply.ToString(),
        _ => victim.Threads[0],
    };

    private Task Furnish(Guid site) => app.Write(async tx =>
    {
        await tx.Execute("insert into webhooks (id, site, address, events, with_text, secret, created_at) values (@_hook, @site, 'https://hooks.example/x', '', @no, 'none', 1)", new { _hook, site, no = false });
        await tx.Execute("insert into canned_replies (id, site, title, body, version, changed_by, changed_at) values (@_reply, @site, 'Title', 'Text', 1, @site, 1)", new { _reply, site });
    });

    // The first of them is what strangers ask for: it may be said back, in an error and in their own site's audit.
    private static IEnumerable<string> Secrets(Victim victim) => [.. victim.Threads.Skip(1), victim.Shop.Site.Name + "<", $"@{victim.Shop.Site.Slug}.example", victim.MemberId];

    private static string? Stripped(string? location) => location?.Split('?')[0];
}
