using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.Data;

namespace CommunityWidget.Tests.Admin;

/// <summary>Everything people type to break websites, in the fields an owner fills: shown as typed, or refused with the text kept, and never an error of ours.</summary>
public sealed class BadInputTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    [BadInputFact]
    public async Task As_site_name_topic_origin_and_list_they_do_no_harm()
    {
        foreach (var payload in BadInputs.Every(60).Where(p => !p.Contains('\0')))
        {
            await Typed("/admin/site", "Name", "name", payload, ("slug", ""));
            await Typed("/admin/site", "Origins", "origins", payload);
            await Typed("/admin/site", "Query", "query", payload);
            var place = (await Site()).Topics.List.Count;
            if (await Typed("/admin/questions", "Topics", $"Topics.Lines[{place}].Names[en]", payload)) await Saved(await Admin.Press("/admin/questions", "Topics", ("press", $"remove:{(await Site()).Topics.List[^1].Id}")));
            Assert.Equal(200, (int)(await Admin.Press("/admin/people/list", "Check", ("text", $"name,email\n{payload}"))).StatusCode);
        }
    }

    // Kept, or still in its field; true when kept.
    private async Task<bool> Typed(string path, string handler, string field, string payload, params (string, string)[] others)
    {
        var answer = await Admin.Press(path, handler, [(field, payload), .. others]);
        Assert.Contains((int)answer.StatusCode, new[] { 302, 400, 409 });
        if ((int)answer.StatusCode == 302) return true;
        var form = await Parsed(answer, handler);
        Assert.Equal(Line(payload), Line(form));
        return false;

        string Line(string text) => text.ReplaceLineEndings("\n").TrimStart('\n');

        async Task<string> Parsed(HttpResponseMessage page, string name)
        {
            using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
            var element = document.QuerySelector($"form[action*='handler={name}'] [name='{field}']");
            return element is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : element?.GetAttribute("value") ?? "";
        }
    }
}
