using System.Text.RegularExpressions;
using CommunityWidget.Admin;
using CommunityWidget.Admin.Texts;
using CommunityWidget.Contracts;
using CommunityWidget.Inbox;
using CommunityWidget.Numbers;
using CommunityWidget.Numbers.Explaining;
using CommunityWidget.Numbers.Texts;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Architecture;
using CommunityWidget.Tests.Inbox;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Numbers;

/// <summary>Why a question went where it went, in words anybody can follow.</summary>
public sealed partial class StoryTests : IAsyncLifetime
{
    private TestWorld _world = null!;

    public async Task InitializeAsync() => _world = await TestWorld.Start(also: services => services.AddAdmin().AddNumbers());

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task It_tells_who_was_asked_who_was_not_and_why_until_somebody_answered()
    {
        var (maya, leo, ines) = (await _world.Join(), await _world.Join(topics: ["bikes"]), await _world.Join(languages: "fr"));
        var asked = await _world.Question();
        await _world.RunMatching();
        await _world.Advance(3);
        await _world.Decline(maya, (await _world.OfferTo(maya, asked)).Id);
        await _world.RunMatching();
        var taken = (await _world.Accept(leo, (await _world.OfferTo(leo, asked)).Id)).Value!;
        await _world.Say(leo, taken);

        var lines = await Lines(asked);
        Assert.Equal(
            [
                "The visitor asked.",
                $"Offered on rung 1 (Super users who know the topic) to {Name(maya)}.",
                $"{Name(maya)} said “Not for me”.",
                "It moved on to the next rung.",
                $"Offered on rung 2 (Any super user) to {Name(leo)}.",
                $"{Name(leo)} accepted it.",
                $"{Name(leo)} wrote the first answer.",
            ],
            lines.Where(l => !l.IsAside).SelectMany(l => l.Said));
        var first = lines.First(l => l.NotAsked.Count > 0).NotAsked;
        Assert.Contains(("Rung 1, does not know the topic", Name(leo)), first);
        Assert.Contains(("Rung 1, does not speak the language", Name(ines)), first);
        Assert.Equal(3_000, lines.Single(l => l.Said.Any(s => s.Contains("Not for me"))).At - asked.AskedAt);
    }

    [Theory]
    [InlineData("en"), InlineData("fr")]
    public void A_sentence_begins_with_whoever_did_it_because_their_name_does_with_a_capital(string language)
    {
        var n = NumbersTexts.In(language);

        Assert.All(["accepted", "left", "released", "answered", "ended", "end_undone"], reason => Assert.StartsWith(n.Visitor, n.Happened(reason, n.Visitor, null)));
    }

    [Theory]
    [InlineData("en"), InlineData("fr")]
    public void Whatever_can_happen_to_a_question_is_told_in_words(string language)
    {
        var n = NumbersTexts.In(language);
        var contract = Repository.Files("src/CommunityWidget.Contracts", ".cs").Select(file => Reasons().Match(file.Text)).Single(found => found.Success).Groups["words"].Value.Split(", ");
        var outcomes = typeof(Outcomes).GetFields().Select(field => (string)field.GetValue(null)!);

        Assert.DoesNotContain(contract.Concat(outcomes), reason => n.Happened(reason, "Sam", 5) == n.Happened($"{reason}!", "Sam", 5).Replace("!", ""));
    }

    [Fact]
    public async Task It_tells_who_ended_it_without_an_answer_and_who_took_that_back()
    {
        var sam = await _world.JoinAgent(available: false);
        var asked = await _world.Fallen();
        var end = _world.Get<EndTogether>();
        await end.Run(sam, [new(asked.PublicId, asked.Fence)]);
        await end.Undo(sam, [asked.PublicId]);

        Assert.Equal([$"{Name(sam)} ended it without an answer.", $"{Name(sam)} took the end back."], (await Lines(asked)).SelectMany(l => l.Said).TakeLast(2));
        await _world.Leap(TimeSpan.FromDays(60));
        Assert.Equal("Nobody answered in time: it ended by itself.", (await Lines(asked)).SelectMany(l => l.Said).Last());
    }

    [Fact]
    public async Task It_tells_to_whom_a_parked_question_was_given_by_whom_and_that_it_fell_free()
    {
        var (sam, kim) = (await _world.JoinAgent(available: false), await _world.JoinAgent(available: false));
        var asked = await _world.Fallen();
        await _world.Give(sam, asked, kim);
        await _world.Give(kim, await _world.Again(asked), topic: "bikes");
        await _world.TakeBack(kim, asked);
        await _world.Leap(TimeSpan.FromDays(1));

        Assert.Equal(
            [
                $"{Name(sam)} gave it to {Name(kim)}, to be answered later.",
                $"{Name(kim)} handed it on.",
                $"{Name(kim)} took that back: it was {Name(kim)}’s again.",
                "It fell free again: whoever it was given to did not answer in time, was not free when its visitor was back, or may not answer any more.",
            ],
            (await Lines(asked)).SelectMany(l => l.Said).TakeLast(4));
    }

