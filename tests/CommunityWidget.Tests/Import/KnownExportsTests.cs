using System.Globalization;
using System.Text;
using CommunityWidget.Import;
using CommunityWidget.Import.Understanding;
using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Import;

/// <summary>Files as the programs write them that shops have their questions in.</summary>
public sealed class KnownExportsTests
{
    private static readonly long Now = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static TheoryData<string, string, string, string> Exports => new()
    {
        // A query over the dump of a question-and-answer site.
        { "a.csv", "utf-8", "\"QuestionId\",\"Title\",\"QuestionBody\",\"Score\",\"CreationDate\",\"OwnerDisplayName\",\"AnswerBody\",\"AnswerScore\",\"AnswerCreationDate\",\"AnswerOwnerDisplayName\",\"IsAccepted\"\n\"4\",\"Does it dim?\",\"<p>The <b>lamp</b>,\n\"\"L2\"\".</p>\n\",\"7\",\"2011-01-02 03:04:05\",\"Ann Lee\",\"<p>Yes.</p>\",\"3\",\"2011-01-03 00:00:00\",\"bob\",\"true\"\n", "Does it dim? / The lamp,\n\"L2\". / 2011-01-02T03:04:05 / Ann L. / Yes. by bob at 2011-01-03T00:00:00, 3, accepted" },
        // A forum's, for Windows in French.
        { "a.csv", "windows-1252", "identifiant;titre;texte;auteur;date;réponse;réponse auteur;réponse date\r\n4;Coût ?;\"Quel est le coût,\r\nlivré ?\";Zoé;03/04/2024 14:05;5 €;Noé;4/4/2024 15h00\r\n", "Coût ? / Quel est le coût,\nlivré ? / 2024-04-03T14:05:00 / Zoé / 5 € by Noé at 2024-04-04T15:00:00, 0" },
        { "a.txt", "utf-16", "question\tanswer\tasked at\tanswer date\r\nDoes it dim?\tYes.\t1712139630\t1712139630000\r\n", "Does it dim? / Does it dim? / 2024-04-03T10:20:30 /  / Yes. by  at 2024-04-03T10:20:30, 0" },
        // Of a help centre and a shop's questions.
        { "a.json", "utf-8", """{"Results": [{"Id": "4", "ProductId": "L2", "QuestionSummary": "Does it dim?", "QuestionDetails": "The lamp.", "UserNickname": "ann", "SubmissionTime": "2024-04-03T10:20:30.000+00:00", "Answers": [{"AnswerText": "Yes.", "UserNickname": "bob", "SubmissionTime": "2024-04-04T00:00:00.000+00:00", "TotalPositiveFeedbackCount": 3}]}]}""", "Does it dim? / The lamp. / 2024-04-03T10:20:30 / ann / Yes. by bob at 2024-04-04T00:00:00, 3" },
        { "a.csv", "utf-8", "sep=;\r\nquestion;answer;accepted;votes;asked at\r\nDoes it dim?;Yes.;VRAI;1,0;2024-04-03 10:20:30 +0000\r\n", "Does it dim? / Does it dim? / 2024-04-03T10:20:30 /  / Yes. by  at 2024-04-03T10:20:30, 1, accepted" },
        { "a.csv", "utf-8", "\uFEFF\"question\",\"answers\",\"answer\"\n\"Does it dim?\",\"1\",\"Yes.\"\n", "Does it dim? / Does it dim? / 2026-11-26T12:00:00 /  / Yes. by  at 2026-11-26T12:00:00, 0" },
        { "a.csv", "utf-8", "id,question,question,answer,date\n4,Does it dim?,,Yes.,Wednesday 3 April 2024 10:20\n", "Does it dim? / Does it dim? / 2024-04-03T10:20:00 /  / Yes. by  at 2024-04-03T10:20:00, 0" },
        { "a.jsonl", "utf-8", "{\"question\": \"Does it dim?\", \"answer\": \"Yes.\", \"data\": [1]}\n", "Does it dim? / Does it dim? / 2026-11-26T12:00:00 /  / Yes. by  at 2026-11-26T12:00:00, 0" },
        { "a.json", "utf-8", """{"items": [{"tags": ["lamp"], "owner": {"user_id": 4, "display_name": "ann"}, "score": 7, "creation_date": 1712139630, "question_id": 4, "accepted_answer_id": 5, "title": "Does it &quot;dim&quot;?", "body": "<p>The lamp.</p>", "comments": [{"body": "Which?"}], "answers": [{"owner": {"display_name": "bob"}, "is_accepted": true, "score": 3, "creation_date": 1712139631, "body": "<p>Yes.</p>"}]}], "has_more": false}""", "Does it \"dim\"? / The lamp. / 2024-04-03T10:20:30 / ann / Yes. by bob at 2024-04-03T10:20:31, 3, accepted" },
        { "a.csv", "utf-8", "Question,Author,Date,Answer,Author,Date\nDoes it dim?,ann,2024-04-03,Yes.,bob,2024-04-04\n", "Does it dim? / Does it dim? / 2024-04-03T00:00:00 / ann / Yes. by bob at 2024-04-04T00:00:00, 0" },
        // Databases write something for nothing.
        { "a.csv", "utf-8", "question,answer_1,answer_2,answer_3,accepted,author\nDoes it dim?,Yes.,NULL,\\N,NULL,NULL\n", "Does it dim? / Does it dim? / 2026-11-26T12:00:00 /  / Yes. by  at 2026-11-26T12:00:00, 0" },
        { "a.csv", "utf-8", "question,answer\rDoes it dim?,Yes.\r", "Does it dim? / Does it dim? / 2026-11-26T12:00:00 /  / Yes. by  at 2026-11-26T12:00:00, 0" },
        { "a.csv", "utf-8", "question,answer\nDoes it dim?,&lt;p&gt;Yes &amp;amp; no.&lt;/p&gt;\n", "Does it dim? / Does it dim? / 2026-11-26T12:00:00 /  / Yes & no. by  at 2026-11-26T12:00:00, 0" },
        { "a.csv", "utf-8", "question,answer\nDoes it dim?,Bient&ocirc;t.\n", "Does it dim? / Does it dim? / 2026-11-26T12:00:00 /  / Bientôt. by  at 2026-11-26T12:00:00, 0" },
        { "a.csv", "utf-8", "question,answer\nDoes it dim?,Say &lt;p&gt;yes&lt;/p&gt; there.\n", "Does it dim? / Does it dim? / 2026-11-26T12:00:00 /  / Say <p>yes</p> there. by  at 2026-11-26T12:00:00, 0" },
    };

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task An_export_says_what_it_says(string name, string encoding, string text, string meant)
    {
        var letters = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var row = Assert.Single(await ImportCase.Rows(name, [.. encoding == "utf-16" ? letters.GetPreamble() : [], .. letters.GetBytes(text)]));

        var understood = new UnderstandRow(new Site { Languages = "en fr" }, new ImportOrder { File = name, Site = "shop", DayFirst = true }, Now, Now).Run(row);

        Assert.Equal(meant, understood.Question is { } question ? Told(question) : understood.Fault);
    }

    [Fact]
    public async Task Columns_that_no_import_reads_are_named()
    {
        await using var import = await ImportCase.Start();

        await import.Bring("some.csv", "id,question,tags,answer,answer author,View Count,import_line\n4,Does it dim?,lamp,Yes.,bob,9,2\n");
        await import.Bring("other.csv", "question,answer,date\nIs it heavy?,No.,2024-04-03\n");

        Assert.Contains("Columns that are not read: tags, View Count.", import.Said.ToString(), StringComparison.Ordinal);
        Assert.Single(import.Said.ToString().Split('\n'), line => line.StartsWith("Columns", StringComparison.Ordinal));
    }

    private static string Told(ImportedQuestion question) => $"{question.Title} / {question.Question} / {At(question.AskedAt)} / {question.Author} / " + string.Join(" | ", question.Answers.Select(answer =>
        $"{answer.Body} by {answer.Author} at {At(answer.At)}, {answer.Votes}{(answer.IsAccepted ? ", accepted" : "")}"));

    private static string At(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("s", CultureInfo.InvariantCulture);
}
