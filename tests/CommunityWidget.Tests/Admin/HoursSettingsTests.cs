using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Admin;

/// <summary>Holidays and other days beside the week, and what hours mean now. The clock says Monday, ten o'clock in Paris.</summary>
public sealed class HoursSettingsTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    private const string Page = "/admin/questions";

    private static readonly (string, string)[] Week =
        [("Hours.Always", "false"), ("Hours.TimeZone", "Europe/Paris"), ("Hours.Days[0].From", "09:00"), ("Hours.Days[0].To", "18:00")];

    [Fact]
    public async Task Holidays_and_other_days_are_saved_and_can_be_taken_back()
    {
        var page = await Saved(await Admin.Press(Page, "Hours",
        [
            .. Week,
            ("Hours.Dates[0].First", "2026-12-25"), ("Hours.Dates[0].Yearly", "true"), ("Hours.Dates[0].Name", "Christmas"),
            ("Hours.Dates[1].First", "2026-12-28"), ("Hours.Dates[1].Last", "2026-12-31"), ("Hours.Dates[1].Times.From", "10:00"), ("Hours.Dates[1].Times.To", "12:00"),
            ("Hours.Dates[2].First", ""), ("Hours.Dates[2].Name", ""),
        ]));

        var dates = (await Site()).Hours.Dates!;
        Assert.Equal(2, dates.Count);
        Assert.Equal((new DateOnly(2026, 12, 25), new DateOnly(2026, 12, 25), true, "Christmas"), (dates[0].From, dates[0].To, dates[0].Yearly, dates[0].Name));
        Assert.Equal((new DateOnly(2026, 12, 31), new OpenMinutes(600, 720)), (dates[1].To, Assert.Single(dates[1].Open)));
        Assert.Contains("value=\"2026-12-25\"", page);
        Assert.Contains("You can take it back", page);
        var id = await App.Get<Db>().Find<Guid>("select id from audit where site = @Id and outcome = 'changed' order by at desc, id desc", Mine);
        await Saved(await Admin.Press($"{Page}?changed={id}", "Undo"));
        Assert.Null((await Site()).Hours.Dates);
    }

    [Theory]
    [InlineData("Hours.Dates[0].First", "tomorrow", "Choose a day")]
    [InlineData("Hours.Dates[0].Last", "2026-12-01", "The last day comes after the first")]
    [InlineData("Hours.Dates[0].Last", "2028-12-24", "The last day comes after the first")]
    [InlineData("Hours.Dates[0].Name", "Zo\u202e", "1 to 60 visible characters")]
    [InlineData("Hours.Dates[0].Times.From", "25:00", "Write both times")]
    public async Task Days_that_cannot_be_are_refused_beside_what_was_typed(string field, string typed, string sentence)
    {
        var form = Week.Append(("Hours.Dates[0].First", "2026-12-24")).Where(f => f.Item1 != field).Append((field, typed));
        Assert.Contains(sentence, await Refused(await Admin.Press(Page, "Hours", [.. form])));
        Assert.Null((await Site()).Hours.Dates);
    }

    [Theory]
    [InlineData("Times.From", "Times.To")]
    [InlineData("Times.From2", "Times.To2")]
    [InlineData("Times.More[0].From", "Times.More[0].To")]
    public async Task Hours_without_their_day_are_not_dropped_unseen(string from, string to)
    {
        var page = await Refused(await Admin.Press(Page, "Hours", [.. Week, ($"Hours.Dates[0].{from}", "10:00"), ($"Hours.Dates[0].{to}", "12:00")]));
        Assert.Contains("Choose a day", page);
        Assert.Contains("value=\"12:00\"", page);
    }

    [Fact]
    public async Task Days_are_added_and_removed_before_anything_is_saved()
    {
        var added = await (await Admin.Press(Page, "Hours", [.. Week, ("press", "add-date")])).Content.ReadAsStringAsync();
        Assert.Contains("Hours.Dates[0].First", added);
        var removed = await (await Admin.Press(Page, "Hours", [.. Week, ("Hours.Dates[0].First", "2026-12-24"), ("press", "remove-date:0")])).Content.ReadAsStringAsync();
        Assert.DoesNotContain("2026-12-24", removed);
        Assert.Empty((await Site()).Hours.Spans);
    }

    [Fact]
    public async Task A_day_takes_more_spans_by_a_press_and_keeps_them()
    {
        var more = await (await Admin.Press(Page, "Hours", [.. Week, ("press", "add-span:Hours.Days[0]")])).Content.ReadAsStringAsync();
        Assert.Contains("Hours.Days[0].More[0].From", more);
        (string, string)[] four = [("Hours.Days[0].From2", "19:00"), ("Hours.Days[0].To2", "20:00"), ("Hours.Days[0].More[0].From", "21:00"), ("Hours.Days[0].More[0].To", "22:00"), ("Hours.Days[0].More[1].From", "23:00"), ("Hours.Days[0].More[1].To", "0:00")];
        await Saved(await Admin.Press(Page, "Hours", [.. Week, .. four]));
        Assert.Equal([(540, 1080), (1140, 1200), (1260, 1320), (1380, 1440)], (await Site()).Hours.Spans.Select(s => (s.FromMinute, s.ToMinute)));

        var again = await Refused(await Admin.Press(Page, "Hours", [.. Week, .. four[..^2], ("Hours.Days[0].More[1].From", "21:30"), ("Hours.Days[0].More[1].To", "23:00")]));
        Assert.Contains("begin before those before them have ended", again);
    }

    [Fact]
    public async Task A_countrys_holidays_of_the_next_twelve_months_come_by_one_press_once_and_can_be_taken_back()
    {
        (string, string)[] press = [.. Week, ("Hours.Dates[0].First", "2026-05-01"), ("Hours.Dates[0].Name", "Ours"), ("Hours.Country", "FR"), ("press", "holidays")];
        await Saved(await Admin.Press(Page, "Hours", press));
        var dates = (await Site()).Hours.Dates!;
        Assert.Equal(11, dates.Count);
        Assert.Equal("Ours", dates.Single(d => d.From == new DateOnly(2026, 5, 1)).Name);
        Assert.Contains(dates, d => d is { Name: "Easter Monday", From: { Year: 2026, Month: 4, Day: 6 }, Open.Count: 0 });
        Assert.All(dates, d => Assert.InRange(d.From, new(2026, 3, 2), new(2027, 3, 1)));

        await Admin.Press(Page, "Hours", ("Hours.Country", "FR"), ("press", "holidays"));
        Assert.Equal(11, (await Site()).Hours.Dates!.Count);
        var id = await App.Get<Db>().Find<Guid>("select id from audit where site = @Id and outcome = 'changed' order by at desc, id desc", Mine);
        await Saved(await Admin.Press($"{Page}?changed={id}", "Undo"));
        Assert.Null((await Site()).Hours.Dates);
    }

    [Fact]
    public async Task A_countrys_holidays_leave_alone_what_the_owner_has_set_for_such_a_day()
    {
        await Saved(await Admin.Press(Page, "Hours",
        [
            .. Week,
            ("Hours.Dates[0].First", "2024-07-14"), ("Hours.Dates[0].Yearly", "true"), ("Hours.Dates[0].Times.From", "10:00"), ("Hours.Dates[0].Times.To", "12:00"),
            ("Hours.Dates[1].First", "2024-12-20"), ("Hours.Dates[1].Last", "2025-01-02"), ("Hours.Dates[1].Yearly", "true"),
            ("Hours.Dates[2].First", "1/5/2026"), ("Hours.Dates[2].Name", "Ours"),
            ("Hours.Dates[3].First", "2026-08-01"), ("Hours.Dates[3].Last", "2026-08-31"), ("Hours.Dates[3].Times.From", "10:00"), ("Hours.Dates[3].Times.To", "12:00"),
            ("Hours.Country", "FR"), ("press", "holidays"),
        ]));

        var hours = (await Site()).Hours;
        Assert.Equal((600, 720), hours.On(new(2026, 7, 14)).Select(span => (span.FromMinute, span.ToMinute)).Single());
        Assert.Empty(hours.On(new(2026, 8, 15)));
        Assert.Equal(["04-06", "05-08", "05-14", "05-25", "08-15", "11-01", "11-11"], hours.Dates!.Skip(4).Select(d => d.From.ToString("MM-dd")));
    }

    [Theory]
    [InlineData("09:00", "18:00", "Open now, closes today at 18:00.")]
    [InlineData("14:00", "18:00", "Closed now, opens today at 14:00.")]
    [InlineData("07:00", "08:00", "Closed now, opens Monday 9 March at 7:00.")]
    [InlineData("07:00", "", "The hours are not complete yet.")]
    public async Task What_is_being_typed_is_said_in_words_and_nothing_is_written_down(string from, string to, string words)
    {
        var (action, fields) = await Admin.Form(Page, "Hours");
        var before = await Written();
        (string Name, string Value)[] typed = [.. Week.Take(2), ("Hours.Days[0].From", from), ("Hours.Days[0].To", to)];
        var form = fields.ExceptBy(typed.Select(f => f.Name), f => f.Name).Concat(typed).Select(f => KeyValuePair.Create(f.Name, f.Value));
        var answer = await Admin.Send(HttpMethod.Post, action.Replace("handler=Hours", "handler=HoursPreview"), new FormUrlEncodedContent(form));
        Assert.Equal(words, System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Equal(before, await Written());
    }

    private Task<long> Written() => App.Get<Db>().Find<long>("select count(*) from audit where site = @Id", Mine);
}
