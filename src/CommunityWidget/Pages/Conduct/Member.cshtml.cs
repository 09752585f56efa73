using System.Globalization;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CommunityWidget.Pages.Conduct;

/// <summary>One member as moderators see them: what was decided, what they said to it, and what is to be done.</summary>
public sealed class MemberConductModel(Access access, MemberStore members, SanctionStore sanctions, IssueSanction issue, LiftSanction lift, AppealSanction appeals, WhoJudges judges, TimeProvider clock) : MemberPage(access)
{
    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();

    protected override Permission Needs => Permission.Moderate;

    public ConductTexts C => ConductTexts.In(T.Language);

    public SanctionTexts S => SanctionTexts.In(T.Language);

    public Member Person { get; private set; } = new();

    public IReadOnlyList<Sanction> Sanctions { get; private set; } = [];

    public Sanction? JustDone { get; private set; }

    public OrderForm Form { get; private set; } = new();

    public Guid? Answered { get; private set; }

    public string? AnswerTyped { get; private set; }

    public bool OthersCould { get; private set; }

    public long Now => clock.NowMs();

    public bool MayDecide => WhoJudges.May(Me!.Member, Person);

    /// <summary>Why there is nothing to press.</summary>
    public string NotYours => Person.Id == Me!.Id ? C.AboutYou : C.AboutAdmin;

    public string TheirLanguage => Language.Name(TheirTexts.Language);

    public string NameOf(Guid member) => _names.GetValueOrDefault(member, "–");

    private SanctionTexts TheirTexts => SanctionTexts.In(Person.Languages.Split(' ')[0]);

    /// <param name="done">What was decided a moment ago.</param>
    /// <param name="about">The conversation they came from.</param>
    public async Task OnGet(Guid? done, string? about)
    {
        Form.About = about;
        await Load();
        JustDone = Sanctions.FirstOrDefault(sanction => sanction.Id == done && Now - (sanction.LiftedAt ?? sanction.IssuedAt) <= Change.UndoWithinMs);
    }

    public Task<IActionResult> OnPostDecide([FromForm(Name = "Form")] OrderForm typed)
    {
        Form = typed;
        int? days = int.TryParse(typed.Days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        string?[] parts = [TheirTexts.Reasons.GetValueOrDefault(typed.Template ?? ""), typed.Words?.Trim()];
        return Tell(issue.Run(Me!, Person.Id, new(typed.Kind, days, string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))), string.IsNullOrEmpty(typed.About) ? null : typed.About)));
    }

    public Task<IActionResult> OnPostLift(Guid sanction) => Tell(lift.Run(Me!, sanction));

    public Task<IActionResult> OnPostUnlift(Guid sanction) => Tell(lift.Undo(Me!, sanction), undone: true);

    public Task<IActionResult> OnPostAnswer(Guid sanction, string? text, bool lift)
    {
        (Answered, AnswerTyped) = (sanction, text);
        return Tell(appeals.Answer(Me!, sanction, text, lift), undone: true);
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = Me is { } me && Guid.TryParse(RouteData.Values["id"] as string, out var id) && await members.Find(id) is { } member && member.Site == me.Site.Id ? member : null;
        if (found is not null) Person = found;
        else if (Me is { Member: var moderator } && (moderator.Is(Roles.Moderator) || moderator.Is(Roles.Admin)))
        {
            context.Result = NotFound();
            return;
        }
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    protected override string Words(Refusal refusal) => C.Refused(refusal) ?? base.Words(refusal);

    private async Task<IActionResult> Tell(Task<Reply<Sanction>> deciding, bool undone = false)
    {
        var reply = await deciding;
        if (reply.Value is { } decided) return Redirect(Link($"/moderation/members/{Person.Id}{(undone ? "" : $"?done={decided.Id}")}"));
        // Erased meanwhile: decided again, it is about none.
        if (reply.Refusal == Refusals.NotFound) Form.About = null;
        await Load();
        return Explain(reply.Refusal!);
    }

    private async Task Load()
    {
        Sanctions = await sanctions.Of(Person.Id);
        OthersCould = await judges.HasOther(Me!.Site.Id, Person.Is(Roles.Admin), Me.Id, Person.Id);
        var ids = Sanctions.SelectMany(sanction => new[] { sanction.IssuedBy, sanction.AnsweredBy ?? Guid.Empty }).Distinct().ToList();
        _names = (await members.Find(ids)).ToDictionary(member => member.Id, member => member.Name);
    }

    public sealed class OrderForm
    {
        public string? Kind { get; set; }
        public string? Days { get; set; } = "7";
        public string? Template { get; set; }
        public string? Words { get; set; }
        public string? About { get; set; }
    }
}
