using System.Globalization;
using CommunityWidget.Admin.Forms;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CommunityWidget.Admin.Pages;

/// <summary>One member of the site: what they may do, suspended or not, a new password.</summary>
public sealed class MemberModel(AdminDesk desk, MemberStore members, ChangeMember change, IssueSanction issue, PasswordLinks passwords, LettersSent letters) : AdminPage(desk)
{
    public const int MostSeats = 50;

    public static readonly IReadOnlyList<string> Terms = ["1", "7", "30", "always"];

    // Long enough to be let back by hand.
    private const long AlwaysMs = 100L * 365 * 86_400_000;

    private AbilitiesForm? _form;

    public Member Person { get; private set; } = new();

    public AbilitiesForm Form => _form ??= new();

    public string? Made { get; private set; }

    public bool Mailed { get; private set; }

    public string Days { get; private set; } = Terms[1];

    public string? Reason { get; private set; }

    public bool ByMail => letters.ByMail;

    public string? Suspension => !Person.SuspendedAt(Now) ? null
        : A.SuspendedUntil(Person.SuspendedUntil > Now + (AlwaysMs / 2) ? null : A.Moment(Person.SuspendedUntil!.Value, Site.Hours));

    public async Task<IActionResult> OnPostSave([FromForm(Name = "Form")] AbilitiesForm typed)
    {
        _form = typed;
        var faults = new List<Fault>(typed.Abilities.Read(Site, new()).Faults);
        var seats = Number.Read("seats", typed.Seats, 1, MostSeats, faults);
        var year = DateTimeOffset.FromUnixTimeMilliseconds(Now).Year;
        var before = faults.Count;
        int? since = string.IsNullOrWhiteSpace(typed.Since) ? null : Number.Read("since", typed.Since, 1900, year, faults);
        if (faults.Count > before) faults[^1] = new("since", "year", $"{year}");
        return faults.Count > 0
            ? await Refuse(faults)
            : await Done(await change.Run(Me!, Person.Id, "settings", settings => typed.Abilities.Read(Site, settings).Value! with { Seats = seats!.Value, CustomerSince = since }));
    }

    /// <summary>A sanction as a moderator's: its reason is read by the member, who may object.</summary>
    public async Task<IActionResult> OnPostSuspend(string? days, string? reason)
    {
        (Days, Reason) = (Terms.Contains(days) ? days! : Terms[1], reason);
        if (string.IsNullOrWhiteSpace(reason)) return await Refuse([new Fault("reason", "reason")]);
        var term = int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        var reply = await issue.Run(Me!, Person.Id, new(term is null ? SanctionKinds.Exclusion : SanctionKinds.Suspension, term, reason));
        return reply.Refusal == Refusals.SanctionNotUsable ? await Refuse([new Fault("reason", "reason")])
            : await Done(reply.Refusal is { } refusal ? refusal : new Saved(null));
    }

    public async Task<IActionResult> OnPostLetBack() =>
        await Done(await change.Run(Me!, Person.Id, "let_back", settings => settings with { SuspendedUntil = null }));

    public async Task<IActionResult> OnPostPassword(string? by)
    {
        Refusal? refusal;
        if (by == "mail" && ByMail)
        {
            refusal = (await passwords.Send(Me!, Person.Id)).Refusal;
            Mailed = refusal is null;
        }
        else
        {
            var reply = await passwords.Make(Me!, Person.Id);
            (refusal, Made) = (reply.Refusal, reply.Value?.Link);
        }
        return refusal is null ? await Show() : await Refuse(refusal);
    }

    /// <summary>Somebody else's member looks exactly like nobody.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = Me is { } me && Guid.TryParse(RouteData.Values["id"] as string, out var id) ? await members.Find(id) is { } member && member.Site == me.Site.Id ? member : null : null;
        if (found is not null) Person = found;
        else if (Me is { Member: var admin } && admin.Is(Roles.Admin))
        {
            context.Result = NotFound();
            return;
        }
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    protected override async Task Load()
    {
        Person = await members.Find(Person.Id) ?? Person;
        var topics = (await members.Topics(Site.Id)).Where(topic => topic.Member == Person.Id).Select(topic => topic.Topic);
        _form ??= AbilitiesForm.Of(Person, topics);
    }

    public sealed class AbilitiesForm
    {
        public List<string> Roles { get; set; } = [];
        public List<string> Languages { get; set; } = [];
        public List<string> Topics { get; set; } = [];
        public string? Seats { get; set; }
        public string? Since { get; set; }

        public Abilities Abilities => new() { Roles = Roles, Languages = Languages, Topics = Topics };

        public static AbilitiesForm Of(Member member, IEnumerable<string> topics) => new()
        {
            Roles = [.. member.Roles.Split(' ')],
            Languages = [.. member.Languages.Split(' ')],
            Topics = [.. topics],
            Seats = $"{member.Seats}",
            Since = $"{member.CustomerSince}",
        };
    }
}
