using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Holding;
using CommunityWidget.People;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Review;

/// <summary>What a judge held back, oldest first. Letting it through delivers it, so there is no way back; what is kept back can be let through after all for ten seconds.</summary>
public sealed class HeldModel(ReviewDesk desk, HoldStore holds, DecideHeld decide, MemberStore members, WhoJudges judges) : ReviewPage(desk)
{
    private const int Most = 50;

    private string? _said;
    private bool _othersCould;
    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();

    public IReadOnlyList<HeldText> Texts { get; private set; } = [];

    public override string? Said => _said ?? base.Said;

    public string NameOf(HeldText held) => held.AuthorKind == "member" ? _names.GetValueOrDefault(held.Author ?? Guid.Empty, R.SomebodyGone) : R.AVisitor;

    /// <summary>Not where who looks wrote it and somebody else can decide.</summary>
    public bool MayDecide(HeldText held) => !_othersCould || !DecideHeld.IsBy(Me!.Member, held.AuthorKind, held.Author);

    public Task<IActionResult> OnGet(bool? passed)
    {
        if (passed is { } yes) _said = yes ? R.LetThroughDone : R.KeptBackDone;
        return Show();
    }

    public async Task<IActionResult> OnPostPass(string thread, long seq) => await decide.Pass(Me!, thread, seq) is { Refusal: { } refusal } ? await Refuse(refusal) : Redirect(Here("passed=true"));

    public async Task<IActionResult> OnPostKeepBack(string thread, long seq) => await decide.Refuse(Me!, thread, seq) is var kept && kept.Value is { } decision ? Redirect(Here($"passed=false&changed={decision.Together}")) : await Refuse(kept.Refusal!);

    protected override async Task Load()
    {
        Texts = await holds.Open(Me!.Site.Id, null, Most);
        _othersCould = await judges.HasOther(Me.Site.Id, admins: false, Me.Id);
        var authors = Texts.Where(held => held.AuthorKind == "member").Select(held => held.Author).OfType<Guid>().Distinct().ToList();
        if (authors.Count > 0) _names = (await members.Find(authors)).ToDictionary(member => member.Id, member => member.Name);
    }

    protected override string Words(Refusal refusal) => refusal == Refusals.AlreadyDecided ? R.Gone : refusal == Refusals.NotPossibleNow ? R.AuthorShutOut : base.Words(refusal);
}
