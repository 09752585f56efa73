using System.Net;
using CommunityWidget.Admin.Texts;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Questions;
using CommunityWidget.Threads;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Admin;

/// <summary>Nobody's data is handed out or erased because somebody else typed their address, or one like it.</summary>
public sealed class PrivacyPageTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    private const string Path = "/admin/privacy", Jane = "jane@mail.example";

    [Theory]
    [InlineData(1, "for 1 day", "1 jour")]
    [InlineData(14, "for 14 days", "14 jours")]
    [InlineData(30, "for 1 month", "1 mois")]
    [InlineData(90, "for 3 months", "3 mois")]
    [InlineData(360, "for 360 days", "360 jours")]
    [InlineData(365, "for 1 year", "1 an")]
    [InlineData(400, "for 400 days", "400 jours")]
    [InlineData(1825, "for 5 years", "5 ans")]
    public void How_long_things_are_kept_is_said_as_people_say_it(int days, string english, string french) =>
        Assert.Equal((english, french), (AdminTexts.In("en").DaysLong(days), AdminTexts.In("fr").DaysLong(days)));

    [Theory]
    [InlineData("en", "somebody else may have typed it", "Nothing was handed out or erased")]
    [InlineData("fr", "une autre personne a pu la saisir", "Rien n’a été remis ni effacé")]
    public async Task By_an_address_that_was_never_confirmed_one_more_word_is_asked_for(string language, string said, string refused)
    {
        var thread = await Asked(Jane, confirmed: false);
        Assert.Contains(said, await Body(await Press("Find", language, ("who", Jane))), StringComparison.Ordinal);
        (string, string) visitor = ("visitor", thread.Visitor.ToString()), who = ("who", Jane);

        foreach (var (handler, fields) in new[] { ("Export", new[] { visitor, who }), ("Erase", [visitor, who, ("sure", "true")]) })
        {
            var answer = await Press(handler, language, fields);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(refused, await Body(answer), StringComparison.Ordinal);
        }
        // Nor by leaving out how they were found.
        foreach (var handler in new[] { "Export", "Erase" }) Assert.Equal(HttpStatusCode.NotFound, (await Press(handler, language, visitor, ("sure", "true"))).StatusCode);
        Assert.Null((await Again(thread)).ErasedAt);

        Assert.Equal("application/zip", (await Press("Export", language, visitor, who, ("known", "true"))).Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, (await Press("Erase", language, visitor, who, ("known", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Press("Erase", language, visitor, who, ("known", "true"), ("sure", "true"))).StatusCode);
        Assert.NotNull((await Again(thread)).ErasedAt);
    }

    [Fact]
    public async Task By_a_confirmed_address_or_the_number_of_a_conversation_nothing_more_is_asked_for()
    {
        var (confirmed, numbered) = (await Asked("kim@mail.example", confirmed: true), await Asked("lee@mail.example", confirmed: false));
        foreach (var (thread, who) in new[] { (confirmed, "KIM@mail.example"), (numbered, numbered.PublicId) })
        {
            Assert.DoesNotContain("somebody else may have typed it", await Body(await Press("Find", "en", ("who", who))), StringComparison.Ordinal);
            (string, string)[] fields = [("visitor", thread.Visitor.ToString()), ("who", who), ("sure", "true")];
            Assert.Equal("application/zip", (await Press("Export", "en", fields)).Content.Headers.ContentType?.MediaType);
            Assert.Equal(HttpStatusCode.Redirect, (await Press("Erase", "en", fields)).StatusCode);
        }
    }

    [Fact]
    public async Task What_a_reader_wrote_and_somebody_else_erased_a_moment_ago_is_erased()
    {
        var pressed = await Press("EraseWords", "en", ("kind", "answer"), ("words", "abcdefghij"), ("reason", "asked"), ("sure", "true"));

        Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
        Assert.Contains("erased=true", pressed.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private async Task<ThreadRecord> Asked(string email, bool confirmed)
    {
        var token = (await App.Get<VisitorStore>().Welcome(Mine.Id)).Value!.Token;
        var visitor = (await App.Get<VisitorStore>().ByToken(Mine.Id, token))!;
        var asked = (await App.Get<AskQuestion>().Run(new(Mine, visitor), new AskRequest(Keys.New(), "Does it dim?", Language: "en"))).Value!;
        var thread = (await App.Get<ThreadStore>().Find(Mine.Id, asked.Thread.ThreadId))!;
        await App.Get<Db>().Write<Done>(async tx =>
        {
            await tx.Execute("update threads set email = @email, email_confirmed_at = @at where id = @Id", new { thread.Id, email, at = confirmed ? 1 : (long?)null });
            return Done.It;
        });
        return thread;
    }

    private async Task<ThreadRecord> Again(ThreadRecord thread) => (await App.Get<ThreadStore>().Find(thread.Id))!;

    // Found people stand on the page that answers the search: their forms are sent with the token of the one that is always there.
    private async Task<HttpResponseMessage> Press(string handler, string language, params (string Name, string Value)[] fields)
    {
        var token = (await Admin.Form(Path, "Find")).Fields.Single(field => field.Name == "__RequestVerificationToken");
        return await Admin.Send(HttpMethod.Post, $"{Path}?handler={handler}&lang={language}", new FormUrlEncodedContent([.. fields.Append(token).Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }

    private static async Task<string> Body(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}
