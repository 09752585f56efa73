using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Review;

/// <summary>Drafts waiting for a moderator's decision, oldest first, each with everything it takes to decide.</summary>
/// <remarks>A long conversation comes back whole from its form, which writes most letters of other scripts as nine signs.</remarks>
[RequestSizeLimit(4 * 1024 * 1024)]
public sealed class ToReviewModel(ReviewDesk desk, EditionStore editions, ReviewThread review, EditEdition edit, SendBack sendBack, DraftCards cards) : ReviewPage(desk)
{
    private string? _said;

    // What was typed stands in the draft already.
    private bool _kept;

    public IReadOnlyList<DraftCard> Drafts { get; private set; } = [];

    public IReadOnlyList<Member> Moderators { get; private set; } = [];

    /// <summary>Where the next page begins, if there is one.</summary>
    public string? Next { get; private set; }

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>The one just decided.</summary>
    public Edition? Decided { get; private set; }

    /// <summary>What was typed into a form that was refused.</summary>
    public DraftForm? Typed { get; private set; }

    public override string? Said => _said ?? base.Said;

    public override Dictionary<string, string> Stays => new (string Name, string? Value)[] { ("show", Part), ("after", After) }.Where(one => one.Value is not null).ToDictionary(one => one.Name, one => one.Value!);

    public QueuePart Queue => Part switch { "mine" => QueuePart.Mine, "doubtful" => QueuePart.Doubtful, _ => QueuePart.All };

    public async Task<IActionResult> OnGet(string? decided, bool saved)
    {
        if (saved) _said = R.Saved;
        if (decided is not null && await editions.Find(Me!.Site.Id, decided) is { } one)
        {
            Decided = one;
            _said = one is { State: Publications.Published, IsPublic: false } ? R.PublishedHidden : R.Became(one switch
            {
                { SentTo: not null } => DecisionKinds.SentBack,
                { MergedInto: not null } => DecisionKinds.Merged,
                _ => one.State,
            });
        }
        return await Show();
    }

    public async Task<IActionResult> OnPostPublish(DraftForm form)
    {
        // What stands in the form is what is published.
        var kept = await Kept(form);
        if (kept.Value is not { } draft) return await Refuse(form, kept.Refusal!);
        // Emptied is something else than left as it was.
        return await Tell(form, await review.Publish(Me!, form.Id, form.Title ?? "", seen: Before(form, draft)));
    }

    // What is turned away is what they had before them; what they typed goes nowhere.
    public async Task<IActionResult> OnPostReject(DraftForm form)
    {
        var reply = await review.Reject(Me!, form.Id, form.Reason, form.Why, seen: form.Opened());
        return await Tell(reply.Refusal == Refusals.ChangedMeanwhile ? form.Beside() : form, reply);
    }

    public async Task<IActionResult> OnPostMerge(DraftForm form, string into)
    {
        // What stands in the form is what comes to the other page.
        var kept = await Kept(form);
        return kept.Value is { } draft ? await Tell(form, await review.Merge(Me!, form.Id, into, Before(form, draft))) : await Refuse(form, kept.Refusal!);
    }

    public async Task<IActionResult> OnPostSave(DraftForm form) =>
        await Kept(form, always: true) is { Refusal: { } refusal } ? await Refuse(form, refusal) : SavedAt(form);

