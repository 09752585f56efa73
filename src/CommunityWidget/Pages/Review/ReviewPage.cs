using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Review;

/// <summary>A page of the moderators': its parts, what was just decided, and the way back for ten seconds.</summary>
public abstract class ReviewPage(ReviewDesk desk) : MemberPage(desk.Access)
{
    protected override Permission Needs => Permission.Moderate;

    protected ReviewDesk Desk => desk;

    public ReviewTexts R => ReviewTexts.In(T.Language);

    public long Now => desk.Clock.NowMs();

    public QueueCounts Counts { get; private set; } = new();

    /// <summary>What was just decided may still be taken back.</summary>
    public Guid? MayUndo { get; private set; }

    [BindProperty(Name = "changed", SupportsGet = true)]
    public Guid? Changed { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Undone { get; set; }

    /// <summary>How many of what was decided, or taken back, together stayed as they were.</summary>
    [BindProperty(SupportsGet = true)]
    public int Left { get; set; }

    /// <summary>Why, by the refusals' codes.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Why { get; set; }

    public string? LeftSaid => Left is <= 0 or > ReviewQueue.PageSize
        ? null
        : string.Join(' ', (Why ?? "").Split(',').Distinct().Take(5).Where(code => code == Refusals.TooLateToUndo.Code || T.Refusals.ContainsKey(code)).Select(code => WordsOfMany(new(0, code, "")))
            .Prepend(Undone ? R.DecisionsStand(Left) : R.LeftAsTheyWere(Left)));

    public string Ago(long at) => R.Ago(Now - at);

    /// <summary>What the page says of what was just done; null when there is nothing to say.</summary>
    public virtual string? Said => Undone ? R.Undone : null;

    public async Task<IActionResult> OnPostUndo(Guid together)
    {
        var reply = await desk.Undo.Run(Me!, together);
        return reply.Value is { } undone ? Redirect(Here($"undone=true{Stayed(undone.Stayed)}")) : await Refuse(reply.Refusal!);
    }

    protected async Task<IActionResult> Show()
    {
        await LoadAll();
        return Page();
    }

    protected async Task<IActionResult> Refuse(Refusal refusal)
    {
        var page = Explain(refusal);
        await LoadAll();
        return page;
    }

    protected abstract Task Load();

    /// <summary>What the address says of which part is looked at: it stays whatever is pressed there.</summary>
    public virtual Dictionary<string, string> Stays => new();

    protected string Here(string query) => Link($"{Request.Path}?{query}{string.Concat(Stays.Select(one => $"&{one.Key}={Uri.EscapeDataString(one.Value)}"))}");

    /// <summary>What an address says of the others that were decided together.</summary>
    protected static string Stayed(IReadOnlyCollection<Refusal> refused) => refused.Count == 0 ? "" : $"&left={refused.Count}&why={string.Join(',', refused.Select(refusal => refusal.Code).Distinct())}";

    /// <summary>Why one of several stayed as it was: nothing was typed there.</summary>
    protected string WordsOfMany(Refusal refusal) => refusal.Code == Refusals.ChangedMeanwhile.Code ? R.ChangedSince : Words(refusal);

    protected override string Words(Refusal refusal) => refusal.Code switch
    {
        "changed_meanwhile" => R.Changed,
        "not_possible_now" or "not_found" => R.Gone,
        "text_empty" => R.NotEmpty,
        "too_late_to_undo" => R.TooLateToUndo,
        "not_yours_to_judge" => R.YoursToo,
        _ => base.Words(refusal),
    };

    private async Task LoadAll()
    {
        Counts = await desk.Queue.Count(Me!.Site.Id);
        if (Changed is { } id && (await desk.Decisions.Together(Me.Site.Id, id)).FirstOrDefault() is { } decision && decision.MayBeUndoneAt(Now)) MayUndo = id;
        await Load();
    }
}

/// <summary>What every moderators' page works with.</summary>
public sealed record ReviewDesk(Access Access, ReviewQueue Queue, Decisions Decisions, UndoDecision Undo, TimeProvider Clock);
