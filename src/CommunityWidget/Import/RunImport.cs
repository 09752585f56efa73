using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Import.Reading;
using CommunityWidget.Import.Telling;
using CommunityWidget.Import.Understanding;
using CommunityWidget.Sites;

namespace CommunityWidget.Import;

/// <summary>
/// Brings a file in, some hundred rows at a time: judged side by side, stored in one transaction together with how far it has come. So whatever ends it,
/// it goes on from there, and nothing comes twice.
/// </summary>
public sealed class RunImport(Db db, ImportStore imports, StoreQuestions store, MakeEdition make, TimeProvider clock)
{
    public const int AtOnce = 200;

    private const string OtherQuestion = "Another question came in under its id. Give it an id of its own; if it is the same one in other words, leave it out and change its page in /moderation.";

    private const string OtherAnswers = "This question about this product came in by another file, with other answers. Add what is new on its page; if it is another question, give it an id of its own.";

    private const string OtherAnswersById = "This question about this product came in by a file that gave it no id, with other answers. Add what is new on its page, or take that file back first: import --undo.";

    // Rows may be long: no more than this is judged at once, in characters.
    private const int MostAtOnce = 1 << 21;

    /// <summary>Goes on where the same file was broken off, else begins. A refusal is the database's.</summary>
    public async Task<Reply<ImportRecord>> Begin(Site site, SourceFile file, bool isDryRun)
    {
        if (!isDryRun && await imports.Unfinished(site.Id, file.Hash) is { } known) return known;
        var begun = new ImportRecord { Id = clock.NewId(), Site = site.Id, File = file.Name, ContentHash = file.Hash, StartedAt = clock.NowMs(), StirredAt = clock.NowMs() };
        if (isDryRun) return begun;
        return await db.Write<ImportRecord>(async tx =>
        {
            await imports.Begin(tx, begun);
            await store.Begin(tx, begun);
            return begun;
        });
    }

    /// <summary>Reads to the end, or until it is told to stop.</summary>
    /// <returns>How far it came; a refusal is the database's, and what was stored before it is.</returns>
    public async Task<Reply<ImportRecord>> Run(Site site, ImportOrder order, IAsyncEnumerable<SourceRow> rows, ImportRecord import, IImportListener listener, CancellationToken stop)
    {
        var work = new Work(site, order, new UnderstandRow(site, order, clock.NowMs(), listener.WrittenAt), new PublicProducts(site), listener, []);
        var batch = new List<SourceRow>(AtOnce);
        var (place, weight) = (0L, 0L);
        try
        {
            await foreach (var row in rows)
            {
                place += row.Count;
                // Settled when it was broken off.
                if (place <= import.Place) continue;
                batch.Add(row);
                weight += row.Weight;
                if (batch.Count < AtOnce && weight < MostAtOnce) continue;
                weight = 0;
                if (await Settle(batch) is { } refusal) return refusal;
                if (stop.IsCancellationRequested) return import;
            }
        }
        catch (UnreadableFileException)
        {
            // What came before it comes in all the same.
            if (await Settle(batch) is { } refusal) return refusal;
            throw;
        }
        return await Settle(batch) is { } last ? last : await Finish(order, import);

        async Task<Refusal?> Settle(List<SourceRow> taken)
        {
            if (taken.Count == 0) return null;
            var settled = await Take(work, taken, import);
            if (settled.Value is not { } done) return settled.Refusal;
            import = done.Import;
            await listener.Settled(done);
            taken.Clear();
            return null;
        }
    }

