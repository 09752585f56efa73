using System.Globalization;
using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Data;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>
/// Everything people type to break websites, in every field a visitor fills: kept as typed or refused by number, and never an error of ours. What judges
/// make of it is <see cref="JudgedBadInputTests"/>.
/// </summary>
public sealed class BadInputTests(BadInputTests.Unjudged app) : IClassFixture<BadInputTests.Unjudged>
{
    public sealed class Unjudged() : RunningApp(new() { ["Moderation:Judge"] = "false" });

    private static readonly string[] AboutTheText = ["text_empty", "text_too_long", "text_control_characters"];

    [BadInputFact]
    public async Task As_messages_they_come_back_as_typed()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        var thread = (await visitor.Socket.Ask(Keys.Question("May I?"))).Value!.Thread.ThreadId;
        var kept = new List<string>();
        foreach (var (payload, place) in BadInputs.Every(4).Select((p, i) => (p, i)))
        {
            var door = visitor.Door(place % 2 == 0 ? "socket" : "http");
            var reply = await door.Send(new VisitorMessage(thread, Keys.New(), payload));
            if (reply.Refusal is { } refusal) Assert.True(Refuses(payload, refusal.Code), $"payload {place} was refused as {refusal.Code}");
            else kept.Add(AsKept(payload));
        }
        var stored = (await visitor.Http.Resume(thread, 0)).Value!.Events.Where(e => e.Kind == EventKinds.Message).Skip(1).Select(e => e.Text!);
        Assert.Equal(kept, stored);
        await app.Check();
    }

    [BadInputFact]
    public async Task As_question_title_address_topic_and_product_they_do_no_harm()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        foreach (var payload in BadInputs.Every(12))
        {
            var reply = await visitor.Http.Ask(new AskRequest(
                Keys.New(),
                payload,
                Language: payload,
                Topic: payload,
                Page: new(payload, payload),
                Product: new(payload, payload, payload, payload)));
            if (reply.Refusal is { } refusal)
            {
                Assert.True(Refuses(payload, refusal.Code), $"refused as {refusal.Code}");
                continue;
            }
            var thread = reply.Value!.Thread;
            Assert.Equal(AsKept(payload), thread.Events[0].Text);
            Assert.Equal(("en", null), (thread.Language, thread.Topic));
            Assert.Equal(Line(payload), thread.Page!.Title ?? "");
            Assert.Equal(Line(payload), thread.Product!.Name ?? "");
            foreach (var address in new[] { thread.Page.Url, thread.Product.Url, thread.Product.Image })
                Assert.True(address is null || address.StartsWith("http://", StringComparison.Ordinal) || address.StartsWith("https://", StringComparison.Ordinal), "an address of another kind was kept");
            await visitor.Http.End(thread.ThreadId);
        }
        await app.Check();
    }

    [BadInputFact]
    public async Task As_names_keys_and_ids_they_are_kept_or_refused_by_number()
    {
        var shop = await app.Open();
        await using var visitor = await shop.ConnectedVisitor();
        var live = (await visitor.Http.Ask(Keys.Question("Mine?"))).Value!.Thread.ThreadId;
        foreach (var payload in BadInputs.Every(25))
        {
            Assert.Equal(Refusals.NotFound.Code, (await visitor.Socket.Send(new(payload, Keys.New(), "x"))).Refusal?.Code);
            Assert.Equal(Refusals.NotFound.Code, (await visitor.Socket.Resume(payload, 0)).Refusal?.Code);
            var keyed = await visitor.Socket.Send(new(live, payload, "x"));
            Assert.True(keyed.Refusal is null || keyed.Refusal.Code is "key_missing", $"a key was refused as {keyed.Refusal?.Code}");
            Assert.True((await visitor.Http.LeaveEmail(live, payload)).Refusal is null or { Code: "email_not_usable" or "email_off" }, "an e-mail was refused otherwise");
            // A name in an ask of its own, by somebody new.
            await using var named = await shop.Visitor();
            var asked = await named.Http.Ask(Keys.Question("Who am I?") with { Name = payload });
            if (asked.Value is { } stored) Assert.Equal(payload.Trim().Normalize(NormalizationForm.FormC), stored.Thread.Visitor.Name ?? "");
            else Assert.Equal("name_not_usable", asked.Refusal!.Code);
        }
        await app.Check();
    }

    // What the contract promises to keep, and to refuse, written down a second time.
    private static string AsKept(string typed) => typed.Replace("\r\n", "\n").Replace('\r', '\n').Normalize(NormalizationForm.FormC);

    private static string Line(string typed)
    {
        var shown = typed.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) != UnicodeCategory.Control).Take(300);
        return string.Concat(shown).Trim();
    }

    private static bool Refuses(string payload, string code)
    {
        if (!AboutTheText.Contains(code)) return false;
        return code switch
        {
            "text_empty" => payload.Trim().Length == 0,
            "text_too_long" => payload.EnumerateRunes().Count() > Limits.TextCodePoints || Encoding.UTF8.GetByteCount(payload) > Limits.TextBytes,
            _ => payload.EnumerateRunes().Any(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.Control || r.Value is 0xFFFE or 0xFFFD) || payload.Any(char.IsSurrogate),
        };
    }
}
