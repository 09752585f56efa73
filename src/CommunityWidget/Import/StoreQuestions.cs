using System.Text.Json;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Import.Understanding;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Import;

/// <summary>Where what an import makes is stored, each by the room whose it is.</summary>
public sealed class StoreQuestions(VisitorStore visitors, ArchivedThreads threads, ArchivedEditions editions, EditionWords words, AuditLog audit)
{
    public async Task Run(Tx tx, IReadOnlyList<MadeEdition> made)
    {
        if (made.Count == 0) return;
        await visitors.AddAbsent(tx, [.. made.Select(m => m.Visitor)]);
        await threads.Add(tx, [.. made.Select(m => m.Thread)], [.. made.SelectMany(m => m.Events)]);
        var all = made.Select(m => (m.Page, m.Answers)).ToList();
        await editions.Add(tx, all);
        await words.Add(tx, [.. made.Select(m => m.Thread)], all);
    }

    /// <summary>The site's word that it may publish them, written down before the first one is stored.</summary>
    public Task Begin(Tx tx, ImportRecord import) => audit.Operated(tx, import.Site, "import.began", import.Id, JsonSerializer.Serialize(new { import.File, import.ContentHash, MayPublish = true }, JsonSerializerOptions.Web));

    public Task End(Tx tx, ImportRecord import) => audit.Operated(
        tx, import.Site, "import.ended", import.Id, JsonSerializer.Serialize(new { import.Published, import.ToReview, import.Known, import.Rejected }, JsonSerializerOptions.Web));
}

/// <summary>What moderation keeps beside an edition: consent and first wording.</summary>
public sealed class EditionWords(Consents consents, Revisions revisions)
{
    public async Task Add(Tx tx, IReadOnlyList<ThreadRecord> threads, IReadOnlyList<(Edition Page, IReadOnlyList<Answer> Answers)> editions)
    {
        await consents.SaidBySite(tx, threads);
        await revisions.AddFirst(tx, editions);
    }
}
