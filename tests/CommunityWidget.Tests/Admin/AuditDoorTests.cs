using System.Net;
using CommunityWidget.Admin.Texts;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace CommunityWidget.Tests.Admin;

/// <summary>The audit's page says in words what was done at which door, and its route small beside.</summary>
public sealed class AuditDoorTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    private static readonly string[] Powers = ["/admin", "/moderation", "/inbox"];

    [Fact]
    public void Every_door_of_a_power_over_others_has_words_in_both_languages()
    {
        var doors = App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(Actions).Distinct().ToList();

        Assert.InRange(doors.Count, 40, int.MaxValue);
        Assert.All(doors, door => Assert.NotEqual(AdminTexts.In("en").WhatOfRoute(door) ?? "no words", AdminTexts.In("fr").WhatOfRoute(door) ?? "no words"));
    }

    [Theory]
    [InlineData("en", "open “Site”")]
    [InlineData("fr", "ouvrir «\u00a0Site\u00a0»")]
    public async Task A_page_that_was_opened_is_named(string language, string words)
    {
        await Admin.Get("/admin/site");

        var page = WebUtility.HtmlDecode(await (await Admin.Get($"/admin/audit?lang={language}")).Content.ReadAsStringAsync());

        Assert.Contains($"<td>{words} ", page);
        Assert.Contains("<small><code>GET /admin/site</code></small>", page);
    }

    private static IEnumerable<string> Actions(RouteEndpoint door)
    {
        var path = "/" + door.RoutePattern.RawText?.TrimStart('/');
        if (door.Metadata.GetMetadata<PageActionDescriptor>() is not null) return Powers.Any(power => path.StartsWith(power, StringComparison.Ordinal)) ? [$"GET {path}", $"POST {path}?handler=Any"] : [];
        return door.Metadata.GetMetadata<AllowAttribute>()?.Permission is Permission.TakeWaiting or Permission.Silence or Permission.Moderate or Permission.Administer
            ? (door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => $"{method} {path}") : [];
    }
}
