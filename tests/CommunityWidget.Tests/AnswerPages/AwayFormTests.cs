using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using CommunityWidget.Tests.Hubs;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>A form that is sent while the database is away stands there again with all that was typed, and goes through once it is back.</summary>
public sealed class AwayFormTests(StorageTests.MoodyApp app) : IClassFixture<StorageTests.MoodyApp>
{
    private MoodyDialect Disk => (MoodyDialect)app.Get<SqlDialect>();

    [Theory]
    [InlineData("add/{0}", "name=Robin&text=Mine hums.", "/answer/")]
    [InlineData("ask", "question=And outdoors?&email=robin@mail.example&about={0}", "/asked")]
    [InlineData("ask", "question=And indoors?&email=robin@mail.example", "/asked")]
    [InlineData("{0}/report", "reason=spam&words=It is sold elsewhere.", "/report/")]
    public async Task What_was_typed_stands_there_again_with_why(string path, string typed, string sentTo)
    {
        var shop = await app.Open();
        Edition page;
        await using (var pages = new ShopPages(app, shop)) page = await pages.Publish("Does the brass lamp dim?", "It does, with any dimmer for LED lamps.");
        var (reader, address) = (new Browser(app.Address), $"/answers/{shop.Site.Slug}/{string.Format(null, path, page.PublicId)}");
        var fields = string.Format(null, typed, page.PublicId).Split('&').Select(field => field.Split('=')).ToDictionary(field => field[0], field => field[1]);

        Disk.IsAbsent = true;
        HttpResponseMessage away;
        try
        {
            away = await Send(address + "?lang=fr", fields);
        }
        finally
        {
            Disk.IsAbsent = false;
        }

        var form = new HtmlParser().ParseDocument(await away.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (away.StatusCode, away.Headers.RetryAfter is not null));
        Assert.Equal("no-store", away.Headers.CacheControl!.ToString());
        Assert.Contains("Nous n’avons pas pu l’enregistrer", form.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.All(fields.Where(field => field.Key != "email"), field => Assert.Equal((field.Key, field.Value), (field.Key, Typed(form, field.Key))));
        var again = form.QuerySelector<IHtmlFormElement>("main form[method=post]")!;
        Assert.Equal(address + "?lang=fr", again.GetAttribute("action"));

        var sent = await Send(again.GetAttribute("action")!, again.QuerySelectorAll("[name]").ToDictionary(field => field.GetAttribute("name")!, field => Typed(form, field.GetAttribute("name")!) ?? ""));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains(sentTo, sent.Headers.Location!.OriginalString, StringComparison.Ordinal);

        Task<HttpResponseMessage> Send(string to, Dictionary<string, string> what) => reader.Send(HttpMethod.Post, to, new FormUrlEncodedContent(what), ("Origin", app.Address.GetLeftPart(UriPartial.Authority)));
    }

    private static string? Typed(IHtmlDocument page, string name) => page.QuerySelector($"main form [name={name}]") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement { Type: "radio" } => page.QuerySelector<IHtmlInputElement>($"main form [name={name}]:checked, main form [name={name}][checked]")?.Value,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };
}
