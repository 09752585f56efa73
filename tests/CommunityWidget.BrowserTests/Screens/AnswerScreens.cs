using System.Text.Json;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>The public pages: one answer, ten, none accepted, written from right to left, gone, on paper; and the lists that lead to them.</summary>
public static class AnswerScreens
{
    private const string Group = "answers";

    public static async Task Take(Camera camera, DemoCast cast)
    {
        var page = (await cast.Seat()).Page;
        await Visit("/answers/neighbour", "01 home, empty");
        await Bring(cast);
        var site = (await cast.Product.Get<SiteStore>().BySlug("demo"))!;
        var pages = (await cast.Product.Get<EditionStore>().Published(site.Id)).ToDictionary(edition => edition.Title);
        await Visit("/answers/demo", "02 home");
        await Visit($"/answers/demo/search?q={(cast.French ? "variateur" : "dimmer")}", "03 search");
        await Visit("/answers/demo/search?q=zeppelin", "04 search, empty");
        await Visit("/answers/demo/products/aube", "05 product");
        await Visit("/answers/demo/topics/bulbs", "06 topic");
        await Visit(Of(PageLines.One), "07 one answer");
        await Visit(Of(PageLines.Ten), "08 ten answers");
        await Visit(Of(PageLines.Open), "09 none accepted");
        await Visit(Of(PageLines.Arabic), "10 right to left");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await camera.Take(page, Group, "11 right to left, printed", whole: true);
        await Visit(Of(PageLines.Ten), "12 ten answers, printed");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        var gone = pages[PageLines.One(cast).Question];
        await cast.Product.Get<ReviewThread>().Withdraw(new(site, (await cast.Product.Get<MemberStore>().ByEmail(site.Id, "nour@demo.invalid"))!), gone.PublicId);
        // Whoever was there may read their own browser's copy for a minute yet; the program's goes with the news, a moment later.
        page = (await cast.Seat()).Page;
        for (var left = 20; left > 0 && (await page.APIRequest.GetAsync(cast.Origin + gone.Path("demo"))).Status != 410; left--) { }
        await Visit(gone.Path("demo"), "13 gone");
        await Visit("/answers/demo/2222222222/never-was", "14 never was");

        string Of(Func<DemoCast, PageLines.Asked> asked) => pages[asked(cast).Question].Path("demo");

        async Task Visit(string path, string state)
        {
            // Lists are in the site's first language unless asked otherwise.
            await page.GotoAsync(cast.Origin + (cast.French ? AnswersPage.In("fr", path) : path));
            await camera.Take(page, Group, state, whole: true);
        }
    }

    // As a shop brings in what it has.
    private static async Task Bring(DemoCast cast)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("community-").FullName, "questions.jsonl");
        await File.WriteAllLinesAsync(file, PageLines.All(cast).Select(asked => JsonSerializer.Serialize(new
        {
            question = asked.Question,
            topic = asked.Topic,
            product = new { id = "aube", name = "Aube" },
            answers = asked.Answers.Select((text, at) => new { text, author = asked.Authors[at % asked.Authors.Length], accepted = asked.IsSettled && at == 0, votes = asked.Answers.Length - at }),
        })));
        await cast.Product.Get<IEnumerable<IVerb>>().Single(verb => verb.Name == "import").Run([file, "--site", "demo"], CancellationToken.None);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
