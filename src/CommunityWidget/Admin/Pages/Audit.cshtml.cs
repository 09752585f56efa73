using System.Globalization;
using CommunityWidget.Numbers;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>Who did and who read what: looked for by person, kind, time and conversation, page by page, and as a file.</summary>
public sealed class AuditModel(AdminDesk desk, AuditSearch search, MemberStore members) : AdminPage(desk)
{
    public const int OnePage = 50, ReadAtOnce = 1_000;

    public static readonly IReadOnlyList<string> Outcomes = ["changed", "allowed", "read", "refused"];

    // Made once a request: a file names somebody in each of its rows.
    private Dictionary<string, string> _names = [];

    [BindProperty(SupportsGet = true)]
    public Guid? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    /// <summary>How the action begins, as the file writes it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Did { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Where the list goes on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Older { get; set; }

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public SiteTime Time => SiteTime.Of(Site);

    /// <summary>This page with another place or handler in its address.</summary>
    public string With(params (string Name, string? Value)[] changes)
    {
        var kept = new Dictionary<string, string?> { ["who"] = Who?.ToString(), ["what"] = What, ["about"] = About, ["did"] = Did, ["from"] = From, ["to"] = To };
        foreach (var (name, value) in changes) kept[name] = value;
        return Link("/admin/audit" + QueryString.Create(kept.Where(one => !string.IsNullOrEmpty(one.Value))));
    }

    public async Task<IActionResult> OnGetFile()
    {
        await Load();
        if (Problem is not null) return Page();
        return new AuditFile($"{Site.Slug}-audit.csv", ["at", "who", "action", "about", "outcome", "was", "became"], All());
    }

    private async IAsyncEnumerable<IReadOnlyList<string?>> All()
    {
        var query = Query();
        (long, Guid)? below = null;
        while (await search.Find(Site.Id, query, below, ReadAtOnce) is { Count: > 0 } more)
        {
            foreach (var row in more) yield return [Iso(row.At), Line(row).Who, row.Action, row.Subject, row.Outcome, row.Was, row.Became];
            below = (more[^1].At, more[^1].Id);
        }
    }

    public static string Iso(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);

    protected override async Task Load()
    {
        Members = await members.OfSite(Site.Id);
        _names = Members.ToDictionary(member => member.Id.ToString(), member => member.Name == "" ? A.NamelessMember : member.Name, StringComparer.OrdinalIgnoreCase);
        if (Bad(From) || Bad(To)) Warn([], A.AuditBadDate);
        var found = await search.Find(Site.Id, Query(), AuditPlace.Read(Older), OnePage + 1);
        Lines = [.. found.Take(OnePage).Select(Line)];
        Next = found.Count > OnePage ? AuditPlace.Of(found[OnePage - 1]) : null;
    }

    private AuditQuery Query() => new(
        Who,
        string.IsNullOrWhiteSpace(About) ? null : About.Trim(),
        Outcomes.FirstOrDefault(outcome => outcome == What),
        Day(From) is { } from ? Time.StartOf(from) : null,
        Day(To) is { } to ? Time.StartOf(to.AddDays(1)) : null,
        string.IsNullOrWhiteSpace(Did) ? null : Did.Trim());

    private AuditLine Line(Change row)
    {
        string? Name(string? id) => id is null ? null : _names.GetValueOrDefault(id);
        var who = row.ActorKind switch { "visitor" => A.AVisitor, "reader" => A.AReader, "operator" => A.AnOperator, _ => Name(row.Actor?.ToString()) ?? A.SomebodyGone };
        var what = A.WhatOfRoute(row.Action) ?? A.What(row, Name(row.Subject) ?? A.SomebodyGone);
        return new(row, who, Name(row.Subject) ?? row.Subject, what, row.Outcome is "changed" or "read" || what == row.Action ? null : row.Action);
    }

    private static bool Bad(string? typed) => !string.IsNullOrWhiteSpace(typed) && Day(typed) is null;

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;
}

/// <summary>One entry as the list shows it.</summary>
/// <param name="Code">As the file writes what was done, where the words do not tell all of it.</param>
public sealed record AuditLine(Change Entry, string Who, string? About, string What, string? Code);

/// <summary>Where the list goes on.</summary>
public static class AuditPlace
{
    public static string Of(Change row) => string.Create(CultureInfo.InvariantCulture, $"{row.At}.{row.Id:N}");

    public static (long At, Guid Id)? Read(string? place) =>
        (place ?? "").Split('.') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && Guid.TryParseExact(id, "N", out var last) ? (time, last) : null;
}
