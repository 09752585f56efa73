using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Reports;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Review;

/// <summary>What was reported: each thing once, with everybody's reasons, the oldest first.</summary>
public sealed class ReportsModel(ReviewDesk desk, ReportedThings things, DecideReport decide) : ReviewPage(desk)
{
    private string? _said;

    public IReadOnlyList<ReportedThing> Reported { get; private set; } = [];

    public override string? Said => _said ?? base.Said;

    public Task<IActionResult> OnGet(string? decided)
    {
        if (decided is DecisionKinds.Upheld or DecisionKinds.Dismissed) _said = R.ReportBecame(decided);
        return Show();
    }

    public async Task<IActionResult> OnPostUphold(string id) => await Tell(await decide.Run(Me!, id, right: true));

    public async Task<IActionResult> OnPostDismiss(string id) => await Tell(await decide.Run(Me!, id, right: false));

    protected override async Task Load() => Reported = await things.Of(Me!, R);

    private async Task<IActionResult> Tell(Reply<Decision> reply) => reply.Value is { } decision
        ? Redirect(Here($"decided={decision.Kind}&changed={decision.Together}"))
        : await Refuse(reply.Refusal == Refusals.NotYoursToJudge ? reply.Refusal : Refusals.NotPossibleNow);
}
