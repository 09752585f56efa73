using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Privacy;
using CommunityWidget.Sites;

namespace CommunityWidget.Pages.Readers;

/// <summary>What became of an answer a reader sent: whoever keeps its address may look again.</summary>
public sealed class AnswerOutcomeModel(AnswersDesk desk, ReadersDesk readers, ProposedStore proposed, EditionStore editions) : OutcomePage(desk, readers)
{
    protected override string Kind => ReaderWords.Answer;

    protected override async Task<bool> Finds(string slug, string id)
    {
        if (!await Opens(slug) || id.Length != 10 || await proposed.Find(Site.Id, id) is not { } answer) return false;
        (Title, Path, Outcome, HasKey) = (W.ThankYou, $"/answers/{Site.Slug}/answer/{id}", W.Became(answer.State), answer.KeyHash is not null);
        if (await editions.Find(answer.Page) is not { IsPublic: true } page) return true;
        Back = answer is { State: ProposedStates.Published, Rewords: null } ? AnswerParts.PathTo(page.Path(Site.Slug), await editions.Answers(page.Id), answer.PublicId) : page.Path(Site.Slug);
        return true;
    }
}
