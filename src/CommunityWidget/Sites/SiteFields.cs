using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CommunityWidget.Sites;

/// <summary>What the owner of a site may change, as text: to compare, to write down and to put back.</summary>
public static class SiteFields
{
    public const string Name = "name", Slug = "slug", Origins = "origins", Languages = "languages", Topics = "topics", Hours = "hours",
        Ladder = "ladder", Accent = "accent", QueryAllow = "query_allow", Retention = "retention", AnswerMinutes = "answer_minutes",
        Judging = "judging", StrikesToPropose = "strikes_to_propose", StrikeDays = "strike_days",
        ReviewPolicy = "review_policy", ReportHideAfter = "report_hide_after", IdentityRequired = "identity_required", AnswersBase = "answers_base";

    public static IReadOnlyDictionary<string, string> Of(Site site) => new Dictionary<string, string>
    {
        [Name] = site.Name,
        [Slug] = site.Slug,
        [Origins] = site.Origins,
        [Languages] = site.Languages,
        [Topics] = Json(site.Topics),
        [Hours] = Json(site.Hours),
        [Ladder] = Json(site.Ladder),
        [Accent] = site.Accent,
        [QueryAllow] = site.QueryAllow,
        [Retention] = Json(site.Retention),
        [Judging] = Json(site.Judging),
        [AnswerMinutes] = site.AnswerMinutes.ToString(CultureInfo.InvariantCulture),
        [StrikesToPropose] = site.StrikesToPropose.ToString(CultureInfo.InvariantCulture),
        [StrikeDays] = site.StrikeDays.ToString(CultureInfo.InvariantCulture),
        [ReviewPolicy] = site.ReviewPolicy,
        [ReportHideAfter] = site.ReportHideAfter.ToString(CultureInfo.InvariantCulture),
        [IdentityRequired] = site.IdentityRequired ? "yes" : "no",
        [AnswersBase] = site.AnswersBase,
    };

    public static Site With(Site site, string field, string value) => field switch
    {
        Name => site with { Name = value },
        Slug => site with { Slug = value },
        Origins => site with { Origins = value },
        Languages => site with { Languages = value },
        Topics => site with { Topics = Read<Topics>(value) },
        Hours => site with { Hours = Read<Hours>(value) },
        Ladder => site with { Ladder = Read<Ladder>(value) },
        Accent => site with { Accent = value },
        QueryAllow => site with { QueryAllow = value },
        Retention => site with { Retention = Read<Retention>(value) },
        Judging => site with { Judging = Read<Judging>(value) },
        AnswerMinutes => site with { AnswerMinutes = long.Parse(value, CultureInfo.InvariantCulture) },
        StrikesToPropose => site with { StrikesToPropose = long.Parse(value, CultureInfo.InvariantCulture) },
        IdentityRequired => site with { IdentityRequired = value == "yes" },
        AnswersBase => site with { AnswersBase = value },
        StrikeDays => site with { StrikeDays = long.Parse(value, CultureInfo.InvariantCulture) },
        ReviewPolicy => site with { ReviewPolicy = value },
        ReportHideAfter => site with { ReportHideAfter = long.Parse(value, CultureInfo.InvariantCulture) },
        _ => site,
    };

    /// <summary>A short mark of what these fields hold; a form brings it back, so that nobody overwrites what they have not seen.</summary>
    public static string Mark(Site site, params IEnumerable<string> fields)
    {
        var all = Of(site);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', fields.Select(field => all[field])))))[..16];
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;
}
