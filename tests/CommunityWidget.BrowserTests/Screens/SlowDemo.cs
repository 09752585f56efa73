using CommunityWidget.BrowserTests.Testing;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>The demo shop with a ladder that waits for the photographer, and a neighbour, so that the sign-in page asks which shop.</summary>
public static class SlowDemo
{
    private const int Patient = 10 * 60_000;

    public static Task Prepare(Product product) => product.Write(async tx =>
    {
        var ladder = new Ladder([.. Ladder.Default.Rungs.Select(rung => rung with { OfferMs = Patient, StaysMs = Patient })]);
        await tx.Execute("update sites set ladder = @ladder where key = 'demo'", new { ladder });
        var clock = product.Get<TimeProvider>();
        // Adding a site also makes the store read the others anew.
        await product.Get<SiteStore>().Add(tx, new Site { Id = clock.NewId(), Key = "neighbour", Slug = "neighbour", Name = "Neighbour", CreatedAt = clock.NowMs() });
    });
}
