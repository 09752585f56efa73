using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Pages.Readers;

/// <summary>Whoever asks by a form: known again by the form, and let in at the same doors as a widget's visitor.</summary>
public sealed class FormVisitors(VisitorStore visitors, JudgeMessage judge, CallLimits limits, BlockedPlaces places, ReaderMarks marks)
{
    /// <summary>
    /// What makes two forms one and the same: the words, the page they are about, and where they come from, known for the day only. Pages are the same for all their readers,
    /// so that most forms have no key; one that says it is another all the same is told apart by its key.
    /// </summary>
    public async Task<Reply<string>> Mark(Site site, string says, QuestionForm form, FormSender from)
    {
        var place = await marks.Of(site.Id, from.Address);
        return place.Value is { } where ? Secret.Hash(string.Join('\0', site.Id, where, from.Program, form.About?.PublicId, says, form.Again ? form.Key : null)) : place.Refusal!;
    }

    /// <summary>Whoever sent this form before.</summary>
    public async Task<VisitorCaller?> Before(Site site, string mark) => await visitors.OfForm(site.Id, mark) is { } known ? new(site, known) : null;

    public async Task<Reply<VisitorCaller>> Welcome(Site site, string says, FormSender from, string mark)
    {
        // Whoever says what nobody may say is not written down for it.
        if (judge.OfReader(site, says).Refusal is { } unfit) return unfit;
        if (limits.TakeAddress(AddressLimits.NewVisitors, from.Address) is { } tooMany) return tooMany;
        if (await places.Of(site.Id, from.Address) is { } blocked) return blocked;
        var welcome = await visitors.WelcomeByForm(site.Id, mark, await places.Here(site.Id, from.Address));
        return welcome.Value is { } made ? new VisitorCaller(site, made) : welcome.Refusal!;
    }
}
