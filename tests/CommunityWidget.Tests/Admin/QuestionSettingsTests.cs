using CommunityWidget.Admin;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Questions;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Admin;

public sealed class QuestionSettingsTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    private const string Page = "/admin/questions";

    [Fact]
    public async Task A_topic_is_added_renamed_and_moved_and_keeps_its_id()
    {
        await AddTopic("Bulbs & dimming");
        await AddTopic("Delivery");
        await Saved(await Admin.Press(Page, "Topics", ("Topics.Lines[0].Names[en]", "Light bulbs"), ("press", "up:delivery")));

        Assert.Equal(["delivery=Delivery", "bulbs-dimming=Light bulbs"], (await Site()).Topics.List.Select(t => $"{t.Id}={t.Names["en"]}"));
    }

    [Fact]
    public async Task A_removed_topic_without_questions_is_gone_and_comes_back_by_undo()
    {
        await AddTopic("Delivery");
        // The clock stands still by itself: two changes of one millisecond have no order.
        App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var page = await Saved(await Admin.Press(Page, "Topics", ("press", "remove:delivery")));
        Assert.Empty((await Site()).Topics.Known);

        Assert.Contains("You can take it back", page);
        var id = await App.Get<Db>().Find<Guid>("select id from audit where site = @Id and outcome = 'changed' order by at desc, id desc", Mine);
        await Saved(await Admin.Press($"{Page}?changed={id}", "Undo"));
        Assert.Equal("delivery", Assert.Single((await Site()).Topics.List).Id);
    }

    [Fact]
    public async Task A_removed_topic_with_questions_keeps_its_name_for_them_and_can_be_brought_back()
    {
        await AddTopic("Delivery");
        var asked = await Ask(topic: "delivery");
        await Saved(await Admin.Press(Page, "Topics", ("press", "remove:delivery")));

        var site = await Site();
        Assert.Null(site.TopicFor("delivery"));
        Assert.Equal("delivery", Assert.Single(site.Topics.Known).Id);
        Assert.Equal("delivery", (await Thread(asked)).Topic);
        Assert.Contains("Bring it back below", await Refused(await AddTopicAnswer("Delivery again", "delivery")));

        await Saved(await Admin.Press(Page, "Topics", ("press", "back:delivery")));
        Assert.Equal("delivery", (await Site()).TopicFor("delivery"));
    }

    [Theory]
    [InlineData("", "shipping", "Give it a name in English")]
    [InlineData("Zo\u202eé", "", "1 to 60 visible characters")]
    [InlineData("Fine", "No Spaces", "small letters a–z")]
    public async Task A_topic_that_cannot_be_is_refused_beside_what_was_typed(string name, string id, string sentence)
    {
        var page = await Refused(await AddTopicAnswer(name, id));

        Assert.Contains(sentence, page);
        if (id != "") Assert.Contains($"value=\"{id}\"", page);
        Assert.Empty((await Site()).Topics.List);
    }

    [Fact]
    public async Task Rungs_are_moved_about_before_anything_is_saved()
    {
        var shown = await (await Admin.Press(Page, "Ladder", ("press", "remove:0"), ("Ladder.Rungs[1].Wave", "3"))).Content.ReadAsStringAsync();

        Assert.Contains("up to 3 super users who speak the language", shown);
        Assert.Equal(3, (await Site()).Ladder.Rungs.Count);
    }

    [Theory]
    [InlineData("Ladder.Rungs[0].Wave", "0", "whole number from 1 to 50")]
    [InlineData("Ladder.Rungs[0].Offer", "4", "whole number from 5 to 300")]
    [InlineData("Ladder.Rungs[0].Stays", "1e3", "whole number from 5 to 3600")]
    [InlineData("Ladder.Rungs[0].Kind", "agents", "Your team is the last rung, once")]
    [InlineData("Ladder.Rungs[0].Kind", "parked", "Choose who is asked")]
    public async Task A_ladder_nobody_could_climb_is_refused(string field, string typed, string sentence) =>
        Assert.Contains(sentence, await Refused(await Admin.Press(Page, "Ladder", (field, typed))));

    [Fact]
    public async Task A_changed_ladder_takes_the_questions_on_it_along()
    {
        var parked = await Ask();
        Assert.Equal((ThreadStates.Parked, 4L), await Place(parked, ThreadStates.Parked));

        await SaveLadder("anyone", "anyone", "anyone", "anyone", "agents");
        Assert.Equal((ThreadStates.Parked, 6L), await Place(parked, ThreadStates.Parked));
        await SaveLadder("topic");
        Assert.Equal((ThreadStates.Parked, 2L), await Place(parked, ThreadStates.Parked));
        Assert.Equal(RungKinds.Parked, (await Site()).Ladder.KindOf(2));
    }

    [Theory]
    [InlineData("topic anyone agents", "anyone topic agents", 1, 2)]
    [InlineData("topic anyone agents", "agents", 3, 1)]
    [InlineData("topic anyone agents", "topic anyone", 3, 2)]
    [InlineData("topic anyone agents", "topic", 4, 2)]
    [InlineData("topic", "topic anyone agents", 2, 4)]
    [InlineData("anyone topic anyone", "anyone anyone topic", 3, 2)]
    public void Each_question_goes_on_at_the_like_of_its_rung(string before, string after, int rung, int expected) =>
        Assert.Equal(expected, LadderChange.Follow(Ladder(before), Ladder(after), rung));

    [Fact]
    public async Task Hours_are_a_week_in_a_time_zone()
    {
        await Saved(await Admin.Press(
            Page, "Hours",
            ("Hours.Always", "false"), ("Hours.TimeZone", "Europe/Paris"),
            ("Hours.Days[0].From", "09:00"), ("Hours.Days[0].To", "12:30"), ("Hours.Days[0].From2", "14h"), ("Hours.Days[0].To2", "00:00")));

        var hours = (await Site()).Hours;
        Assert.Equal([new(DayOfWeek.Monday, 540, 750), new OpenSpan(DayOfWeek.Monday, 840, 1_440)], hours.Spans);
        Assert.True(hours.OpenAt(new DateTimeOffset(2026, 3, 2, 22, 59, 0, TimeSpan.Zero)));
        Assert.False(hours.OpenAt(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero)));
        Assert.Contains("Hours.Days[0].To2\" value=\"00:00\"", await (await Admin.Get(Page)).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Hours.TimeZone", "Mars/Olympus", "is no time zone")]
    [InlineData("Hours.Days[2].From", "25:00", "Write both times")]
    [InlineData("Hours.Days[2].To", "08:00", "It closes before it opens")]
    [InlineData("Hours.Days[2].From2", "11:00", "begin before those before them have ended")]
    public async Task Hours_that_cannot_be_are_refused(string field, string typed, string sentence)
    {
        var week = new Dictionary<string, string>
        {
            ["Hours.Always"] = "false", ["Hours.TimeZone"] = "UTC", ["Hours.Days[2].From"] = "09:00", ["Hours.Days[2].To"] = "12:00",
            ["Hours.Days[2].From2"] = "13:00", ["Hours.Days[2].To2"] = "15:00", [field] = typed,
        };

        Assert.Contains(sentence, await Refused(await Admin.Press(Page, "Hours", [.. week.Select(f => (f.Key, f.Value))])));
    }

    [Fact]
    public async Task Hours_without_any_are_not_taken_for_always() =>
        Assert.Contains("never open", await Refused(await Admin.Press(Page, "Hours", ("Hours.Always", "false"), ("Hours.TimeZone", "UTC"))));

    private static Ladder Ladder(string kinds) => new([.. kinds.Split(' ').Select(kind => new Rung(kind, 4, 15_000, 20_000))]);

    private async Task SaveLadder(params string[] kinds)
    {
        var saved = await App.Get<ChangeSite>().Run(new(await Site(), Ada), [SiteFields.Ladder], seen: null, site => site with { Ladder = Ladder(string.Join(' ', kinds)) });
        Assert.NotNull(saved.Value);
    }

    [Fact]
    public async Task The_target_for_an_answer_is_kept_and_a_senseless_one_is_refused()
    {
        await Saved(await Admin.Press("/admin/questions", "Target", ("target", "45")));
        Assert.Equal(45, (await Site()).AnswerMinutes);

        foreach (var typed in new[] { "0", "-1", "soon", "10081" })
            Assert.Contains("whole number from 1 to 10080", await Refused(await Admin.Press("/admin/questions", "Target", ("target", typed))));
        Assert.Equal(45, (await Site()).AnswerMinutes);
    }

    private async Task AddTopic(string name) => await Saved(await AddTopicAnswer(name, ""));

    private async Task<HttpResponseMessage> AddTopicAnswer(string name, string id)
    {
        var place = (await Site()).Topics.List.Count;
        return await Admin.Press(Page, "Topics", ($"Topics.Lines[{place}].Names[en]", name), ($"Topics.Lines[{place}].Id", id));
    }

    private async Task<string> Ask(string? topic = null)
    {
        var token = (await App.Get<VisitorStore>().Welcome(Mine.Id)).Value!.Token;
        var visitor = (await App.Get<VisitorStore>().ByToken(Mine.Id, token))!;
        var reply = await App.Get<AskQuestion>().Run(new VisitorCaller(await Site(), visitor), new(Secret.New()[..20].Replace('_', 'x').Replace('-', 'x'), "Does it?", Topic: topic));
        return reply.Value!.Thread.ThreadId;
    }

    private async Task<ThreadRecord> Thread(string id) => (await App.Get<ThreadStore>().Find(Mine.Id, id))!;

    private async Task<(string State, long Rung)> Place(string id, string state)
    {
        var thread = await Thread(id);
        await Eventually.Holds(async () =>
        {
            if (thread.State == state) return true;
            App.Clock.Advance(TimeSpan.FromSeconds(1));
            thread = await Thread(id);
            return false;
        });
        return (thread.State, thread.Rung);
    }
}
