using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Readers;

/// <summary>
/// What became of what a reader sent. Its address may be known to others; what they wrote is shown to, and erased by, whoever has the key behind its <c>#</c>, which no
/// server is told before a button is pressed.
/// </summary>
[IgnoreAntiforgeryToken]
public abstract class OutcomePage(AnswersDesk desk, ReadersDesk readers) : ReaderFormPage(desk)
{
    public const string Erase = "erase";

    public string Outcome { get; protected set; } = "";

    /// <summary>The page it is about; null while that is not public.</summary>
    public string? Back { get; protected set; }

    /// <summary>Somebody has a key to it.</summary>
    public bool HasKey { get; protected set; }

    /// <summary>As it was sent.</summary>
    public string? Key { get; private set; }

    /// <summary>This page's address with the key behind its <c>#</c>; only of a key that opened it.</summary>
    public string KeptAddress => $"{Link(Path)}#{Key?.Trim().TrimStart('#')}";

    /// <summary>What they wrote, once they have shown the key.</summary>
    public ReaderWords? Mine { get; private set; }

    /// <summary>Of <see cref="ReaderWords"/>.</summary>
    protected abstract string Kind { get; }

    // They would lose what stands behind the #.
    public override IEnumerable<string> OtherLanguages => [];

    public async Task<IActionResult> OnGet(string slug, string id) => await Finds(slug, id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, string id, string? key, string? act)
    {
        var (tooMany, isThere) = (readers.Limits.TakeAddress(AddressLimits.Tries, HttpContext.Connection.RemoteIpAddress), await Finds(slug, id));
        if (Site is null) return NotFound();
        // Erased already, by another press or in another window. Nor does anybody find out without end what is there.
        if (act == Erase && tooMany is null && IsFromOurForm && await readers.Find.IsGone(Site.Id, id)) return SeeOther($"/answers/{Site.Slug}/told/{ToldModel.Erased}/-");
        if (!isThere && tooMany is null) return NotFound();
        if (!isThere) (Title, Path) = (W.NotTaken, $"/answers/{Site.Slug}");
        Key = key;
        if (tooMany is not null) return Explain(tooMany);
        if (!IsFromOurForm) return Explain(Refusals.NotAllowed);
        if (await readers.Find.ByKey(Site, Kind, id, key) is not { } mine) return Explain(Refusals.LinkNotValid);
        if (act != Erase)
        {
            Mine = mine;
            return Page();
        }
        var erased = await readers.Erase.Run(mine);
        return erased.Refusal is { } refusal ? Explain(refusal) : SeeOther($"/answers/{Site.Slug}/told/{ToldModel.Erased}/{(mine.PageId.Length > 0 ? mine.PageId : "-")}");
    }

    protected abstract Task<bool> Finds(string slug, string id);
}

/// <summary>What these pages work with.</summary>
public sealed record ReadersDesk(FindReaderWords Find, EraseReaderWords Erase, CallLimits Limits);
