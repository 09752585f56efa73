using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Review;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Review;

/// <summary>Answers that readers sent to published pages, and other wordings by their authors, oldest first.</summary>
public sealed class NewAnswersModel(ReviewDesk desk, ProposedStore proposed, DecideProposed decide) : ReviewPage(desk)
{
    private const int Most = 50;

    private string? _said;

    public IReadOnlyList<ProposedToPage> Answers { get; private set; } = [];

    public override string? Said => _said ?? base.Said;

    public string Address(ProposedToPage answer) => new Edition { PublicId = answer.PageId, Slug = answer.Slug }.Path(Me!.Site.Slug);

    public Task<IActionResult> OnGet(bool? added)
    {
        if (added is { } yes) _said = yes ? R.AnswerAddedDone : R.AnswerRefusedDone;
        return Show();
    }

    public Task<IActionResult> OnPostPublish(string id) => Decide(id, publish: true);

    public Task<IActionResult> OnPostReject(string id) => Decide(id, publish: false);

    protected override async Task Load() => Answers = await proposed.Open(Me!.Site.Id, Most);

    protected override string Words(Refusal refusal) => refusal == Refusals.AlreadyDecided ? R.Gone : refusal == Refusals.AnswerThere ? R.AnswerThere : base.Words(refusal);

    private async Task<IActionResult> Decide(string id, bool publish)
    {
        var reply = await decide.Run(Me!, id, publish);
        return reply.Value is { } decision ? Redirect(Here($"added={(publish ? "true" : "false")}&changed={decision.Together}")) : await Refuse(reply.Refusal!);
    }
}
