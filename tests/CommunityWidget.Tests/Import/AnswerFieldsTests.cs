using CommunityWidget.Import;
using CommunityWidget.Import.Reading;

namespace CommunityWidget.Tests.Import;

/// <summary>Every answer of an export comes in with what belongs to it, or is named.</summary>
public sealed class AnswerFieldsTests
{
    [Theory]
    [InlineData("""{"name": "Q?", "@type": "Question", "text": "Why?", "acceptedAnswer": [{"text": "best"}], "suggestedAnswer": [{"text": "other"}]}""")]
    [InlineData("""{"name": "Q?", "@type": ["Question"], "text": "Why?", "suggestedAnswer": [{"text": "other"}], "acceptedAnswer": ["best"]}""")]
    [InlineData("""{"name": "Q?", "@type": "https://schema.org/Question", "text": "Why?", "acceptedAnswers": [{"text": "best"}], "suggestedAnswers": [{"text": "other"}]}""")]
    [InlineData("""{"title": "Q?", "question": "Why?", "bestAnswers": [{"answerText": "best"}], "answers": [{"answer": "other"}]}""")]
    [InlineData("""{"title": "Q?", "question": "Why?", "best_answer": {"text": "best"}, "answer": "other"}""")]
    [InlineData("""{"@type": "QAPage", "name": "A page", "description": "Of ours.", "mainEntity": {"name": "Q?", "@type": "Question", "text": "Why?", "acceptedAnswer": {"text": "best"}, "suggestedAnswer": {"text": "other"}}}""")]
    [InlineData("""[{"@type": "QAPage", "mainEntity": {"name": "Q?", "@type": "Question", "text": "Why?", "acceptedAnswer": {"text": "best"}, "suggestedAnswer": [{"text": "other"}]}}]""")]
    [InlineData("{\n\"@type\": \"QAPage\",\n\"mainEntity\": {\"name\": \"Q?\", \"@type\": \"Question\", \"text\": \"Why?\", \"acceptedAnswer\": {\"text\": \"best\"}, \"suggestedAnswer\": {\"text\": \"other\"}},\n\"url\": \"https://shop.example/q\"}")]
    [InlineData("""{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "A page", "description": "Of ours."}, {"@type": "FAQPage", "mainEntity": [{"name": "Q?", "@type": "Question", "text": "Why?", "acceptedAnswer": {"text": "best"}, "suggestedAnswer": {"text": "other"}}]}]}""")]
    [InlineData("{\n\"@graph\": [{\"name\": \"Q?\", \"@type\": \"Question\", \"text\": \"Why?\", \"acceptedAnswer\": [{\"text\": \"best\"}], \"suggestedAnswer\": [{\"text\": \"other\"}]}]}")]
    public async Task What_search_engines_are_told_comes_in_with_all_its_answers(string json)
    {
        await using var import = await ImportCase.Start();

        Assert.Equal(ImportVerb.Done, await import.Bring("some.json", json));

        Assert.Equal([("best", true), ("other", false)], (await import.Answers(await import.Page("Q?"))).Select(answer => (answer.Body, answer.IsAccepted)));
    }

    [Fact]
    public async Task One_page_a_line_with_its_questions_comes_in_whole()
    {
        await using var import = await ImportCase.Start();
        const string page = """{"asin": "B00X", "questions": [{"questionText": "Q1?", "answers": [{"answerText": "A.", "answerTime": "June 27, 2014"}]}, {"questionText": "Q2?", "answers": [{"answerText": "B."}]}]}""";

        Assert.Equal(ImportVerb.Done, await import.Bring("some.jsonl", $"{page}\n{page.Replace("Q1", "Q3", StringComparison.Ordinal).Replace("Q2", "Q4", StringComparison.Ordinal)}\n"));

        Assert.Equal(["Q1?", "Q2?", "Q3?", "Q4?"], (await import.Pages()).Select(made => made.Title).Order(StringComparer.Ordinal));
        Assert.All(await import.Pages(), made => Assert.Equal("B00X", made.ProductId));
    }

    [Theory]
    [InlineData("question,answer,answer\nQ?,one,two\n", "one | two")]
    [InlineData("question,answer,answer author,answer,answer author\nQ?,one,,two,Ann\n", "one | two by Ann")]
    [InlineData("question,answer,answer author,answer,answer author\nQ?,,Ann,two,Bob\n", "two by Bob")]
    [InlineData("question,answer,answer_1,answer\nQ?,one,two,three\n", "one | two | three")]
    [InlineData("question,answer,reply,reply_author\nQ?,one,two,Ann\n", "one | two by Ann")]
    [InlineData("question,answers,answer author\nQ?,one,Ann\n", "one by Ann")]
    [InlineData("question,answer,response_author,votes\nQ?,one,Ann,3\n", "one by Ann, 3")]
    [InlineData("question,score,answer,answer score\nQ?,42,one,3\n", "one, 3")]
    [InlineData("question,votes,answer,answer score\nQ?,42,one,3\n", "one, 3")]
    [InlineData("question,best answer,accepted answer,answer\nQ?,one,two,three\n", "one, accepted | two, accepted | three")]
    public async Task A_column_that_comes_twice_is_another_answer_s(string csv, string answers) =>
        Assert.Equal(answers, string.Join(" | ", Assert.Single(await ImportCase.Rows("a.csv", csv)).Answers.Where(one => SourceRow.Value(one, FieldNames.AnswerText) is not null).Select(Told)));

