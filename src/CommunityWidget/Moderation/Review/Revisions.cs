using System.Text.Json;
using CommunityWidget.AnswerPages;
using CommunityWidget.Database;

namespace CommunityWidget.Moderation.Review;

/// <summary>Every wording an edition had, so that each change can be read as what it is.</summary>
public sealed class Revisions(Db db, TimeProvider clock)
{
    /// <param name="tx">The change's own transaction.</param>
    /// <param name="edition">Its present wording and number.</param>
    /// <param name="answers">Its answers.</param>
    /// <param name="member">Who wrote it; null for the draft.</param>
    public Task Add(Tx tx, Edition edition, IReadOnlyList<Answer> answers, Guid? member) => tx.Execute(
        "insert into revisions (page, number, member, title, question, answers, at) values (@Id, @Revision, @member, @Title, @Question, @said, @now)",
        new
        {
            edition.Id,
            edition.Revision,
            member = member ?? Guid.Empty,
            edition.Title,
            edition.Question,
            said = JsonSerializer.Serialize(answers.Select(a => a.Body)),
            now = clock.NowMs(),
        });

    /// <summary>The first wording of many.</summary>
    public Task AddFirst(Tx tx, IReadOnlyList<(Edition Page, IReadOnlyList<Answer> Answers)> editions)
    {
        var rows = new Rows(
            "firsts",
            ("page", editions.Select(e => e.Page.Id).ToArray()),
            ("number", editions.Select(e => e.Page.Revision).ToArray()),
            ("member", editions.Select(_ => Guid.Empty).ToArray()),
            ("title", editions.Select(e => e.Page.Title).ToArray()),
            ("question", editions.Select(e => e.Page.Question).ToArray()),
            ("answers", editions.Select(e => JsonSerializer.Serialize(e.Answers.Select(a => a.Body))).ToArray()),
            ("at", editions.Select(_ => clock.NowMs()).ToArray()));
        return tx.Run(new RowStatement($"insert into revisions ({rows.Listed}) select {rows.Listed} from {tx.Dialect.Table(rows)}", rows));
    }

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<Revision>> Of(Guid page) => db.Query<Revision>(
        "select r.*, nullif(m.name, '') as member_name from revisions r left join members m on m.id = r.member where r.page = @page order by r.number desc limit 100", new { page });
}

/// <summary>One wording.</summary>
public sealed record Revision
{
    public long Number { get; init; }

    /// <summary>Who worded it; <see cref="Guid.Empty"/> for a draft as it was proposed.</summary>
    public Guid Member { get; init; }

    public string? MemberName { get; init; }
    public string Title { get; init; } = "";
    public string Question { get; init; } = "";

    /// <summary>The answers' texts, as JSON.</summary>
    public string Answers { get; init; } = "[]";

    public long At { get; init; }

    public IReadOnlyList<string> AnswerList => JsonSerializer.Deserialize<List<string>>(Answers)!;
}
