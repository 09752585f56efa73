using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Hosting;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages.Readers;

/// <summary>What became of an answer a reader sent: whoever keeps its address may look again.</summary>
public sealed class AnswerOutcomeModel(AnswersDesk desk, ProposedStore proposed, EditionStore editions) : ReaderFormPage(desk)
{
    public string Outcome { get; private set; } = "";

    /// <summary>The page it was sent to; null once that is not public any more.</summary>
    public string? Back { get; private set; }

    public async Task<IActionResult> OnGet(string slug, string id)
    {
        if (!await Opens(slug) || id.Length != 10 || await proposed.Find(Site.Id, id) is not { } answer) return NotFound();
        (Title, Path, Outcome) = (W.ThankYou, $"/answers/{Site.Slug}/answer/{id}", W.Became(answer.State));
        if (await editions.Find(answer.Page) is { IsPublic: true } page) Back = page.Path(Site.Slug) + (answer is { State: ProposedStates.Published, Rewords: null } ? $"#answer-{answer.PublicId}" : "");
        return Page();
    }
}