    [Fact]
    public async Task An_answer_is_not_told_as_the_question_that_was_set_aside()
    {
        var maya = await _world.Join();
        var (_, thread) = await _world.TalkWith(maya);
        await _world.Say(maya, thread);
        await _world.Db.Write<Done>(async tx =>
        {
            Assert.True(await _world.Get<SetAside>().Run(tx, (await _world.Get<ThreadStore>().Lock(tx, thread.Id))!, seq: 1));
            return Done.It;
        });

        Assert.Null((await _world.Get<TellStory>().Of(thread.Site, thread.PublicId))!.Question);
    }

    [Fact]
    public async Task It_tells_the_ladder_as_it_then_was_and_where_it_was_changed()
    {
        var admin = await _world.Join(roles: Roles.Admin, connected: false, available: false);
        var maya = await _world.Join();
        var asked = await _world.Question();
        await _world.RunMatching();
        await Save(admin, new([new(RungKinds.Anyone, 3, 9_000, 11_000)]));
        await _world.Advance(20);
        await Save(admin, Ladder.Default);

        var asides = (await Lines(asked)).Where(l => l.IsAside).SelectMany(l => l.Said).ToList();
        Assert.Equal(2, asides.Count);
        Assert.Contains("up to 4 super users who know the topic are asked at once, 15 s each", asides[0]);
        Assert.Contains("up to 3 super users who speak the language are asked at once, 9 s each", asides[1]);
        Assert.Contains((await Lines(asked)).SelectMany(l => l.Said), s => s == $"{Name(maya)} did not answer in time.");
    }

    [Theory]
    [InlineData(true, "Our team was skipped: its hours were closed.")]
    [InlineData(false, "Our team was skipped: its hours were open, but nobody was there.")]
    public async Task It_tells_why_the_team_did_not_get_it(bool closed, string sentence)
    {
        var admin = await _world.Join(roles: Roles.Admin, connected: false, available: false);
        if (closed) await _world.Get<ChangeSite>().Run(admin, [SiteFields.Hours], seen: null, site => site with { Hours = new("UTC", [new(DayOfWeek.Sunday, 0, 60)]) });
        var asked = await _world.Question();
        await _world.RunMatching();

        Assert.Contains(sentence, (await Lines(asked)).SelectMany(l => l.Said));
    }

    [Fact]
    public async Task It_tells_that_the_team_went_home_while_a_question_waited_for_it()
    {
        var admin = await _world.Join(roles: Roles.Admin, connected: false, available: false);
        await _world.JoinAgent();
        var minute = (int)_world.Clock.GetUtcNow().TimeOfDay.TotalMinutes;
        await _world.Get<ChangeSite>().Run(admin, [SiteFields.Hours], seen: null, site => site with { Hours = new("UTC", [new(_world.Clock.GetUtcNow().DayOfWeek, 0, minute + 1)]) });
        var asked = await _world.Question();
        await _world.RunMatching();
        await _world.Advance(61);

        Assert.Contains("Our team’s hours ended while it waited for them.", (await Lines(asked)).SelectMany(l => l.Said));
    }

    [Fact]
    public async Task Another_sites_question_has_no_story_here()
    {
        var there = await _world.Question(_world.There);

        Assert.Null(await _world.Get<TellStory>().Of(_world.Here.Id, there.PublicId));
        Assert.NotNull(await _world.Get<TellStory>().Of(_world.There.Id, there.PublicId));
    }

    private async Task Save(MemberCaller admin, Ladder ladder) =>
        Assert.NotNull((await _world.Get<ChangeSite>().Run(admin, [SiteFields.Ladder], seen: null, site => site with { Ladder = ladder })).Value);

    private async Task<IReadOnlyList<StoryLine>> Lines(ThreadRecord thread) =>
        [.. new StoryWords((await _world.Get<TellStory>().Of(thread.Site, thread.PublicId))!, NumbersTexts.In("en"), AdminTexts.In("en")).Lines];

    private static string Name(MemberCaller member) => member.Member.Name;

    [GeneratedRegex("\"Reason\">In one word: <c>(?<words>[^<]+)</c>", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Reasons();
}
