using System.Collections.Frozen;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Readers;

/// <summary>The word a reader gets after saying something of a page.</summary>
public sealed class ToldModel(AnswersDesk desk, EditionStore editions) : ReaderFormPage(desk)
{
    public const string Erased = "erased";

    private static readonly string[] Taken = [TakeVote.Helped, TakeVote.NotHelped, TakeVote.NoLongerTrue, "thanks"];

    private static readonly FrozenSet<string> Refused = typeof(Refusals).GetFields().Select(field => field.GetValue(null)).OfType<Refusal>().Select(refusal => refusal.Code).ToFrozenSet(StringComparer.Ordinal);

    public string Word { get; private set; } = "";

    public string? Back { get; private set; }

    /// <summary>Whom it did not help is offered a way on.</summary>
    public string? Ask { get; private set; }

    public async Task<IActionResult> OnGet(string slug, string what, string id)
    {
        // Of anything else nobody is ever told.
        if (what != Erased && !Taken.Contains(what) && !Refused.Contains(what)) return NotFound();
        if (!await Opens(slug)) return NotFound();
        (Title, Path, Word) = (what == Erased ? W.ErasedTitle : Taken.Contains(what) ? W.ThankYou : W.NotTaken, $"/answers/{Site.Slug}/told/{what}/{id}", W.Told(what));
        if (await Became.Public(editions, Site.Id, id) is { } page)
        {
            Back = page.Path(Site.Slug);
            if (what == TakeVote.NoLongerTrue && Answer.InOrder(await editions.Answers(page.Id)).FirstOrDefault() is not { Member: not null, Author: not null }) Word = W.NobodyAsked;
        }
        if (what == TakeVote.NotHelped && !Site.IdentityRequired) Ask = $"/answers/{Site.Slug}/ask?about={id}";
        return Page();
    }
}
