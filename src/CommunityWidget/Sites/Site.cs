using System.Text.Json.Serialization;
using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Hosting;

namespace CommunityWidget.Sites;

/// <summary>A brand's website: the tenant everything else belongs to.</summary>
public sealed record Site
{
    public Guid Id { get; init; }
    public string Key { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Name { get; init; } = "";

    /// <summary>Allowed origins, separated by spaces: <c>https://shop.example https://www.shop.example</c>.</summary>
    public string Origins { get; init; } = "";

    /// <summary>Two-letter languages separated by spaces, first choice first.</summary>
    public string Languages { get; init; } = "en";

    public Topics Topics { get; init; } = new([]);
    public Hours Hours { get; init; } = Hours.Always;
    public Ladder Ladder { get; init; } = Ladder.Default;

    /// <summary><c>#rrggbb</c>.</summary>
    public string Accent { get; init; } = "#0b6e4f";

    /// <summary>Query parameters of a page address that are kept, separated by spaces.</summary>
    public string QueryAllow { get; init; } = "";

    public Retention Retention { get; init; } = new();

    public Judging Judging { get; init; } = Judging.Default;

    /// <summary>Within how many minutes a visitor shall have a word of somebody's: what the inbox counts against.</summary>
    public long AnswerMinutes { get; init; } = 15;

    /// <summary>Which drafts are read before they are public: one of <see cref="ReviewPolicies"/>.</summary>
    public string ReviewPolicy { get; init; } = ReviewPolicies.All;

    /// <summary>So many trusted people report a page, and it is out of sight until somebody decides; 0: never by itself.</summary>
    public long ReportHideAfter { get; init; } = 3;

    public const int MostReportHideAfter = 100;

    /// <summary>A week.</summary>
    public const int MostAnswerMinutes = 10_080;

    /// <summary>The version of the charter that holds; 0 while there is none.</summary>
    public long CharterVersion { get; init; }

    /// <summary>The highest number a version ever had, also one that was taken back: whoever read that one did not read the next.</summary>
    public long CharterGiven { get; init; }

    /// <summary>The version members must have agreed to at least: a corrected comma asks nobody again.</summary>
    public long CharterAsked { get; init; }

    /// <summary>So many strikes of a member within so many days are shown to moderators as a proposal.</summary>
    public long StrikesToPropose { get; init; } = 3;

    public long StrikeDays { get; init; } = 30;

    /// <summary>Only customers the shop has named are served, at every door.</summary>
    public bool IdentityRequired { get; init; }

    /// <summary>Where the shop shows the answer pages under its own name, such as <c>https://shop.example/questions</c>; empty while nowhere.</summary>
    public string AnswersBase { get; init; } = "";

    public long CreatedAt { get; init; }

    public IReadOnlyList<string> LanguageList => Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> OriginList => Origins.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool AllowsOrigin(string origin) => OriginList.Contains(origin, StringComparer.OrdinalIgnoreCase) || (AnswersBase.Length > 0 && origin.Equals(Origin.Of(AnswersBase), StringComparison.OrdinalIgnoreCase));

    /// <summary>The hosts that are the shop's own.</summary>
    public IEnumerable<string> OwnHosts => OriginList.Append(AnswersBase).Select(own => Uri.TryCreate(own, UriKind.Absolute, out var uri) ? uri.AsciiHost() : null).OfType<string>();

    /// <summary>The question's language: the asked one if the site has it, else the site's first.</summary>
    public string LanguageFor(string? asked) =>
        LanguageList.FirstOrDefault(l => asked is not null && asked.StartsWith(l, StringComparison.OrdinalIgnoreCase)) ?? LanguageList[0];

    public string? TopicFor(string? asked) => Topics.List.FirstOrDefault(t => t.Id == asked)?.Id;
}

/// <summary>What a site's questions are about; kept as JSON.</summary>
/// <param name="List">What is offered, in order.</param>
/// <param name="Retired">No longer offered, but what was asked about it keeps its name.</param>
public sealed record Topics(IReadOnlyList<TopicView> List, IReadOnlyList<TopicView>? Retired = null)
{
    /// <summary>Every topic a question may still carry.</summary>
    [JsonIgnore]
    public IReadOnlyList<TopicView> Known => [.. List, .. Retired ?? []];
}
