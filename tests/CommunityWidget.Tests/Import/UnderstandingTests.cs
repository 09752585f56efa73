using System.Globalization;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Import;
using CommunityWidget.Import.Reading;
using CommunityWidget.Import.Understanding;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.Data;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Import;

/// <summary>What a row says, and when it says nothing that can be used.</summary>
public sealed class UnderstandingTests
{
    private static readonly long Now = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), Written = Now - 86_400_000;

    private static readonly Site Shop = new()
    {
        Id = Guid.CreateVersion7(), Languages = "en fr", Topics = new([new TopicView("care", new Dictionary<string, string> { ["en"] = "Care & cleaning", ["fr"] = "Entretien" })]),
    };

    [Theory]
    [InlineData("2024-04-03", "2024-04-03T00:00:00")]
    [InlineData("2024-04-03T10:20:30+02:00", "2024-04-03T08:20:30")]
    [InlineData("Jun 27, 2014", "2014-06-27T00:00:00")]
    [InlineData("27 juin 2014", "2014-06-27T00:00:00")]
    [InlineData("Wed, 03 Apr 2024 10:20:30 GMT", "2024-04-03T10:20:30")]
    [InlineData("1403852400", "2014-06-27T07:00:00")]
    [InlineData("1403852400000", "2014-06-27T07:00:00")]
    [InlineData("13/11/2025", "2025-11-13T00:00:00")]
    [InlineData("5.4.2025", "2025-04-05T00:00:00")]
    [InlineData("11/13/2025 9:05", "2025-11-13T09:05:00")]
    [InlineData("29 days ago", "2026-10-27T12:00:00")]
    [InlineData("il y a une semaine", "2026-11-18T12:00:00")]
    [InlineData("5/5/2025", "2025-05-05T00:00:00")]
    public void A_date_is_read_as_exports_write_it(string typed, string meant) =>
        Assert.Equal(meant, DateTimeOffset.FromUnixTimeMilliseconds(Moments.Read(typed, typed.Contains('.') ? true : null, Now, Written).At!.Value).ToString("s", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("03/04/2024", "may be two days")]
    [InlineData("yesterday", "is no date I know")]
    [InlineData("2031-01-01", "still to come")]
    [InlineData("1970-01-02", "before 1990")]
    public void A_date_that_cannot_be_is_refused_with_what_to_do(string typed, string why) => Assert.Contains(why, Moments.Read(typed, null, Now, Written).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>One &amp; two.</p>\n<p>Three<br>four</p>", "One & two.\n\nThree\nfour")]
    [InlineData("<ul><li>a</li><li><b>b</b></li></ul>See <a href=\"https://shop.example/x\">here</a>.", "- a\n- b\n\nSee here (https://shop.example/x).")]
    [InlineData("<script>alert(1)</script><p>5 &lt; 7</p>", "5 < 7")]
    [InlineData("if a < b and b > c then <not a tag>", "if a < b and b > c then <not a tag>")]
    [InlineData("Don&#39;t &quot;do&quot; it", "Don't \"do\" it")]
    [InlineData("AT&T &copy", "AT&T &copy")]
    [InlineData("a\0b\vc\u0007\r\nd\re", "ab\nc\nd\ne")]
    public void Pages_are_read_as_text_and_text_stays_as_it_is(string raw, string text) => Assert.Equal(text, PlainText.Of(raw));

    [Theory]
    [InlineData("Jean Dupont", "Jean D.")]
    [InlineData("JEAN-LUC DE LA TOUR", "JEAN-LUC T.")]
    [InlineData("kettle fan 42", "kettle fan 42")]
    [InlineData("Maya", "Maya")]
    [InlineData("maya@mail.example", null)]
    [InlineData("0612345678", null)]
    [InlineData("  ", null)]
    [InlineData("<b>Maya</b>", "Maya")]
    [InlineData("Ma\uFFFDa", null)]
    public void Who_is_no_member_goes_by_a_name_that_does_not_tell_who_they_are(string typed, string? shown) => Assert.Equal(shown, Pseudonym.Of(typed, full: false));

    [Fact]
    public void A_full_name_stays_where_somebody_said_so() => Assert.Equal("Jean Dupont", Pseudonym.Of("Jean Dupont", full: true));

    [Theory]
    [InlineData("question,answer,topic,language\nHow do I wash it?,At 30 degrees.,entretien,en-GB", "How do I wash it? | care | en | ")]
    [InlineData("question,answer,category\nHow do I wash it?,At 30 degrees.,Delivery", "How do I wash it? |  | en | the topic “Delivery”, which the site does not have")]
    [InlineData("question,réponse,langue\nComment le laver ?,À 30 degrés.,Français", "Comment le laver ? |  | fr | ")]
    [InlineData("question,answer\nComment est-ce que je le lave ?,À 30 degrés.", "Comment est-ce que je le lave ? |  | fr | ")]
    [InlineData("subject,body,answer,product url\nWashing,<p>How do I wash it?</p>,At 30.,javascript:alert(1)", "Washing |  | en | addresses of products that are no https address")]
    public async Task Topic_language_and_title_are_the_site_s(string csv, string meant)
    {
        var question = (await Understand(csv)).Question!;
        Assert.Equal(meant, $"{question.Title} | {question.Topic} | {question.Language} | {string.Join("; ", question.LeftOut)}");
    }

    [Theory]
    [InlineData("<p></p>", "How do I wash it?")]
    [InlineData("&nbsp;", "How do I wash it?")]
    [InlineData("<p><script>alert(1)</script></p>", "How do I wash it?")]
    [InlineData("\u200B", "How do I wash it?")]
    [InlineData("\u202E\u2066", "How do I wash it?")]
    [InlineData("<b>Washing</b>", "Washing")]
    public async Task A_title_that_shows_nothing_is_made_of_the_question(string typed, string title) =>
        Assert.Equal(title, (await Understand($"title,question,answer\n{typed},\"\u200B\nHow do I wash it?\",At 30.")).Question!.Title);

    [Fact]
    public async Task What_a_title_has_no_room_for_stands_before_the_question_or_is_said_to_be_left_out()
    {
        var title = $"My lamp hums. {string.Concat(Enumerable.Repeat("It does so every evening. ", 10))}Is that dangerous?";

        var whole = (await Understand($"title,question,answer\n{title},What can I do?,Unplug it.")).Question!;
        Assert.Equal(("Is that dangerous?", $"{title}\n\nWhat can I do?", 0), (whole.Title, whole.Question, whole.LeftOut.Count));

        // Where it does not fit there either.
        var asked = string.Concat(Enumerable.Repeat("What can I do? ", 262)).Trim();
        var cut = (await Understand($"title,question,answer\n{title},{asked},Unplug it.")).Question!;
        Assert.Equal(("Is that dangerous?", asked), (cut.Title, cut.Question));
        Assert.Contains("the end of a title", Assert.Single(cut.LeftOut), StringComparison.Ordinal);

        // A title that the question begins with is there already, as is one with room.
        Assert.Equal($"{title} And now?", (await Understand($"title,question,answer\n{title},{title} And now?,Unplug it.")).Question!.Question);
        // Forums cut titles off, and set capitals and signs of their own.
        foreach (var known in new[] { $"{title[..^5]}…", $"{title[..^5]}...", title.ToUpperInvariant()[..^1] })
            Assert.Equal($"{title} And now?", (await Understand($"title,question,answer\n{known},{title} And now?,Unplug it.")).Question!.Question);
        Assert.Equal("What can I do?", (await Understand("title,question,answer\nMy lamp hums.,What can I do?,Unplug it.")).Question!.Question);
    }

    [Fact]
    public async Task A_question_with_a_title_that_is_too_long_is_known_by_the_same_marks_as_before()
    {
        var title = string.Concat(Enumerable.Repeat("It hums. ", 30)).Trim();

        var whole = (await Understand($"title,question,answer\n{title},What can I do?,Unplug it.")).Question!;

        // Hashes of what the file says: of a title as it was cut, and of the question without it.
        Assert.StartsWith(title, whole.Question, StringComparison.Ordinal);
        Assert.Equal(
            ("22e84a995a38faf2", "aba3affc79c90637", "bae5de9d2b9b0941"),
            (whole.Asked[..16], whole.About[..16], whole.Mark[..16]));
    }

    [BadInputFact]
    public void Whatever_is_typed_as_a_title_there_is_one()
    {
        var understand = new UnderstandRow(Shop, new ImportOrder { File = "a.csv", Site = "shop" }, Now, Written);

        Assert.DoesNotContain(BadInputs.All(), typed => understand.Run(SourceRow.Of(1, [], new(["title", "question", "answer"]), [typed, "What is it?", "A lamp."])).Question is { } made && MessageText.CleanForPage(made.Title).Value is null);
    }

    [Theory]
    [InlineData("\u0001", "Lamp", null, "Lamp")]
    [InlineData("L2", "<p></p>", "L2", null)]
    [InlineData("\uFFFE", "&nbsp;", null, null)]
    public async Task What_is_empty_of_a_product_is_not_there(string id, string name, string? ofId, string? ofName)
    {
        var product = (await Understand($"sku,product,question,answer\n{id},{name},What?,That.")).Question!.Product;
        Assert.Equal((ofId, ofName), (product?.Id, product?.Name));
    }

    [Theory]
    [InlineData("question,answer\n,Yes.", "There is no question.")]
    [InlineData("question,answer\nWhat?,", "There is no answer.")]
    [InlineData("question,answer,language\nWas?,Ja.,de", "The site does not speak “de”. Add it in /admin, or say --language.")]
    [InlineData("question,answer,asked at\nWhat?,Yes.,soon", "“soon” is no date I know. Write 2024-04-03.")]
    [InlineData("question,answer\nWh\uFFFDt?,Yes.", "The question has characters that cannot be read. Say the file's --encoding.")]
    [InlineData("title,question,answer\nWh\uFFFDt?,What?,Yes.", "The title has characters that cannot be read. Say the file's --encoding.")]
    [InlineData("question,details,answer\nWh\uFFFDt?,What?,Yes.", "The title has characters that cannot be read. Say the file's --encoding.")]
    [InlineData("question,answer,language\nWas?,Ja.,1234567890123456789\U0001F980", "The site does not speak “1234567890123456789\U0001F980”. Add it in /admin, or say --language.")]
    public async Task A_row_that_cannot_be_used_says_why(string csv, string why) => Assert.Equal(why, (await Understand(csv)).Fault);

    [Theory]
    [InlineData("title,question,answer\nIs it\uFFFE here?,What?,Yes.", "Is it here? | ")]
    [InlineData("title,question,answer,topic\nWhere?,What?,Yes.,de\uFFFElivery", "Where? | ")]
    [InlineData("title,que\uFFFEstion,answer,sku\nWhere?,What?,Yes.,A\0B\uFFFE", "Where? | AB")]
    public async Task Characters_that_cannot_be_stored_are_left_out_and_the_row_comes_in(string csv, string meant)
    {
        var understood = await Understand(csv);
        Assert.Null(understood.Fault);
        Assert.Equal(meant, $"{understood.Question!.Title} | {understood.Question.Product?.Id}");
    }

    [Fact]
    public async Task A_text_that_is_too_long_says_how_long_it_may_be()
    {
        Assert.Equal("The question is longer than 4000 characters.", (await Understand($"question,answer\n{new string('x', 4_001)},Yes.")).Fault);
        Assert.Equal("The answer is longer than 20000 characters.", (await Understand($"question,answer\nWhat?,{new string('x', 20_001)}")).Fault);
        Assert.Null((await Understand($"question,answer\n{new string('é', 4_000)},{new string('é', 20_000)}")).Fault);
    }

    [Fact]
    public async Task Of_many_answers_one_is_accepted_and_votes_are_none_below_zero()
    {
        var answers = string.Concat(Enumerable.Range(0, 120).Select(n => $"1,What?,Number {n}.,{(n is 7 or 9 ? "yes" : "")},{(n == 3 ? 99_999_999 : -n)}\n"));

        var question = (await Understand($"id,question,answer,accepted,votes\n{answers}")).Question!;

        Assert.Equal([("Number 7.", true, 0L), ("Number 3.", false, 1_000_000L), ("Number 0.", false, 0L)], question.Answers.Take(3).Select(answer => (answer.Body, answer.IsAccepted, answer.Votes)));
        Assert.Equal((100, 1, 0L), (question.Answers.Count, question.Answers.Count(answer => answer.IsAccepted), question.Answers.Min(answer => answer.Votes)));
        Assert.Equal("answers beyond the first 100", Assert.Single(question.LeftOut));
    }

    [Theory]
    [InlineData("<br>,", "an answer without a text")]
    [InlineData("Yes.,2031-01-01", "an answer whose date cannot be used")]
    [InlineData("Yes.,soon", "an answer whose date cannot be used")]
    public async Task One_answer_that_cannot_be_used_is_left_out_and_said_so(string answer, string why)
    {
        var question = (await Understand($"id,question,answer,answer date\n1,What?,{answer}\n1,What?,That.,2024-04-03\n")).Question;

        Assert.Equal(("That.", why), (question?.Answers.Single().Body, question?.LeftOut.Single()));
    }

    [Theory]
    [InlineData("Y\uFFFDs.,", "The answer has characters that cannot be read. Say the file's --encoding.")]
    [InlineData("Yes.,03/04/2024", "“03/04/2024” may be two days. Say --dates dmy or --dates mdy.")]
    public async Task What_one_word_about_the_whole_file_mends_costs_no_answer_for_good(string answer, string why)
    {
        var csv = $"id,question,answer,answer date\n1,What?,{answer}\n1,What?,That.,2024-04-03\n";

        Assert.Equal(why, (await Understand(csv)).Fault);
    }

    [Fact]
    public async Task An_answer_that_is_left_out_belongs_to_what_its_question_is_known_by()
    {
        const string soon = "question,answer_1,answer_1_date,answer_2\nWhat?,Yes.,soon,That.\n";

        var (one, without, mended) = (await Understand(soon), await Understand("question,answer_1\nWhat?,That.\n"), await Understand(soon.Replace("soon", "2024-04-03", StringComparison.Ordinal)));

        Assert.NotEqual(without.Question!.Mark, one.Question!.Mark);
        Assert.Equal(mended.Question!.Mark, one.Question.Mark);
        Assert.Equal((1, 2), (one.Question.Answers.Count, mended.Question.Answers.Count));
    }

    [Fact]
    public async Task One_answer_that_is_too_long_is_left_out_and_said_so()
    {
        var question = (await Understand($"id,question,answer\n1,What?,That.\n1,What?,{new string('x', 20_001)}\n1,What?,{new string('y', 20_001)}\n")).Question;

        Assert.Equal("That.", question?.Answers.Single().Body);
        Assert.Equal(Enumerable.Repeat("an answer longer than 20000 characters", 2), question!.LeftOut);
    }

    [Fact]
    public async Task Nobody_says_when_and_the_file_s_day_counts() => Assert.Equal(Written, (await Understand("question,answer\nWhat?,That.")).Question!.AskedAt);

    [Theory]
    [InlineData("question,answer_1,answer_1_date,answer_2,answer_2_date\nWhat?,That.,2024-04-03,This.,2023-05-06", "2023-05-06", "2024-04-03 2023-05-06")]
    [InlineData("question,date,answer_1,answer_1_date,answer_2\nWhat?,2025-01-01,That.,2024-04-03,This.", "2024-04-03", "2024-04-03 2025-01-01")]
    [InlineData("question,date,answer_1,answer_1_date\nWhat?,2023-01-01,That.,2024-04-03", "2023-01-01", "2024-04-03")]
    [InlineData("question,answer_1,answer_1_date,answer_2\nWhat?,That.,2024-04-03,This.", "2024-04-03", "2024-04-03 2024-04-03")]
    public async Task Nothing_was_asked_after_it_was_answered(string csv, string asked, string answered)
    {
        var question = (await Understand(csv)).Question!;

        static string Day(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal((asked, answered), (Day(question.AskedAt), string.Join(' ', question.Answers.Select(answer => Day(answer.At)))));
    }

    private static async Task<Understood> Understand(string csv) =>
        new UnderstandRow(Shop, new ImportOrder { File = "a.csv", Site = "shop" }, Now, Written).Run(Assert.Single(await ImportCase.Rows("a.csv", csv)));
}
