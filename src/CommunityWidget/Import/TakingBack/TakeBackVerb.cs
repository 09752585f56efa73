using System.Globalization;
using CommunityWidget.Sites;

namespace CommunityWidget.Import.TakingBack;

/// <summary>The order <c>import --undo FILE --site SLUG</c>: says what goes, and where it was said in earnest, takes it back.</summary>
public sealed class TakeBackVerb(ImportStore imports, TakeBackImport take, TextWriter output)
{
    private const int Listed = 20;

    public async Task<int> Run(Site site, ImportOrder order, CancellationToken stop)
    {
        if (await take.Find(site.Id, Path.GetFileName(order.File)) is not { } import) return await Unknown(site, order);
        var told = await take.Count(import);
        await output.WriteLineAsync($"{import.File} → {site.Name}, brought in on {On(import)}: {Count(told.Pages, "public page")} {Withdrawn(told.Pages, order.IsDryRun)} 410, {Count(told.Drafts, "draft")} turned away, {Number(told.Others)} had gone before.");
        if (told is { Pages: 0, Drafts: 0, Others: 0 } && import.Published + import.ToReview > 0)
            await output.WriteLineAsync("It was brought in before an import could be taken back: withdraw its pages in /moderation.");
        if (order.IsDryRun) return ImportVerb.Done;
        var taken = await take.Run(import, gone => output.WriteLineAsync($"{Number(gone.Pages + gone.Drafts)} of {Number(told.Pages + told.Drafts)}"), stop);
        if (taken.Value is not { } done) return await Complain($"{taken.Refusal!.Message} The same command goes on from there.", ImportVerb.Broken);
        if (!done.IsWhole) return await Complain("Stopped. The same command goes on from here.", ImportVerb.Stopped);
        await output.WriteLineAsync($"{Count(done.Pages, "page")} withdrawn, {Count(done.Drafts, "draft")} turned away. The file may be mended and brought in again.");
        return ImportVerb.Done;
    }

    private async Task<int> Unknown(Site site, ImportOrder order)
    {
        var known = (await imports.Of(site.Id, Listed)).Where(import => import.TakenBackAt is null).Select(import => $"\n  {import.File}, {On(import)}, {import.Id}").ToList();
        return await Complain($"Nothing was brought in from {order.File}.{(known.Count == 0 ? "" : $" By file or id, there are:{string.Concat(known)}")}", ImportVerb.SaidWrongly);
    }

    private static string On(ImportRecord import) => DateTimeOffset.FromUnixTimeMilliseconds(import.StartedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Withdrawn(long pages, bool isDryRun) => isDryRun ? "would be withdrawn and answer" : pages == 1 ? "is withdrawn and answers" : "are withdrawn and answer";

    private static string Count(long number, string what) => $"{Number(number)} {what}{(number == 1 ? "" : "s")}";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static async Task<int> Complain(string sentence, int code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