    public async Task<IActionResult> OnPostSendBack(DraftForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Note)) return await Refuse(form, Refusals.TextEmpty, R.SendBackNeedsNote);
        if (ReviewThread.Note(form.Note) is { Refusal: { } unusable }) return await Refuse(form, unusable);
        // Without theirs it would be taken out, and they have nothing to mend.
        if (HasWords && await editions.Find(Me!.Site.Id, form.Id) is { } known && await editions.Answers(known.Id) is var answers && form.IsOf(answers) && form.Empties(form.To ?? Guid.Empty, answers)) return await Refuse(form, Refusals.TextEmpty, R.SendBackNeedsAnswer);
        var kept = await Kept(form);
        if (kept.Value is not { } draft) return await Refuse(form, kept.Refusal!);
        var reply = await sendBack.Run(Me!, form.Id, form.To ?? Guid.Empty, form.Note, Before(form, draft));
        return reply.Refusal == Refusals.NotFound ? await Refuse(form, Refusals.NotFound, R.ChosenGone) : await Tell(form, reply);
    }

    public async Task<IActionResult> OnPostAssign(DraftForm form, Guid? assignee)
    {
        var kept = await Kept(form);
        if (kept.Value is not { } draft) return await Refuse(form, kept.Refusal!);
        var reply = await sendBack.Assign(Me!, form.Id, assignee, Before(form, draft));
        // Whom it was to go to was shut out meanwhile: nobody decided about it.
        return reply.Refusal is { } refusal ? await Refuse(form, refusal, refusal == Refusals.NotFound ? R.ChosenGone : null) : SavedAt(form);
    }

    public Task<IActionResult> OnPostPublishAll(string[] selected) => All(selected, (id, together, seen) => review.Publish(Me!, id, title: null, together, seen));

    public Task<IActionResult> OnPostRejectAll(string[] selected, string? reason) => All(selected, (id, together, seen) => review.Reject(Me!, id, reason, together: together, seen: seen));

    protected override async Task Load()
    {
        var read = await Desk.Queue.Read(Me!.Site.Id, Queue, Me.Id, PlaceIn(After));
        // All that stood behind that place is decided: what waits before it is next.
        if (read.Count == 0 && After is not null) read = await Desk.Queue.Read(Me.Site.Id, Queue, Me.Id, PlaceIn(After = null));
        if (read.Count > ReviewQueue.PageSize) Next = PlaceOf(read[ReviewQueue.PageSize - 1]);
        Drafts = await cards.Of([.. read.Take(ReviewQueue.PageSize)]);
        Moderators = await cards.Moderators(Me.Site.Id);
    }

    private RedirectResult SavedAt(DraftForm form) => Redirect($"{Here("saved=true")}#d-{form.Id}");

    private async Task<IActionResult> All(string[] selected, Func<string, Guid, SeenDraft, Task<Reply<Edition>>> decide)
    {
        if (selected is not { Length: > 0 })
        {
            var nothing = await Refuse(Refusals.NotUnderstood);
            Problem = R.SelectFirst;
            return nothing;
        }
        var together = Guid.CreateVersion7(Desk.Clock.GetUtcNow());
        string? last = null;
        var refused = new List<Refusal>();
        foreach (var (id, seen) in selected.Take(ReviewQueue.PageSize).Select(SeenDraft.Read))
        {
            var reply = await decide(id, together, seen);
            last = reply.Value?.PublicId ?? last;
            if (reply.Refusal is { } refusal) refused.Add(refusal);
        }
        if (last is null)
        {
            var none = await Refuse(refused[0]);
            Problem = WordsOfMany(refused[0]);
            return none;
        }
        return Redirect(Here($"decided={last}&changed={together}{Stayed(refused)}"));
    }

    // Loaded anew, the page tells what was decided and decides nothing again.
    private async Task<IActionResult> Tell(DraftForm form, Reply<Edition> reply)
    {
        if (reply.Value is not { } edition) return await Refuse(form, reply.Refusal!);
        var decision = await Desk.Decisions.Latest(edition.Id);
        return Redirect(Here($"decided={edition.PublicId}&changed={decision?.Together}"));
    }

    // Their own wording, if one was kept just now; else what they opened, whatever stands there by now.
    private SeenDraft Before(DraftForm form, Edition draft) => _kept ? new(draft.Id, draft.Revision) : form.Opened();

    // Whatever else its button does: what was typed is another wording first, title included.
    private async Task<Reply<Edition>> Kept(DraftForm form, bool always = false)
    {
        var draft = await editions.Find(Me!.Site.Id, form.Id);
        if (draft is null) return Refusals.NotFound;
        if (!HasWords) return draft;
        var answers = await editions.Answers(draft.Id);
        // One was taken away since: by their order, its words would stand under another's name.
        if (!form.IsOf(answers)) return draft.State == Publications.Review ? Refusals.ChangedMeanwhile : Refusals.NotPossibleNow;
        if (!always && !form.Changes(draft, answers) && !form.Renames(draft)) return draft;
        var kept = await edit.Run(Me, form.Id, form.Read(draft, answers));
        _kept = kept.Value is not null;
        return kept;
    }

    private async Task<IActionResult> Refuse(DraftForm form, Refusal refusal, string? why = null)
    {
        var page = await Refuse(refusal);
        if (refusal == Refusals.NotUnderstood) Problem = R.TitleNeeded;
        if (why is not null) Problem = why;
        var card = Drafts.FirstOrDefault(one => one.Draft.PublicId == form.Id) ?? await First(form);
        Typed = card is null || _kept ? form.Beside() : form.On(card.Draft, card.Answers);
        if (refusal == Refusals.ChangedMeanwhile && (card is null || _kept || !HasTyped(Typed, card))) Problem = WordsOfMany(refusal);
        else if (refusal == Refusals.ChangedMeanwhile && card!.Draft.SentTo is { } whom) Problem = R.SentMeanwhile(card.NameOf(whom) ?? R.SomebodyGone);
        if (_kept) Problem = $"{R.WordingSaved} {(refusal == Refusals.NotFound || refusal == Refusals.NotPossibleNow ? R.ChosenGone : Problem)}";
        return page;
    }

    // A colleague may look after it by now, or it was no doubtful one: what was typed stands there all the same.
    private async Task<DraftCard?> First(DraftForm form)
    {
        if (await editions.Find(Me!.Site.Id, form.Id) is not { State: Publications.Review } draft) return null;
        var card = (await cards.Of([draft]))[0];
        // Sent back to somebody, it has no form here any more, but for what would be lost with it.
        if (draft.SentTo is not null && !HasTyped(form.On(draft, card.Answers), card)) return null;
        Drafts = [card, .. Drafts];
        return card;
    }

    /// <summary>Something stands in a form that came back which the draft does not say.</summary>
    public static bool HasTyped(DraftForm form, DraftCard card) => form.Question is not null && (form.Changes(card.Draft, card.Answers) || form.Renames(card.Draft));

    private bool HasWords => Request.Form.ContainsKey(nameof(DraftForm.Question));

    private static string PlaceOf(Edition edition) => $"{edition.ProposedAt}.{edition.Id}";

    private static (long, Guid) PlaceIn(string? after) =>
        after?.Split('.') is [var at, var id] && long.TryParse(at, out var when) && Guid.TryParse(id, out var which) ? (when, which) : (0, Guid.Empty);
}
