using System.Globalization;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Review;

/// <summary>A conversation as it was written. Each look at it is written down before it is shown.</summary>
public sealed class OriginalModel(ReviewDesk desk, EditionStore editions, ThreadStore threads, MemberStore members, AuditLog audit) : ReviewPage(desk)
{
    public Edition Edition { get; private set; } = new();

    public IReadOnlyList<SaidOriginally> Messages { get; private set; } = [];

    public async Task<IActionResult> OnGet(string id)
    {
        if (await editions.Find(Me!.Site.Id, id) is not { } edition || await threads.Find(edition.Thread) is not { } thread) return NotFound();
        if (await audit.Read(Me, "thread.original", thread.PublicId) is { } unrecorded) return await Refuse(unrecorded);
        Edition = edition;
        return await Show();
    }

    protected override async Task Load()
    {
        var rows = (await threads.Events(Edition.Thread, 0)).Where(r => r is { Kind: EventKinds.Message, Audience: Audiences.All, Body: not null }).ToList();
        var ids = rows.Where(r => r.AuthorKind == "member").Select(r => r.Author!.Value).Distinct().ToList();
        var names = (ids.Count == 0 ? [] : await members.Find(ids)).ToDictionary(m => m.Id, m => m.Name);
        Messages = [.. rows.Select(r => new SaidOriginally(Who(r), r.Body!, r.At))];

        string Who(EventRow row) => row.AuthorKind switch
        {
            "member" => names.GetValueOrDefault(row.Author!.Value, R.SomebodyGone),
            ArchivedThreads.Author => R.Elsewhere,
            _ => R.Visitor,
        };
    }
}

/// <summary>One message, unmasked.</summary>
public sealed record SaidOriginally(string Who, string Text, long At)
{
    public string Iso => DateTimeOffset.FromUnixTimeMilliseconds(At).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
}
