using System.Text;
using CommunityWidget.Import.Reading;

namespace CommunityWidget.Tests.Import;

/// <summary>Files as they come: whatever wrote them, in whichever letters.</summary>
public sealed class ReadingTests
{
    private const string French = "question;réponse\r\nÀ quelle heure ?;\"Dès 9 h,\r\nl’été à 8 h\"\r\n";

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "" }, { "utf-8", "mark" }, { "utf-16", "mark" }, { "utf-16BE", "mark" }, { "utf-16", "" }, { "utf-16BE", "" }, { "utf-32", "mark" }, { "windows-1252", "" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_table_is_read_in_whichever_letters_it_is_written(string name, string mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. mark.Length > 0 ? encoding.GetPreamble() : [], .. encoding.GetBytes(French)];

        var row = Assert.Single(await ImportCase.Rows("a.csv", bytes));

        Assert.Equal("À quelle heure ?", row.Fields["question"]);
        Assert.Equal("Dès 9 h,\r\nl’été à 8 h", Assert.Single(row.Answers)[""]);
        Assert.Equal(2, row.Line);
    }

    [Fact]
    public async Task A_letter_cut_in_two_where_a_piece_ends_is_no_reason_to_take_a_file_for_another_encoding()
    {
        for (var before = 65_530; before < 65_540; before++)
        {
            var text = $"question,answer\n{new string('x', before - 20)}é€😀?,Yes.\n";
            Assert.Contains("é€😀?", Assert.Single(await ImportCase.Rows("a.csv", text)).Fields["question"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a.json", """[{"question": "A?", "answer": "1"}, {"question": "B?", "answer": "2"}]""")]
    [InlineData("a.json", """{"meta": {"items": 2, "pages": [1]}, "questions": [{"question": "A?", "answer": "1"},{"question": "B?", "answer": "2"}], "next": null}""")]
    [InlineData("a.json", """{"status": "ok", "data": {"count": 2, "questions": [{"question": "A?", "answer": "1"}, {"question": "B?", "answer": "2"}]}, "next": null}""")]
    [InlineData("a.json", "{\n  \"data\": {\n    \"response\": {\"items\": [\n{\"question\": \"A?\", \"answer\": \"1\"},\n{\"question\": \"B?\", \"answer\": \"2\"}]}}}\n")]
    [InlineData("a.json", "{\n\"data\": {\"rows\": [1, 2], \"posts\": []},\n\"questions\": [{\"question\": \"A?\", \"answer\": \"1\"},{\"question\": \"B?\", \"answer\": \"2\"}]}\n")]
    [InlineData("a.json", """{"data": {"items": [{"id": 7, "name": "Lamp"}], "threads": [{}, {"question": "Z?"}]}, "questions": [{"question": "A?", "answer": "1"}, {"question": "B?", "answer": "2"}]}""")]
    [InlineData("a.json", """{"posts": [], "data": {"results": []}, "questions": [{"question": "A?", "answer": "1"}, {"question": "B?", "answer": "2"}]}""")]
    [InlineData("a.json", """{"data": {"items": [{"name": "Lamp", "questions": [{"question": "A?", "answer": "1"}, {"question": "B?", "answer": "2"}]}]}}""")]
    [InlineData("a.json", "{\n  \"question\": \"A?\",\n  \"answer\": \"1\"\n}\n{\n  \"question\": \"B?\",\n  \"answer\": \"2\"\n}\n")]
    [InlineData("a.jsonl", "{\"question\": \"A?\", \"answer\": \"1\"}\r\n\r\n{\"question\": \"B?\", \"answer\": \"2\"}\r\n")]
    [InlineData("a.txt", "\uFEFF{\"question\": \"A?\", \"answer\": \"1\"}\n{\"question\": \"B?\", \"answer\": \"2\"}")]
    [InlineData("a.txt", "question\tanswer\nA?\t1\nB?\t2")]
    [InlineData("a.tsv", "sep=|\nquestion|answer\nA?|1\nB?|2\n")]
    public async Task Lists_lines_and_tables_say_the_same(string name, string text) =>
        Assert.Equal(["A?1", "B?2"], (await ImportCase.Rows(name, text)).Select(row => row.Fields["question"] + row.Answers[0][""]));

    [Theory]
    [InlineData("{\n  \"question\": \"A?\",\n  \"tags\": [\"lamp\"],\n  \"answers\": [\n    {\"text\": \"1\"},\n    {\"text\": \"2\"}\n  ]\n}\n")]
    [InlineData("{\n  \"title\": \"A?\",\n  \"question\": \"A?\",\n  \"posts\": [{\"by\": \"Ann\"}],\n  \"answers\": [\"1\", \"2\"]\n}")]
    public async Task One_question_written_over_several_lines_is_one(string text)
    {
        var row = Assert.Single(await ImportCase.Rows("a.json", text));
        Assert.Equal((1, "A?", 2), ((int)row.Line, row.Fields["question"], row.Answers.Count));
    }

    [Theory]
    [InlineData("""{"questions": []}""")]
    [InlineData("""{"data": {"questions": []}}""")]
    [InlineData("{\n  \"data\": {\n    \"items\": [],\n    \"next\": null\n  }\n}\n")]
    public async Task A_list_of_no_question_holds_none_wherever_it_is(string text) => Assert.Empty(await ImportCase.Rows("a.json", text));

    [Fact]
    public async Task An_object_over_several_lines_that_says_nothing_a_question_says_is_none()
    {
        var broken = await Assert.ThrowsAsync<UnreadableFileException>(() => ImportCase.Rows("a.json", "{\n  \"id\": 7,\n  \"entries\": [{\"question\": \"A?\", \"answer\": \"1\"}]\n}\n"));
        Assert.Contains("holds no list of questions", broken.Message, StringComparison.Ordinal);
        Assert.Equal("A?", Assert.Single(await ImportCase.Rows("a.json", "{\n  \"@type\": \"Question\",\n  \"name\": \"A?\"\n}\n")).Fields["name"]);
    }

    [Fact]
    public async Task Answers_are_found_in_lists_in_objects_in_numbered_columns_and_in_rows_that_go_on()
    {
        string[][] answers =
        [
            .. await Of("a.json", """[{"question": "A?", "answers": [{"body": "one", "owner": {"display_name": "Ann"}, "is_accepted": true, "score": 3}, "two"]}]"""),
            .. await Of("a.json", """[{"question": "A?", "answer": {"text": "one", "author": {"name": "Ann"}, "votes": 3, "accepted": true}, "answer_2": "two"}]"""),
            .. await Of("a.json", """{"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "A?", "acceptedAnswer": {"text": "one", "author": {"name": "Ann"}}, "suggestedAnswer": [{"text": "two"}]}]}"""),
            .. await Of("a.csv", "question,Accepted answer,accepted_answer_author,Answer 2\nA?,one,Ann,two\n"),
            .. await Of("a.csv", "question id,question,answer,answer author,accepted\n1,A?,one,Ann,1\n1,A?,two,,\n"),
        ];
        Assert.All(answers, said => Assert.Equal(["one by Ann, accepted", "two by "], said));

        static async Task<string[][]> Of(string name, string text) =>
            [.. (await ImportCase.Rows(name, text)).Select(row => row.Answers.Select(a =>
                $"{SourceRow.Value(a, FieldNames.AnswerText)} by {SourceRow.Value(a, FieldNames.AnswerAuthor)}{(SourceRow.Value(a, FieldNames.AnswerAccepted) is null ? "" : ", accepted")}").ToArray())];
    }

    [Fact]
    public async Task A_bad_line_costs_itself_and_is_named()
    {
        var rows = await ImportCase.Rows("a.jsonl", "{\"question\": \"A?\", \"answer\": \"1\"}\n{\"question\": \"B?\n[1, 2]\n{\"question\": \"\\ud800\", \"answer\": \"1\"}\n{\"question\": \"C?\", \"answer\": \"2\"}\n");
        Assert.Equal([(1, null), (2, "It is no JSON."), (3, "It is no object with fields."), (4, "It holds half a character."), (5, null)], rows.Select(row => ((int)row.Line, row.Fault)));

        var cells = await ImportCase.Rows("a.csv", "question,answer\nA?,1\nB \"odd\" one?,2\nC?,3,4\nD?,5\n");
        Assert.Equal([2, 5], cells.Where(row => row.Fault is null).Select(row => (int)row.Line));
        Assert.Equal([3, 4], cells.Where(row => row.Fault is not null).Select(row => (int)row.Line));
    }

    [Fact]
    public async Task A_bad_line_costs_itself_also_where_it_is_the_first()
    {
        foreach (var bad in new[] { "{\"question\": \"B?", "\"question\": \"B?\"}", "}" })
            Assert.Equal([(1, "It is no JSON."), (2, null)], (await ImportCase.Rows("a.jsonl", $"{bad}\n{{\"question\": \"A?\", \"answer\": \"1\"}}\n")).Select(row => ((int)row.Line, row.Fault)));
    }

    [Theory]
    [InlineData("a.json", """{"\ud800": [1], "questions": [{"question": "A?", "answer": "1"}]}""", null)]
    [InlineData("a.json", "{\n\"\\udc00\": [1],\n\"questions\": [{\"question\": \"A?\", \"answer\": \"1\"}]}", null)]
    [InlineData("a.json", "{\n\"type\": \"\\udc00\",\n\"questions\": [{\"question\": \"A?\", \"answer\": \"1\"}]}", null)]
    [InlineData("a.json", """[{"question": "A?", "title": "\ud800", "answer": "1"}]""", "It holds half a character.")]
    [InlineData("a.jsonl", """{"\ud800": [1], "question": "A?", "answer": "1"}""", "It holds half a character.")]
    [InlineData("a.json", """[{"question": "A?", "answers": [{"text": "1", "author": "\udc00\ud800"}]}]""", "It holds half a character.")]
    public async Task Half_a_character_costs_its_row_and_is_nobody_s_name(string name, string text, string? fault) => Assert.Equal(fault, Assert.Single(await ImportCase.Rows(name, text)).Fault);

    [Fact]
    public async Task Two_questions_under_one_id_are_two_and_no_row_goes_on_for_ever()
    {
        Assert.Equal(["A?1", "B?2"], (await ImportCase.Rows("a.csv", "id,question,answer\n7,A?,1\n7,B?,2\n")).Select(row => row.Fields["question"] + row.Answers[0][""]));
        var rows = await ImportCase.Rows("a.csv", "id,question,answer\n" + string.Concat(Enumerable.Range(0, GatherRows.MostAnswers + 1).Select(n => $"7,A?,{n}\n")));
        Assert.Equal([null, "More than 1,000 answers to this question stand above it."], rows.Select(row => row.Fault).Order());
    }

    [Fact]
    public async Task What_is_longer_than_any_question_fills_no_memory()
    {
        var text = $"{{\"question\": \"A?\", \"answer\": \"{new string('x', 4 << 20)}\"}}\n{{\"question\": \"B?\", \"answer\": \"2\"}}\n";

        Assert.Equal([(1, "It is longer than 4 megabytes."), (2, null)], (await ImportCase.Rows("a.jsonl", "{\"question\": \"\"}\n" + text)).Skip(1).Select(row => ((int)row.Line - 1, row.Fault)));
        Assert.Contains("longer than 4 megabytes", (await Assert.ThrowsAsync<UnreadableFileException>(() => ImportCase.Rows("a.json", $"[{text}]"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_breaks_off_says_where()
    {
        var broken = await Assert.ThrowsAsync<UnreadableFileException>(() => ImportCase.Rows("a.json", "[{\"question\": \"A?\"},\n{\"question\": }]"));
        Assert.Contains("From line 2 on", broken.Message, StringComparison.Ordinal);
        Assert.Contains("ends in the middle of what begins at line 2", (await Assert.ThrowsAsync<UnreadableFileException>(() => ImportCase.Rows("a.json", "[{\"question\": \"A?\"},\n{\"question\": \"B"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.json", "[{\"question\": \"A?\"}]\n[{\"question\": \"B?\"}]\n")]
    [InlineData("a.jsonl", "[{\"question\": \"A?\"}]\n[{\"question\": \"B?\"}]\n")]
    [InlineData("a.json", "[]\n[{\"question\": \"A?\"}],[],\n[{\"question\": \"B?\"}]")]
    [InlineData("a.jsonl", "[{\"question\": \"A?\"}]\n{\"question\": \"B?\"}\n")]
    [InlineData("a.json", "{\n\"questions\": [\n{\"question\": \"A?\"},\n{\"question\": \"B?\"}], \"next\": {\"of\": \"]} \\\"\", \"pages\": [1]}\n}\n")]
    [InlineData("a.json", """{"questions": [{"question": "A?"}], "items": [{"question": "B?"}]}""")]
    [InlineData("a.json", """{"@type": "FAQPage", "mainEntity": {"question": "A?"}, "hasPart": [{"@type": "FAQPage", "mainEntity" : [{"question": "B?"}]}]}""")]
    [InlineData("a.json", """{"@type": "FAQPage", "mainEntity": [{"question": "A?"}], "hasPart": [{"@type": "FAQPage", "mainEntity" : [{"question": "B?"}]}]}""")]
    [InlineData("a.json", """{"@type": "WebPage", "hasPart": [{"@type": "FAQPage", "mainEntity" : [{"question": "A?"}]}, {"@type": "WebPageElement"}], "mainEntity": [{"question": "B?"}]}""")]
    [InlineData("a.json", """{"data": {"items": [{"question": "A?"}]}, "shop": {"products": [{"id": 7, "description": "Lamp", "posts": 2}, {}], "rows": [], "tags": [[1]]}, "a\"": ["items"], "posts": [{"id": 1, "replies": [], "question": "B?"}]}""")]
    [InlineData("a.json", """{"@type": "WebPage", "hasPart": [{"@type": "WebPageElement"}, {"@type": "FAQPage", "mainEntity": [{"question": "A?"}]}], "mainEntity": [{"question": "B?"}]}""")]
    [InlineData("a.json", """{"@type": "WebPage", "hasPart": [{"@type": "WebPage", "hasPart": [{"@id": "#1"}, "#2", {"mainEntity": [{"question": "A?"}]}]}, {"@type": "FAQPage", "mainEntity": [{"question": "B?"}]}], "mainEntity": []}""")]
    [InlineData("a.json", """{"@type": "FAQPage", "mainEntity": [{"question": "A?"}], "hasPart": [{"@type": "WebPageElement"}, {"@type": "FAQPage", "mainEntity": {"@type": "Question", "question": "B?"}}]}""")]
    [InlineData("a.json", """{"questions": [{"question": "A?"}], "mainEntity" : {"question": "B?", "answer": "1"}, "about": {"mainEntity": {"@type": "Product", "description": "Lamp"}}}""")]
    [InlineData("a.json", """{"questions": [{"question": "A?"}], "mainEntity": {"@type": "QAPage", "mainEntity": {"@type": "Question", "question": "B?"}}}""")]
    [InlineData("a.json", """{"items": [{"id": 7}], "questions": [{"question": "A?"}, {"question": "B?"}]}""", 1)]
    public async Task What_stands_behind_a_list_is_read_too(string name, string text, int others = 0) => Assert.Equal(["A?", "B?"], (await ImportCase.Rows(name, text)).Skip(others).Select(row => row.Fields["question"]));

    public static TheoryData<string, string> NotBegun => new()
    {
        { """{"id": 1, "title": "B?", "body": "Why?"}""", "threads" }, { "null", "posts" }, { "\"#1\"", "@graph" }, { "[1]", "data" },
        { string.Concat(Enumerable.Repeat("{\"a\": ", 70)) + "1" + new string('}', 70), "items" },
        { $"{{\"question\": \"B?\", \"answer\": \"{new string('x', 4 << 20)}\"}}", "mainEntity" },
    };

    [Theory]
    [MemberData(nameof(NotBegun))]
    public async Task A_further_list_that_is_not_read_is_named_once_with_all_within_it(string first, string name)
    {
        var list = $"\"{name}\": [{first}, {{\"posts\": [1]}}, {{\"items\": [2]}}]";

        var rows = await ImportCase.Rows("a.json", $"{{\"questions\": [{{\"question\": \"A?\"}}],\n\"shop\": [{{{list}}}, {{{list}}}], \"products\": [{{\"id\": 7}}], \"rows\": [],\n\"results\": [{{\"id\": 8}}],\n\"records\": [{{\"question\": \"C?\"}}]}}");

        string NotRead(string called, int line) => $"A list called {called} at line {line} was not read, nor others like it further down: it does not begin with a question and its answer. Import it as a file of its own.";
        Assert.Equal(["A?", NotRead(name, 2), NotRead("results", 3), "C?"], rows.Select(row => row.Fault ?? row.Fields["question"]));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(5, "What is called mainEntity at line 2 was not read, nor others like it further down: it is longer than 4 megabytes, or goes deeper than a question does.")]
    public async Task A_question_behind_a_list_is_read_or_said_to_be_too_long(int megabytes, string? fault)
    {
        var rows = await ImportCase.Rows("a.json", $"{{\"questions\": [{{\"question\": \"A?\"}}],\n\"mainEntity\": {{\"@type\": \"Question\", \"text\": \"{new string('x', megabytes << 20)}\"}}, \"items\": [{{\"question\": \"C?\"}}]}}");

        Assert.Equal([null, fault, null], rows.Select(row => row.Fault));
    }

    [Fact]
    public async Task What_is_around_a_list_is_looked_through_to_its_end_however_long_it_is()
    {
        // Wherever a piece ends: in the name, behind it, in the first question.
        for (var before = 0; before < 40; before += 3)
        {
            var text = $$"""{"questions": [{"question": "A?"}], "shop": "{{new string('x', (4 << 20) - 40 - before)}}", "items": [{"question": "B?"}], "last": "{{new string('x', 1 << 20)}}"}""";
            Assert.Equal(["A?", "B?"], (await ImportCase.Rows("a.json", text)).Select(row => row.Fields["question"]));
        }
    }

    [Fact]
    public async Task Behind_an_object_with_a_list_that_is_longer_than_a_question_one_may_stand_in_none()
    {
        var many = string.Join(',', Enumerable.Range(0, 5).Select(n => $"{{\"question\": \"{n}?\", \"answer\": \"{new string('x', 1 << 20)}\"}}"));

        var rows = await ImportCase.Rows("a.json", $"{{\"questions\": [{many}]}}\n{{\"question\": \"B?\", \"answer\": \"1\"}}\n{{\"data\": {{\"questions\": [{{\"question\": \"C?\"}}]}}}}");

        Assert.Equal(["0?", "1?", "2?", "3?", "4?", "B?", "C?"], rows.Select(row => row.Fields["question"]));
    }

    [Theory]
    [InlineData("[{\"question\": \"A?\"},\n{\"question\": \"B?\"},\n", "ends in the middle of the list that begins at line 1")]
    [InlineData("[{\"question\": \"A?\"},\n{\"question\": \"B?\"}", "ends in the middle of the list that begins at line 1")]
    [InlineData("{\"next\": null,\n\"questions\": [{\"question\": \"A?\"}]", "ends in the middle of the list that begins at line 2")]
    [InlineData("{\"@type\": \"FAQPage\",\n\"mainEntity\": {\"@type\": \"Question\", \"name\": \"A?\"}\n", "ends in the middle")]
    [InlineData("[{\"question\": \"A?\"}]\nThat was all.\n", "From line 2 on")]
    [InlineData("[{\"question\": \"A?\"}]\n]", "From line 2 on")]
    public async Task A_list_that_is_not_closed_or_followed_by_what_is_no_JSON_is_not_taken_for_whole(string text, string said) =>
        Assert.Contains(said, (await Assert.ThrowsAsync<UnreadableFileException>(() => ImportCase.Rows("a.json", text))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(400_000)]
    [InlineData(1_500_000)]
    public async Task A_quote_that_is_never_closed_ends_the_reading_and_fills_no_memory(int rows)
    {
        var text = "question,answer\nA?,1\n\"B?,2\n" + string.Concat(Enumerable.Repeat("C?,333333333\n", rows));
        Assert.Contains("From line 3 on", (await Assert.ThrowsAsync<UnreadableFileException>(() => ImportCase.Rows("a.csv", text))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(5, "It is longer than 4 megabytes.")]
    [InlineData(9, "It is longer than 4 megabytes.")]
    public async Task A_row_of_a_table_may_be_as_long_as_one_of_JSON_and_a_longer_one_costs_itself(int megabytes, string? fault)
    {
        var rows = await ImportCase.Rows("a.csv", $"question,answer\nA?,1\nB?,\"{new string('x', megabytes << 20)}\n\"\nC?,3\n");
        Assert.Equal([(2, null), (3, fault), (5, null)], rows.Select(row => ((int)row.Line, row.Fault)));
    }
}