    private async Task<Reply<SettledRows>> Take(Work work, IReadOnlyList<SourceRow> rows, ImportRecord import)
    {
        var understood = new Understood[rows.Count];
        var made = new MadeEdition?[rows.Count];
        Parallel.For(0, rows.Count, at =>
        {
            understood[at] = work.Understand.Run(rows[at]);
            if (understood[at].Question is { } question) made[at] = make.Run(work.Site, question, work.Products, work.Order.ToReview);
        });
        if (work.Order.IsDryRun)
        {
            // Nothing is stored by which a row before would be known.
            var tried = Marks(understood).Where(mark => work.Tried.ContainsKey(Short(mark))).Select(mark => new KeyValuePair<string, ulong?>(mark, work.Tried[Short(mark)]));
            var settled = Sorted([.. Asked(await imports.Known(work.Site.Id, Marks(understood))), .. tried], await imports.About(import, Abouts(understood), Said(understood)));
            foreach (var row in settled.New) work.Tried[Short(row.Question.Mark)] = Short(row.Question.Asked);
            return settled;
        }
        var looked = Sorted(Asked(await imports.Known(work.Site.Id, Marks(understood))), await imports.About(import, Abouts(understood), Said(understood)));
        // Before the commit: what is broken off between the two is cut back when it goes on.
        await work.Listener.Rejecting(looked.Rejected);
        return await db.Write<SettledRows>(async tx =>
        {
            var settled = Sorted(Asked(await imports.Known(tx, work.Site.Id, Marks(understood))), await imports.About(tx, import, Abouts(understood), Said(understood)));
            // Another file brought one of them in meanwhile, and what was written down is no longer so.
            if (settled.Rejected.Count != looked.Rejected.Count) return Refusals.ChangedMeanwhile;
            if (await imports.Move(tx, import, settled.Import) is { } refusal) return refusal;
            await imports.Remember(tx, import, settled.New);
            await store.Run(tx, [.. settled.New.Select(row => row.Made)]);
            return settled;
        });

        SettledRows Sorted(IEnumerable<KeyValuePair<string, ulong?>> known, IReadOnlyList<KnownAbout> elsewhere)
        {
            var abouts = elsewhere.ToLookup(one => one.About);
            var (fresh, seen, faults) = (new List<(ImportedQuestion Question, MadeEdition Made)>(), new Dictionary<string, ulong?>(known.DistinctBy(one => one.Key)), new List<(SourceRow Row, string Fault)>());
            for (var at = 0; at < rows.Count; at++)
            {
                if (understood[at].Question is not { } question) faults.Add((rows[at], understood[at].Fault!));
                // Two ids are two questions; whoever gave none may mean any.
                else if (!seen.ContainsKey(question.Mark) && abouts[question.About].Where(one => !(question.HasId && one.HasId)).ToList() is { Count: > 0 } came)
                {
                    if (!came.Exists(one => one.Said == question.Said)) faults.Add((rows[at], question.HasId ? OtherAnswersById : OtherAnswers));
                }
                else if (seen.TryAdd(question.Mark, Short(question.Asked))) fresh.Add((question, made[at]!));
                else if (seen[question.Mark] is { } asked && asked != Short(question.Asked)) faults.Add((rows[at], OtherQuestion));
            }
            var published = fresh.Count(row => row.Made.Page.IsPublic);
            var after = import.Plus(rows.Sum(row => row.Count), published, fresh.Count - published, rows.Count - fresh.Count - faults.Count, faults.Sum(fault => fault.Row.Count));
            return new(after with { StirredAt = clock.NowMs() }, fresh, faults, [.. understood.SelectMany(row => row.Question?.LeftOut ?? [])]) { LeftOutAnswers = [.. fresh.SelectMany(row => row.Question.LeftOutAnswers)] };
        }
    }

    private async Task<Reply<ImportRecord>> Finish(ImportOrder order, ImportRecord import)
    {
        var finished = import with { FinishedAt = clock.NowMs(), StirredAt = clock.NowMs() };
        if (order.IsDryRun) return finished;
        var done = await db.Write<ImportRecord>(async tx =>
        {
            if (await imports.Move(tx, import, finished) is { } refusal) return refusal;
            await store.End(tx, finished);
            return finished;
        });
        if (done.Value is not null) await db.LearnSizes();
        return done;
    }

    private static ulong Short(string hash) => Convert.ToUInt64(hash[..16], 16);

    private static IEnumerable<KeyValuePair<string, ulong?>> Asked(IEnumerable<KnownMark> known) => known.Select(one => KeyValuePair.Create(one.Mark, one.Asked is { } asked ? Short(asked) : (ulong?)null));

    private static string[] Abouts(IEnumerable<Understood> understood) => [.. understood.Select(row => row.Question?.About).OfType<string>().Distinct()];

    private static string[] Said(IEnumerable<Understood> understood) => [.. understood.Select(row => row.Question?.Said).OfType<string>().Distinct()];

    private static string[] Marks(IEnumerable<Understood> understood) => [.. understood.Select(row => row.Question?.Mark).OfType<string>().Distinct()];

    /// <param name="Site">Whose they become.</param>
    /// <param name="Order">What was said.</param>
    /// <param name="Understand">Makes questions of rows.</param>
    /// <param name="Products">What pages may say of theirs.</param>
    /// <param name="Listener">Is told.</param>
    /// <param name="Tried">What a dry run has seen already and what was asked there, by the beginnings of marks.</param>
    private sealed record Work(Site Site, ImportOrder Order, UnderstandRow Understand, PublicProducts Products, IImportListener Listener, Dictionary<ulong, ulong> Tried);
}

/// <summary>What became of some rows.</summary>
/// <param name="Import">How far it has come with them.</param>
/// <param name="New">Stored, or what would be.</param>
/// <param name="Rejected">What cannot be used, each with why.</param>
/// <param name="LeftOut">What is missing of those that were stored.</param>
public sealed record SettledRows(ImportRecord Import, IReadOnlyList<(ImportedQuestion Question, MadeEdition Made)> New, IReadOnlyList<(SourceRow Row, string Fault)> Rejected, IReadOnlyList<string> LeftOut)
{
    /// <summary>Answers among it, each with where it stands.</summary>
    public IReadOnlyList<LeftOutAnswer> LeftOutAnswers { get; init; } = [];
}