    [Theory]
    [InlineData("""{"question": "Q?", "answer": ["one", "two"]}""", "one | two")]
    [InlineData("""{"question": "Q?", "response": ["one", "two", "three"]}""", "one | two | three")]
    [InlineData("""{"question": "Q?", "reply": [{"text": "one", "author": "Ann"}, {"text": "two", "votes": 2}]}""", "one by Ann | two, 2")]
    [InlineData("""{"question": "Q?", "Réponse": [{"texte": "one"}, "two"]}""", "one | two")]
    [InlineData("""{"question": "Q?", "solution": [{"answer": "one", "accepted": true}, {"answer": "two"}]}""", "one, accepted | two")]
    [InlineData("""{"question": "Q?", "answer": []}""", "")]
    [InlineData("""{"question": "Q?", "answer": [], "answers": ["one"]}""", "one")]
    [InlineData("""{"question": "Q?", "answer": [null, "one", null, {"text": null}, "two"]}""", "one | two")]
    [InlineData("""{"question": "Q?", "reply": [["one", null], [["two"], {"text": "three"}]]}""", "one | two | three")]
    [InlineData("""{"question": "Q?", "answers": [["one", "two"], [], null]}""", "one | two")]
    [InlineData("""{"question": "Q?", "answer": ["one", "two"], "answer_author": "Ann", "answer_votes": 3}""", "one by Ann, 3 | two")]
    [InlineData("""{"question": "Q?", "answer": ["one"], "answer_author": "Ann", "accepted": true}""", "one by Ann, accepted")]
    [InlineData("""{"question": "Q?", "answer": [{"text": "one"}], "answer_author": "Ann"}""", "one by Ann")]
    [InlineData("""{"question": "Q?", "answer": "one", "reply": ["two", "three"]}""", "one | two | three")]
    [InlineData("""{"question": "Q?", "answer_1": ["one", "two"], "answer_2": "three"}""", "one | three | two")]
    [InlineData("""{"question": "Q?", "answers": {"text": ["one", "two"], "score": [3, 2]}}""", "one, 3 | two")]
    [InlineData("""{"question": "Q?", "tags": ["a", "b"], "topics": ["c", "d"], "accepted_answer": ["one"]}""", "one, accepted")]
    [InlineData("""{"question": "Q?", "answers": {"answer": [{"text": "one", "author": "Ann"}, {"text": "two"}]}}""", "one by Ann | two")]
    [InlineData("""{"question": "Q?", "answer": {"content": [{"text": "one"}, {"text": "two"}]}}""", "one | two")]
    [InlineData("""{"question": "Q?", "suggested": {"answers": ["one", "two"]}}""", "one | two")]
    [InlineData("""{"question": "Q?", "accepted": {"answers": ["one", {"text": "two"}]}}""", "one, accepted | two, accepted")]
    [InlineData("""{"question": "Q?", "answer": {"text": "Yes.", "reply": ["Thanks!", "Welcome"]}}""", "Yes.")]
    [InlineData("""{"question": "Q?", "answer": {"reply": [{"text": "Thanks!"}, {"text": "Welcome"}], "body": "Yes.", "author": "Ann"}}""", "Yes. by Ann")]
    [InlineData("""{"question": "Q?", "answer": {"text": ["one", "two"], "reply": "Thanks!"}}""", "one | two")]
    [InlineData("""{"question": "Q?", "answer": {"text": " ", "body": null, "content": [], "reply": ["one", "two"]}}""", "one | two")]
    public async Task A_list_under_any_word_for_an_answer_is_as_many_answers(string json, string answers)
    {
        var row = Assert.Single(await ImportCase.Rows("a.jsonl", json));

        Assert.Equal(answers, string.Join(" | ", row.Answers.Where(one => SourceRow.Value(one, FieldNames.AnswerText) is not null).Select(Told)));
        Assert.Equal("Q?", row.Fields["question"]);
    }

    [Fact]
    public async Task Answers_of_a_list_under_one_word_come_in_and_one_that_cannot_be_used_is_named()
    {
        await using var import = await ImportCase.Start();

        Assert.Equal(ImportVerb.Done, await import.Bring("some.jsonl", """
            {"title": "Q?", "question": "Why?", "response": [{"text": "one"}, {"text": ""}, {"text": "two", "date": "yesterday or so"}, {"text": "three"}]}
            """));

        Assert.Equal(["one", "three"], (await import.Answers(await import.Page("Q?"))).Select(answer => answer.Body));
        Assert.Contains("an answer whose date cannot be used", import.Said.ToString(), StringComparison.Ordinal);
    }

    private static string Told(IReadOnlyDictionary<string, string> one)
    {
        var (author, votes, accepted) = (SourceRow.Value(one, FieldNames.AnswerAuthor), SourceRow.Value(one, FieldNames.AnswerVotes), SourceRow.Value(one, FieldNames.AnswerAccepted));
        return $"{SourceRow.Value(one, FieldNames.AnswerText)}{(author is null ? "" : $" by {author}")}{(votes is null ? "" : $", {votes}")}{(accepted is null ? "" : ", accepted")}";
    }
}
