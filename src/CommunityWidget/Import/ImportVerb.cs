using System.Data.Common;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Import.Reading;
using CommunityWidget.Import.TakingBack;
using CommunityWidget.Import.Telling;
using CommunityWidget.Sites;

namespace CommunityWidget.Import;

/// <summary><c>import FILE --site SLUG</c>: exit code 0 when every row is in, 3 when some were rejected, 1 when the file or the database could not be read on, 2 when it was said wrongly, 130 when it was stopped.</summary>
public sealed class ImportVerb(Db db, SiteStore sites, RunImport run, TakeBackVerb takeBack, TextWriter output, TimeProvider clock) : IVerb
{
    public const int Done = 0, Broken = 1, SaidWrongly = 2, SomeRejected = 3, Stopped = 130;

    public string Name => "import";

    public string Usage => ImportOrder.Usage;

    public async Task<int> Run(IReadOnlyList<string> words, CancellationToken stop)
    {
        if (ImportOrder.Read(words) is not ({ } order, _) said) return await Complain($"{ImportOrder.Read(words).Trouble}\n{Usage}", SaidWrongly);
        try
        {
            if (await sites.BySlug(order.Site) is not { } site)
                return await Complain($"There is no site {order.Site}. There are: {string.Join(", ", (await sites.All()).Select(s => s.Slug))}.", SaidWrongly);
            if (order.IsUndo) return await takeBack.Run(site, order, stop);
            if (!File.Exists(order.File)) return await Complain($"There is no file {order.File}.", SaidWrongly);
            return await Bring(site, order, stop);
        }
        // Where it only reads nobody refuses; what was written says so itself.
        catch (DbException error) when (db.Dialect.IsAway(error))
        {
            return await Complain(GoesOn(Refusals.StorageAway, order), Broken);
        }
        catch (UnreadableFileException error)
        {
            return await Complain($"{error.Message} {(order.IsDryRun ? "Nothing was changed" : "What came before it is in")}; mend the file and import it again.", Broken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return await Complain($"{order.File} cannot be read, or nothing written beside it: {error.Message}", Broken);
        }
        catch (OperationCanceledException)
        {
            return await Complain("Stopped before the first row.", Stopped);
        }
    }

    private async Task<int> Bring(Site site, ImportOrder order, CancellationToken stop)
    {
        var file = await SourceFile.Examine(order.File, order.Encoding, stop);
        await using var rows = await OpenRows.Of(file, out var position, stop);
        if (rows.Columns.Count > 0 && Lacks(rows.Columns) is { } lack) return await Complain(lack, SaidWrongly);
        var gather = await GatherRows.Look(file, stop);
        var begun = await run.Begin(site, file, order.IsDryRun);
        if (begun.Value is not { } import) return await Complain(begun.Refusal!.Message, Broken);
        await using var screen = new ImportScreen(output, !Console.IsOutputRedirected, file, clock);
        if (order.IsDryRun) screen.Attach(null, 0, position);
        else
        {
            var rejected = new RejectedFile(file.Path, rows.Columns);
            await rejected.Begin(import.Rejected);
            screen.Attach(rejected, import.Place, position);
        }
        await screen.Line($"{file.Name} → {site.Name} ({file.Length:#,0} bytes, {file.Encoding.WebName}){(import.Place > 0 ? $", going on behind row {import.Place:#,0}" : "")}{(order.IsDryRun ? ", a dry run: nothing is stored" : "")}");
        if (rows.Columns.Where(name => !FieldNames.IsKnown(FieldNames.Normal(name))).ToList() is { Count: > 0 } unread)
            await screen.Line($"Columns that are not read: {string.Join(", ", unread.Take(20))}{(unread.Count > 20 ? ", …" : "")}.");
        var ended = await run.Run(site, order, gather.Run(rows.Read(CancellationToken.None)), import, screen, stop);
        if (ended.Value is not { } done) return await Complain(GoesOn(ended.Refusal!, order), Broken);
        await screen.End(done, order.IsDryRun);
        if (done.FinishedAt is null) return await Complain("Stopped. The same command goes on from here.", Stopped);
        return done.Rejected > 0 ? SomeRejected : Done;
    }

    private static string? Lacks(IReadOnlyList<string> columns)
    {
        var names = columns.Select(FieldNames.Normal).ToList();
        var asks = names.Intersect([.. FieldNames.Title, .. FieldNames.Question, .. FieldNames.Body]).Any();
        return asks && names.Any(name => FieldNames.OfAnswer(name) is { Part: var part } && FieldNames.AnswerText.Contains(part))
            ? null
            : $"The first line names no column for the {(asks ? "answer" : "question")}. It says: {string.Join(", ", columns.Take(20))}. Call them question and answer.";
    }

    private static string GoesOn(Refusal refusal, ImportOrder order) => order switch
    {
        { IsDryRun: true } => $"{refusal.Message} Nothing was changed.",
        { IsUndo: true } => $"{refusal.Message} The same command goes on from there.",
        _ => $"{refusal.Message} What came before is in; the same command goes on from there.",
    };

    private static async Task<int> Complain(string sentence, int code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
