using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>A page of forms that each save some settings of the site. A form brings back the mark of what it showed, so that nobody overwrites unseen.</summary>
public abstract class SettingsPage(AdminDesk desk, ChangeSite change) : AdminPage(desk)
{
    private (string[] Fields, string? Mark) _opened = ([], null);

    public string? Mark(params string[] fields) => fields.SequenceEqual(_opened.Fields) ? _opened.Mark : SiteFields.Mark(Site, fields);

    /// <summary>The form stays open on what it was opened on.</summary>
    protected void KeepOpen(string[] fields, string? seen) => _opened = (fields, seen);

    protected async Task<IActionResult> Save<T>(Reading<T> read, string? seen, string[] fields, Func<Site, T, Site> with) where T : class
    {
        if (read.Value is { } value) return await Done(await change.Run(Me!, fields, seen ?? "", site => with(site, value)));
        KeepOpen(fields, seen);
        return await Refuse(read.Faults);
    }
}
